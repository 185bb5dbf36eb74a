import { runsFromRight } from '../i18n/isolate.ts';
import { folded } from './fold.ts';
import type { Headed } from './heads.ts';
import { initialsOf } from './letters.ts';

/** The most keys that are looked through. */
const MOST_KEYS = 60;
/** Of these, words are found by how they sound. */
const UNALPHABETIC = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
const LATIN = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

const signsOf = (text: string, locale: string): string[] =>
  [...new Intl.Segmenter(locale).segment(text)].map(({ segment }) => segment);

/** A key for each sign of a row. A space keeps a mark from joining the sign before it, so that it has a key of its own. */
const keysOf = (row: string, locale: string): string[] =>
  row
    .trim()
    .split(/\s+/)
    .flatMap((signs) => signsOf(signs, locale));

/**
 * The keys of the visitors' keyboard, by rows and in these from left to right: those of the locale, or else the letters of the
 * terms. Rows that are longer than there is room for are set anew in the order of the alphabet, from the side where its lines
 * begin, since a row that breaks is like no keyboard.
 * @param columns the most keys in a row
 */
export function keyRows(
  layout: readonly string[] | undefined,
  entries: readonly Headed[],
  collator: Intl.Collator,
  columns: number,
): string[][] {
  const { locale } = collator.resolvedOptions();
  const named = layout?.map((row) => keysOf(row, locale));
  const room = Math.max(1, Math.floor(columns));
  const rows = named ?? lettersOf(entries, collator);
  if (named?.every((row) => row.length <= room)) return named;
  const keys = [...new Set(rows.flat())].sort(collator.compare);
  const most = Math.min(room, Math.ceil(keys.length / Math.ceil(keys.length / room)));
  const isMirrored = runsFromRight(keys.join(''));
  return Array.from({ length: Math.ceil(keys.length / most) }, (_, index) => {
    const row = keys.slice(index * most, (index + 1) * most);
    return isMirrored ? row.toReversed() : row;
  });
}

/** The letters that terms are written with, a marked one only where the language counts it apart. */
function lettersOf(entries: readonly Headed[], collator: Intl.Collator): string[][] {
  const { locale } = collator.resolvedOptions();
  const latin = LATIN.map((row) => [...row]);
  const signs = [...new Set(entries.flatMap(({ term }) => signsOf(term, locale)))].filter((sign) =>
    /\p{L}|\p{N}/u.test(sign),
  );
  if (signs.some((sign) => UNALPHABETIC.test(sign))) return latin;
  const letters = new Set(
    // Each for itself, so that none is taken for half of a pair.
    signs
      .flatMap((term) => [...initialsOf([{ term }], collator), ...marksOf(term)])
      .map((letter) => letter.toLocaleLowerCase(locale)),
  );
  return letters.size === 0 || letters.size > MOST_KEYS ? latin : [[...letters]];
}

/** What follows the first letter of a sign and is heeded by the search, as vowel signs of Devanagari are. */
function marksOf(sign: string): string[] {
  const [first = '', ...others] = sign;
  return others.filter((mark) => folded(first + mark) !== folded(first));
}
