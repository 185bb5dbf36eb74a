/**
 * Pseudo-localisation of a text: English that is seen to have gone through the words of the page, and that shows where
 * another language would not fit. Deterministic; what is not for readers is kept.
 */

/** Placeholders and nested texts of i18next, tags, and the beginning of a glossary link: `[[term-id|` of `[[term-id|words]]`. */
const KEPT = /\{\{[^{}]*\}\}|\$t\([^()]*\)|<\/?[a-z][^<>]*>|\[\[[a-z0-9-]+\|(?=[^[\]|]+\]\])/i;
const WORD = /[\p{L}\p{M}\p{N}\u00ad'’]+/u;
const PIECES = new RegExp(`(?<kept>${KEPT.source})|(?<word>${WORD.source})`, 'giu');

/** Letters that the page's typeface has, and that its search takes for the letter beneath. */
const ACCENTS = letters('acdeghijklnorstuwyz', 'áçďéĝĥîĵķļñöřšţúŵýž');
/** For words of nothing but letters without an accent, such as *mm*. */
const LAST_RESORT = letters('bfmpqvx', 'ƀƒɱƥɋʋẋ');
const VOWEL = /[áéîöúý]/i;

function letters(plain: string, marked: string): ReadonlyMap<string, string> {
  const pairs = [...plain].map((letter, index) => [letter, [...marked][index]!] as const);
  return new Map([...pairs, ...pairs.map(([a, b]) => [a.toUpperCase(), b.toUpperCase()] as const)]);
}

/** Replaces the words of a text that are for readers. */
const withWords = (text: string, change: (word: string) => string): string =>
  text.replaceAll(PIECES, (piece, ...rest) => {
    const { word } = rest.at(-1) as { word?: string };
    return word === undefined ? piece : change(word);
  });

const lettersOf = (text: string): number => [...text.matchAll(/\p{L}/gu)].length;

/**
 * How much longer a text becomes, as a share of its letters: translations of English are a third longer or more, of single
 * words much more.
 */
const growthOf = (count: number): number => (count <= 10 ? 0.7 : count <= 20 ? 0.55 : 0.4);

function accentedWord(word: string): string {
  const marked = [...word].map((letter) => ACCENTS.get(letter) ?? letter);
  if (marked.join('') !== word) return marked.join('');
  return marked.map((letter) => LAST_RESORT.get(letter) ?? letter).join('');
}

/** Repeats vowels in turn, or the last letter where there is none, until the word has so many letters more. */
function lengthened(word: string, by: number): string {
  const signs = [...word];
  const vowels = signs.flatMap((sign, at) => (VOWEL.test(sign) ? [at] : []));
  const places = vowels.length > 0 ? vowels : [signs.findLastIndex((sign) => /\p{L}/u.test(sign))];
  return signs
    .map((sign, at) => {
      const turn = places.indexOf(at);
      return turn < 0 ? sign : sign.repeat(1 + Math.ceil((by - turn) / places.length));
    })
    .join('');
}

/**
 * `en-XA`: accents, so that words that bypass the locale are seen; 40 % longer, short texts more; brackets, so that a lost
 * end is seen. Words stay as many as they were. A mark of one letter stays one letter.
 */
export function accented(text: string): string {
  let count = 0;
  withWords(text, (word) => {
    count += lettersOf(word);
    return word;
  });
  if (count <= 1 && text.trim().length <= 1) return withWords(text, accentedWord);
  const growth = growthOf(count);
  // What one word cannot take, the next one does.
  let owed = 0.5;
  const longer = withWords(text, (word) => {
    const own = lettersOf(word);
    owed += own * growth;
    const by = own === 0 ? 0 : Math.floor(owed);
    owed -= by;
    return lengthened(accentedWord(word), by);
  });
  return bracketed(longer);
}

/** A word joiner, which is not seen, keeps a bracket from making a link of one that was none. */
const bracketed = (text: string): string =>
  `[${text.startsWith('[') ? '\u2060' : ''}${text}${text.endsWith(']') ? '\u2060' : ''}]`;

const RIGHT_TO_LEFT_MARK = '\u200f';

/**
 * `ar-XB`: each word stands between right-to-left marks. Words stay readable, and follow each other from right to left, as
 * do signs and numbers between them. Nothing is overridden, so that what the page isolates or forgets to is seen.
 */
export const mirrored = (text: string): string =>
  withWords(text, (word) => RIGHT_TO_LEFT_MARK + word + RIGHT_TO_LEFT_MARK);
