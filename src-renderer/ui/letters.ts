/** How broad words are, before anything is laid out: in letters of usual breadth, so that styles can set long words smaller. */

/** Signs that are as broad as they are high, in letters. */
const BROAD = 1.8;

/** Of all words together. Marks over and under a letter take no room. */
export const lettersIn = (text: string): number =>
  [...text.replace(/[\p{M}\u00ad]/gu, '')].reduce(
    (sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? BROAD : 1),
    0,
  );

/** Of the longest word, which is never broken. Between two Chinese signs a line may break. */
export const lettersOfLongest = (...texts: readonly string[]): number =>
  Math.max(
    0,
    ...texts
      .flatMap((text) => text.split(/[\s\u00ad]+|(?<=\p{Script=Han})(?=\p{Script=Han})/u))
      .map((word) => lettersIn(word)),
  );
