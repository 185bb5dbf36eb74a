/** Every sign of every language's files has a glyph in the typefaces of the program. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openSync, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../src-renderer/i18n/locales.ts';

const root = path.join(import.meta.dirname, '../..');
const LATIN = '@fontsource-variable/atkinson-hyperlegible-next/index.css';
/** By script: what i18n/faces.ts fetches. */
const STYLES: Readonly<Record<string, string>> = {
  Arab: './faces/arabic.css',
  Deva: './faces/devanagari.css',
  Hans: './faces/han.css',
};

/** A face of the styles: which signs the browser asks it for, and what it has. */
interface Face {
  readonly ranges: readonly (readonly [first: number, last: number])[];
  readonly file: string;
}

const located = (address: string, from: string): string =>
  address.startsWith('.') ? path.join(path.dirname(from), address) : path.join(root, 'node_modules', address);

/** The faces that a style sheet declares, and those that it imports. */
function facesIn(file: string): Face[] {
  const css = readFileSync(file, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
  const imported = [...css.matchAll(/@import\s+'([^']+)'/g)].flatMap(([, address = '']) =>
    facesIn(located(address, file)),
  );
  const own = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, block = '']): Face => {
    const [, address = ''] = /src:\s*url\('?([^')]+)'?\)/.exec(block) ?? [];
    const [, range = ''] = /unicode-range:\s*([^;]+)/.exec(block) ?? [];
    const ranges = range.split(',').map((part) => {
      const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
      return [parseInt(first, 16), parseInt(last, 16)] as const;
    });
    return { ranges, file: located(address, file) };
  });
  return [...imported, ...own];
}

const styled = (name: string): Face[] =>
  facesIn(located(name, path.join(root, 'src-renderer/styles/index.css')));
const latin = styled(LATIN);
const others = Object.fromEntries(Object.entries(STYLES).map(([script, name]) => [script, styled(name)]));
const fonts = new Map<string, Font>();
const fontOf = (file: string): Font => {
  if (!fonts.has(file)) fonts.set(file, openSync(file) as Font);
  return fonts.get(file)!;
};

/** What browsers draw without a glyph of its own: what is not seen, spaces of any breadth, a hyphen at which no line breaks. */
const drawnAs = (sign: string): string =>
  sign
    .replaceAll(/\p{Default_Ignorable_Code_Point}|\p{Cc}/gu, '')
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll('\u2011', '-');

/** The signs of a text that no face is asked for and has, of those that are there where a language is. */
function withoutGlyph(text: string, tag: string): string[] {
  const faces = [...latin, ...(others[scriptOf(tag)] ?? [])];
  return [...new Set(drawnAs(text.normalize('NFC')))].filter((sign) => {
    const point = sign.codePointAt(0)!;
    const asked = faces.filter(({ ranges }) =>
      ranges.some(([first, last]) => first <= point && point <= last),
    );
    return !asked.some(({ file }) => fontOf(file).hasGlyphForCodePoint(point));
  });
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};
const readTexts = (file: string): string =>
  textsOf(JSON.parse(readFileSync(path.join(root, file), 'utf8'))).join('\n');

it('the faces are there', () => {
  const all = [...latin, ...Object.values(others).flat()];
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(({ file }) => !existsSync(file))).toEqual([]);
});

describe('a sign without a glyph', () => {
  it.each([
    ['en', '\ua66e'],
    ['en', '肌'],
    ['es', 'ᚠ'],
    ['ar', 'क'],
    ['hi', 'ع'],
    ['zh-Hans', '𓀀'],
    ['zh-Hans', 'ไ'],
  ])('is found in %s: %s', (tag, sign) => {
    expect(withoutGlyph(`The ${sign}.`, tag)).toEqual([sign]);
  });

  it.each([
    ['de', 'Kopf\u00adwender, 911,\u00a0999'],
    ['fr', '«\u202foui\u202f» œil'],
    ['ar', 'خلل التوتر DYT؟ \u20683\u2069'],
    ['hi', 'डिस्टोनिया, क्षत्रिय।'],
    ['zh-Hans', '“肌张力障碍”，苯二氮䓬，lǜ sè'],
  ])('is not there in %s: %s', (tag, text) => {
    expect(withoutGlyph(text, tag)).toEqual([]);
  });
});

it.each(globSync('locales/*/**/*.json', { cwd: root }).sort())('%s has only signs that are drawn', (file) => {
  expect(withoutGlyph(readTexts(file), file.split(path.sep)[1]!)).toEqual([]);
});

it('the sources have only signs that are drawn', () => {
  expect(withoutGlyph(readTexts('assets/sources.json'), 'en')).toEqual([]);
});
