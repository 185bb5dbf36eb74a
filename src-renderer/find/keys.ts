import type { Findable } from './findable.ts';
import { initialsOf } from './letters.ts';

/** The most keys that are looked through; of scripts with more signs, words are found by how they sound. */
const MOST_KEYS = 45;
const LATIN = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

const signsOf = (text: string, locale: string): string[] =>
  [...new Intl.Segmenter(locale).segment(text)].map(({ segment }) => segment);

/**
 * The keys of the visitors' keyboard, by rows: those of the locale, or else the letters of the terms. Rows that are longer
 * than there is room for are set anew in the order of the alphabet, since a row that breaks is like no keyboard.
 * @param columns the most keys in a row
 */
export function keyRows(
  layout: readonly string[] | undefined,
  entries: readonly Pick<Findable, 'term'>[],
  collator: Intl.Collator,
  columns: number,
): string[][] {
  const { locale } = collator.resolvedOptions();
  const named = layout?.map((row) => signsOf(row, locale).filter((sign) => sign.trim() !== ''));
  const room = Math.max(1, Math.floor(columns));
  const rows = named ?? lettersOf(entries, collator);
  if (named?.every((row) => row.length <= room)) return named;
  const keys = [...new Set(rows.flat())].sort(collator.compare);
  const most = Math.min(room, Math.ceil(keys.length / Math.ceil(keys.length / room)));
  return Array.from({ length: Math.ceil(keys.length / most) }, (_, row) =>
    keys.slice(row * most, (row + 1) * most),
  );
}

/** The letters that terms are written with, a marked one only where the language counts it apart. */
function lettersOf(entries: readonly Pick<Findable, 'term'>[], collator: Intl.Collator): string[][] {
  const { locale } = collator.resolvedOptions();
  const signs = new Set(
    entries.flatMap(({ term }) => signsOf(term, locale)).filter((sign) => /\p{L}|\p{N}/u.test(sign)),
  );
  const letters = new Set(
    // Each for itself, so that none is taken for half of a pair.
    [...signs]
      .flatMap((term) => initialsOf([{ term }], collator))
      .map((letter) => letter.toLocaleLowerCase(locale)),
  );
  return letters.size === 0 || letters.size > MOST_KEYS ? LATIN.map((row) => [...row]) : [[...letters]];
}
