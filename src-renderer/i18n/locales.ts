/** What the language rules of the browser are asked for, beyond a locale's tag. */

/** The script that a locale is written in, as ISO 15924 calls it; empty where it is unknown. */
export const scriptOf = (tag: string): string => new Intl.Locale(tag).maximize().script ?? '';

/**
 * The locale for numbers and dates. One family of digits in every language: that of the telephones on which emergency
 * numbers are dialled.
 */
export const withDigits = (tag: string): Intl.Locale => new Intl.Locale(tag, { numberingSystem: 'latn' });
