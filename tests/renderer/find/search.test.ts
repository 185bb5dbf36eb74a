import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GlossaryWords } from '../../../src-main/contract/words.ts';
import { sortEntries, type Entry } from '../../../src-renderer/glossary/entries.ts';
import { folded } from '../../../src-renderer/find/fold.ts';
import { searchIn } from '../../../src-renderer/find/search.ts';

const shipped = (tag: string): Entry[] => {
  const file = path.join(import.meta.dirname, `../../../locales/${tag}/glossary.json`);
  return sortEntries(GlossaryWords.parse(JSON.parse(readFileSync(file, 'utf8'))), new Intl.Collator(tag));
};
const root = path.join(import.meta.dirname, '../../..');
const tags = globSync('locales/*/glossary.json', { cwd: root }).map((file) => file.split(path.sep)[1]!);
const lists = Object.fromEntries(tags.map((tag) => [tag, shipped(tag)]));
const search = Object.fromEntries(tags.map((tag) => [tag, searchIn(lists[tag]!)]));
const entry = (id: string, term: string, more: Partial<Entry> = {}): Entry => ({
  ...{ id, term, short: 's', plain: 'p', synonyms: [] },
  ...more,
});

/** Any string at all, halves of characters included. */
const anything = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
      { maxLength },
    )
    .map((signs) => signs.join(''));

describe('a folded text', () => {
  it.each([
    ['Tortícolis', 'torticolis'],
    ['Meige’s  syndrome', 'meiges syndrome'],
    ['STRASSE straße', 'strasse strasse'],
    ['İstanbul Diyarbakır', 'istanbul diyarbakir'],
    ['Smørrebrød — œuvre', 'smorrebrod oeuvre'],
    ['أُذُن', 'اذن'],
    ['ٱلتـواء مستشفى رقبة', 'التوا مستشفي رقبه'],
    ['کلینیک ۱۱۲ ١١٢', 'كلينيك 112 112'],
    ['हिन्दी हिंदी हिँदी', 'हिंदि हिंदि हिंदि'],
    ['कड़ापन डॉक्टर', 'कडापन डाकटर'],
    ['Kopf\u00adwender \u2068DYT\u2069', 'kopfwender dyt'],
    ['ＤＹＴ', 'dyt'],
    ['5-HT', '5 ht'],
    ['!?', ''],
  ])('%s', (text, expected) => {
    expect(folded(text)).toBe(expected.normalize('NFKD'));
  });

  it('is folded once for all', () => {
    fc.assert(
      fc.property(anything(24), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
    );
  });
});

describe('a search of what is shipped', () => {
  it.each([
    ['en', 'torticolis', 'torticollis'],
    ['en', 'tortícolis', 'torticollis'],
    ['es', 'torticolis', 'torticollis'],
    ['es', 'TORTÍCOLIS', 'torticollis'],
    ['es', 'blefaro', 'blepharospasm'],
    ['en', 'blefaro', 'blepharospasm'],
    ['en', 'botox', 'botulinum-toxin'],
    ['es', 'botox', 'botulinum-toxin'],
    ['es', 'bótox', 'botulinum-toxin'],
    ['en', 'dbs', 'deep-brain-stimulation'],
    ['es', 'cuello distonia', 'cervical-dystonia'],
    ['en', 'eyelid', 'blepharospasm'],
    ['en', 'mezh', 'meige-syndrome'],
    ['es', 'neurologo', 'neurologist'],
  ] as const)('in %s finds for %s what is meant', (tag, query, id) => {
    expect(search[tag]!(query)[0]?.id).toBe(id);
  });

  it.each(tags)('in %s finds nothing for what is like nothing', (tag) => {
    for (const query of ['', '  ', '?!', 'xqzwk', 'qqqqqq', '12345']) expect(search[tag]!(query)).toEqual([]);
  });

  it.each(tags)('in %s ranks the exact term first', (tag) => {
    for (const { id, term } of lists[tag]!) {
      expect(search[tag]!(term)[0]?.id).toBe(id);
      expect(search[tag]!(folded(term).toUpperCase())[0]?.id).toBe(id);
    }
  });

  it.each(tags)('in %s finds a term of six letters and more in spite of one slip', (tag) => {
    const long = lists[tag]!.filter(({ term }) => folded(term).length >= 6);
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.nat(),
        fc.constantFrom('swap', 'drop', 'double', 'replace'),
        fc.constantFrom(...new Set(long.flatMap(({ term }) => [...folded(term)]))),
        ({ id, term }, place, slip, letter) => {
          const word = folded(term);
          const at = place % (slip === 'swap' ? word.length - 1 : word.length);
          const [before, here, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
          const query = {
            swap: before + after.slice(0, 1) + here + after.slice(1),
            drop: before + after,
            double: before + here + here + after,
            replace: before + letter + after,
          }[slip];
          expect(
            search[tag]!(query)
              .slice(0, 5)
              .map((found) => found.id),
          ).toContain(id);
        },
      ),
      { numRuns: 600 },
    );
  });

  it.each(tags)('in %s never throws, whatever is typed', (tag) => {
    fc.assert(
      fc.property(anything(80), (query) => {
        expect(search[tag]!(query).length).toBeLessThanOrEqual(lists[tag]!.length);
      }),
    );
  });
});

