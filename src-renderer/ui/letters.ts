/** How broad words are, before anything is laid out, em: so that styles can set long words smaller. */

/** A letter of usual breadth, of the typeface’s labels, em. */
const LETTER = 0.54;

/** Of all words together. Marks over and under a letter take no room. */
export const emsIn = (text: string): number =>
  [...text.replace(/[\p{M}\u00ad]/gu, '')].reduce(
    (sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 1 : LETTER),
    0,
  );

/** Of the longest word, which is never broken. Between two Chinese signs a line may break. */
export const emsOfLongest = (...texts: readonly string[]): number =>
  Math.max(
    0,
    ...texts
      .flatMap((text) => text.split(/[\s\u00ad]+|(?<=\p{Script=Han})(?=\p{Script=Han})/u))
      .map((word) => emsIn(word)),
  );

/** A row of words that stand beside each other; lengths in scaled mm. */
export interface Row {
  readonly room: number;
  readonly between: number;
  /** Their letters at the least. */
  readonly letters: number;
  /** What each word leaves free. */
  readonly padding: number;
}

/** How broad words in a row are together, em, and whether the row has room to give each the same breadth. */
export function emsInRow(texts: readonly string[], row: Row): { even: boolean; ems: number } {
  const ems = texts.map(emsIn);
  const broadest = Math.max(0, ...ems);
  const share = (row.room - (texts.length - 1) * row.between) / texts.length;
  const even = broadest * row.letters + row.padding <= share;
  return { even, ems: even ? broadest * texts.length : ems.reduce((sum, each) => sum + each, 0) };
}
