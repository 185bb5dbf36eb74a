import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readLayer } from '../../src-main/content/layer.ts';
import { makeLibrary } from '../../src-main/content/library.ts';
import { plainText, runsOf } from '../../src-main/contract/rich-text.ts';
import { faultLine, isToMend } from '../../src-main/faults.ts';
import { GlossaryWords } from '../../src-main/contract/words.ts';
import { sortEntries } from '../../src-renderer/glossary/entries.ts';
import { searchIn } from '../../src-renderer/find/search.ts';
import { pseudoFiles, pseudoLocales, readEnglish, writePseudoLocales } from '../../tools/pseudo/locales.ts';
import { accented, mirrored } from '../../tools/pseudo/text.ts';
import { makePseudoLocales } from '../../tools/start/pseudo.mjs';
import { root } from '../../tools/start/project.mjs';
import { folderWith } from './folder.ts';

const MARK = '\u200f';
const english = readEnglish(root);
const tags = Object.keys(pseudoLocales);

/** Every text of a tree, by its path. */
function textsOf(value: unknown, at = ''): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${at}/${key}`));
}

const placeholders = (text: string): string[] => text.match(/\{\{[^{}]*\}\}|\$t\([^()]*\)/g) ?? [];
const links = (text: string): (string | undefined)[] =>
  runsOf(text).flatMap(({ term }) => (term === undefined ? [] : [term]));
const wordsIn = (text: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'word' }).segment(plainText(text))].filter(
    (one) => one.isWordLike,
  ).length;
/** Letters that are read: without what stands for something else. */
const lettersOf = (text: string): string =>
  plainText(text)
    .replaceAll(/\{\{[^{}]*\}\}/g, '')
    .replaceAll(/[^\p{L}]/gu, '');

/** Anything, and texts as authors write them. */
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab Z9.[]|{}$t()<>/-’é\u00ad'), maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.lorem({ maxCount: 3 }),
        fc.constantFrom(
          '{{count, number}}',
          '{{tour}}',
          '[[tremor|shaking hands]]',
          '<b>',
          '$t(controls.next)',
          ' ',
        ),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

describe.each([
  ['accented', accented],
  ['mirrored', mirrored],
] as const)('a text that is %s', (_, change) => {
  it('keeps its placeholders and links, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(placeholders(change(text))).toEqual(placeholders(text));
        expect(links(change(text))).toEqual(links(text));
      }),
    );
  });

  it('is the same each time', () => {
    fc.assert(fc.property(anyText, (text) => change(text) === change(text)));
  });
});

describe('en-XA', () => {
  it.each([
    ['Back', '[Bááááçķ]'],
    ['L', 'Ļ'],
    ['{{step}} of {{count}}', '[{{step}} ööf {{count}}]'],
    ['[[tremor|shaking]]', '[\u2060[[tremor|šĥááááķîîîñĝ]]\u2060]'],
    ['100 mm', '[100 ɱɱɱ]'],
  ])('makes of %s %s', (text, made) => {
    expect(accented(text)).toBe(made);
  });

  it('is longer, also in its letters, and has no more words', () => {
    // A mark of one letter stays as long as it is.
    const words = fc.lorem({ maxCount: 40 }).filter((text) => lettersOf(text).length > 1);
    fc.assert(
      fc.property(words, (text) => {
        const share = lettersOf(accented(text)).length / lettersOf(text).length;
        expect(share).toBeGreaterThan(1.3);
        expect(share).toBeLessThan(2);
        expect(wordsIn(accented(text))).toBe(wordsIn(text));
      }),
    );
  });

  it('leaves no word of two letters without an accent', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'bfmpqvxABCxyz'), minLength: 2 }), (word) => {
        expect(accented(word)).not.toMatch(/^\[[\x20-\x7f]*\]$/);
      }),
    );
  });
});

describe('ar-XB', () => {
  it('marks each word and keeps it readable', () => {
    expect(mirrored('Turn, [[a|the head]]!')).toBe(
      `${MARK}Turn${MARK}, [[a|${MARK}the${MARK} ${MARK}head${MARK}]]!`,
    );
  });

  it('overrides nothing', () => {
    for (const [, text] of textsOf(pseudoFiles('ar-XB', english)))
      expect(text).not.toMatch(/[\u202a-\u202e]/);
  });

  it('has the plural forms of Arabic', () => {
    const { attract } = pseudoFiles('ar-XB', english)['ui.json'] as { attract: object };
    expect(Object.keys(attract).sort()).toEqual(
      ['few', 'many', 'one', 'other', 'two', 'zero'].map((form) => `steps_${form}`),
    );
  });
});

describe.each(tags)('the words of %s', (tag) => {
  const own = pseudoFiles(tag, english);

  it('are those of English, each with its own', () => {
    expect(Object.keys(own)).toEqual(Object.keys(english));
    expect(Object.keys(english)).toEqual(
      expect.arrayContaining(['ui.json', 'diagrams.json', 'glossary.json', 'tours/neck.json']),
    );
    const made = new Map(textsOf(own));
    const same = textsOf(english).filter(([at, text]) => {
      if (
        /^\/locale\.json|^\/tours\/.*\/review\/(status|date|written|next)$|^\/glossary\.json\/.*\/find\/\d+$/.test(
          at,
        )
      )
        return false;
      return made.get(at) === undefined || made.get(at) === text;
    });
    expect(same).toEqual([]);
  });

  it('keep placeholders and links', () => {
    const made = new Map(textsOf(own));
    for (const [at, text] of textsOf(english)) {
      if (at.startsWith('/locale.json')) continue;
      expect(placeholders(made.get(at)!), at).toEqual(placeholders(text));
      expect(links(made.get(at)!), at).toEqual(links(text));
    }
  });

  it('are found by their English letters, which are on the keys', () => {
    const glossary = GlossaryWords.parse(own['glossary.json']);
    const search = searchIn(sortEntries(glossary, new Intl.Collator(tag)));
    for (const [id, { term }] of Object.entries(GlossaryWords.parse(english['glossary.json'])))
      expect(search(term)[0]?.id).toBe(id);
  });
});

it('the folder is content without a fault, of both locales, and lacks nothing', async () => {
  const folder = folderWith({ 'locales/en-XA/old.json': '{}' });
  writePseudoLocales(root, folder);
  const { library, faults } = makeLibrary([await readLayer(root, ''), await readLayer(folder, folder)]);
  expect(faults.filter((one) => one.folder === folder && isToMend(one)).map(faultLine)).toEqual([]);
  for (const tag of tags) {
    expect(library?.locales.find((locale) => locale.tag === tag)?.dir).toBe(pseudoLocales[tag]!.dir);
    for (const name of ['ui', 'diagrams', 'glossary', 'tours', 'tours/neck', 'tours/eyelids'] as const)
      expect(library?.words(tag, name)?.from, name).toEqual({});
  }
});

it('no pseudo-locale is among what is shipped', async () => {
  const { library } = makeLibrary([await readLayer(root, '')]);
  expect(library?.locales.map(({ tag }) => tag).filter((tag) => tags.includes(tag))).toEqual([]);
});

describe('npm start -- --pseudo', () => {
  it('makes them anew and shows them', async () => {
    const make = vi.fn(() => Promise.resolve(0));
    expect(await makePseudoLocales('/project', { node: 'node', make })).toBe(
      path.join('/project', '.cache/pseudo'),
    );
    expect(make).toHaveBeenCalledExactlyOnceWith('node', ['tools/pseudo.ts'], { cwd: '/project' });
  });

  it('says when they cannot be made', async () => {
    const make = () => Promise.resolve(1);
    await expect(makePseudoLocales('/project', { node: 'node', make })).rejects.toThrow('could not be made');
  });
});
