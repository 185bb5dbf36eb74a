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
