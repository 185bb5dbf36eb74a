/**
 * The language of a word of another script that is written in Latin letters, as pinyin is: `zh-Latn`. Undefined where it is
 * written as its language always is.
 * @param tag of the language that the word is of
 */
export function romanized(word: string, tag: string): string | undefined {
  const { language, script } = new Intl.Locale(tag).maximize();
  return script !== 'Latn' && /\p{Script=Latin}/u.test(word) ? `${language}-Latn` : undefined;
}
