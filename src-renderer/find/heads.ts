import type { Findable } from './findable.ts';
import { LIGATURES } from './fold.ts';

/** What is needed of an entry to look it up. */
export type Headed = Pick<Findable, 'term' | 'say'>;

/** How a list is looked up: in which order, and under which letter. */
export interface Heads {
  /** What an entry is sorted by. */
  of(entry: Headed): string;
  compare(a: Headed, b: Headed): number;
  /** The letter of a head, or of its first sign. */
  letter(sign: string): string;
}

/**
 * The Arabic article. What begins with the same letters and is none stays: nouns of the form iftiʿāl whose root begins with lām,
 * as in التهاب and التواء.
 */
const ARTICLE = /^ال(?=\p{L}{2})(?!ت\p{L}ا\p{L}(?:ات|ية?)?(?!\p{L}))/u;

/** Their signs are many and say little of an order: readers look words up by how they sound. */
const BY_SOUND = new Set(['Hans', 'Hant', 'Jpan']);

/**
 * The first sign of each letter in the order of pinyin, as collators sort by it. There is none of I, U and V.
 */
const PINYIN = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀'].map(
  (first, index) => [first, 'ABCDEFGHJKLMNOPQRSTWXYZ'[index]!] as const,
);

/**
 * How readers of a language look entries up. By their terms, without an Arabic article; in a script of thousands of signs by
 * `say`, syllable by syllable, if all have it.
 * @param collator of the language
 */
export function headsOf(entries: readonly Headed[], collator: Intl.Collator): Heads {
  const { locale } = collator.resolvedOptions();
  const base = new Intl.Collator(locale, { sensitivity: 'base' });
  const { language, script = '' } = new Intl.Locale(locale).maximize();
  const bySound = BY_SOUND.has(script) && entries.every(({ say }) => say);
  const of = ({ term, say = '' }: Headed): string =>
    bySound ? say.replaceAll(/[\s'’·-]+/g, ' ') : term.replace(ARTICLE, '');

  const letter = (sign: string): string => {
    if (language === 'zh' && /^\p{Script=Han}/u.test(sign))
      return PINYIN.findLast(([first]) => collator.compare(first, sign) <= 0)?.[1] ?? sign;
    const pair = LIGATURES[sign.toLowerCase()];
    if (pair && base.compare(pair, sign) === 0) return capOf(pair.slice(0, 1), locale);
    const whole = capOf(sign, locale);
    const bare = whole.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
    if (bare && base.compare(bare, whole) === 0) return bare;
    // A sign without a capital that has vowels as its marks, as in Devanagari: they make no other letter of it.
    return bare && /^\p{Lo}/u.test(whole) ? [...bare][0]! : whole;
  };

  return {
    of,
    letter,
    compare: (a, b) => (bySound ? base : collator).compare(of(a), of(b)) || collator.compare(a.term, b.term),
  };
}

/** A letter as it stands alone, on a key or over a group; one without a single capital stays as it is. */
export function capOf(letter: string, locale: string): string {
  const upper = letter.toLocaleUpperCase(locale);
  return upper.length > letter.length ? letter : upper;
}