describe('a search in each script', () => {
  const glossaries = {
    de: { straight: 'Gestreckte Straße', tear: 'Träne' },
    fr: { eye: 'Œil', heart: 'Cœur' },
    da: { ae: 'Æble' },
    ar: {
      dystonia: 'خلل التوتر',
      torsion: 'التواء',
      neck: 'رقبة',
      ear: 'أُذُن',
      hospital: 'مستشفى',
      spasm: 'التشنج',
      pain: 'ألم',
      muscle: 'العضلة القصية',
    },
    hi: {
      dystonia: 'डिस्टोनिया',
      cramp: 'ऐंठन',
      relation: 'संबंध',
      stiff: 'कड़ापन',
      treatment: 'इलाज',
      doctor: 'डॉक्टर',
    },
    zh: { muscle: '颈部肌肉', green: '绿', eye: '眼睛', brain: '大脑' },
  } as const;
  const say: Readonly<Record<string, string>> = {
    ...{ 颈部肌肉: 'jǐng bù jī ròu', 绿: 'lǜ', 眼睛: 'yǎn jing', 大脑: 'dà nǎo' },
  };
  it.each([
    ['de', 'strasse', 'straight'],
    ['de', 'TRANE', 'tear'],
    ['fr', 'oeil', 'eye'],
    ['fr', 'cœur', 'heart'],
    ['da', 'aeble', 'ae'],
    ['ar', 'الرقبة', 'neck'],
    ['ar', 'رقبه', 'neck'],
    ['ar', 'اذن', 'ear'],
    ['ar', 'مستشفي', 'hospital'],
    ['ar', 'تـوتّر', 'dystonia'],
    ['ar', 'تشنج', 'spasm'],
    ['ar', 'الم', 'pain'],
    ['ar', 'التوا', 'torsion'],
    ['ar', 'عضله', 'muscle'],
    ['ar', 'قصية', 'muscle'],
    ['hi', 'डिसटोनिया', 'dystonia'],
    ['hi', 'डीस्टोनीया', 'dystonia'],
    ['hi', 'ऐँठन', 'cramp'],
    ['hi', 'सम्बन्ध', 'relation'],
    ['hi', 'कडा', 'stiff'],
    ['hi', 'ईलाज', 'treatment'],
    ['hi', 'डाक्टर', 'doctor'],
    ['zh', '肌肉', 'muscle'],
    ['zh', '肉', 'muscle'],
    ['zh', 'jing bu', 'muscle'],
    ['zh', 'jingbuj', 'muscle'],
    ['zh', 'jǐng', 'muscle'],
    ['zh', 'jirou', 'muscle'],
    ['zh', 'jbjr', 'muscle'],
    ['zh', 'lv', 'green'],
    ['zh', 'd', 'brain'],
    ['zh', '脑', 'brain'],
  ] as const)('in %s finds for %s what is meant', (tag, query, id) => {
    const entries = Object.entries(glossaries[tag]).map(([id, term]) =>
      entry(id, term, say[term] === undefined ? {} : { say: say[term] }),
    );
    expect(searchIn(entries)(query)[0]?.id).toBe(id);
  });
});

describe('the order of what is found', () => {
  const find = (query: string, ...entries: Entry[]): string[] => searchIn(entries)(query).map(({ id }) => id);

  it('is: called so, begins so, a word begins so, similar', () => {
    const found = find(
      'rotation',
      entry('other', 'Rotor'),
      entry('similar', 'Notation'),
      entry('word', 'Head rotation'),
      entry('synonym', 'Turn', { synonyms: ['rotation of the head'] }),
      entry('begins', 'Rotational'),
      entry('exact', 'Rotation'),
    );
    expect(found).toEqual(['exact', 'begins', 'word', 'synonym', 'similar']);
  });

  it('finds parts of words in scripts without spaces, and by sound', () => {
    expect(find('肌', entry('muscle', '颈部肌肉', { say: 'jing-bu-ji-rou' }))).toEqual(['muscle']);
    expect(find('jingbu', entry('muscle', '颈部肌肉', { say: 'jing-bu-ji-rou' }))).toEqual(['muscle']);
  });

  it('ranks any term first among any others, where it is the only one so called', () => {
    const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 20, selector: folded }), (terms) => {
        const entries = terms.map((term, index) => entry(`t${index}`, term));
        for (const { id, term } of entries.filter(({ term }) => folded(term) !== ''))
          expect(searchIn(entries)(term)[0]?.id).toBe(id);
      }),
      { numRuns: 60 },
    );
  });
});
