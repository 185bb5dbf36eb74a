/** Letters that stand for two, which some languages sort as such. */
export const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };

/** Letters that are typed as others: no decomposition takes them apart, or hasty writers confuse them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...LIGATURES,
  // Latin
  ...{ ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i' },
  // Arabic: tatweel and a hamza by itself are left out, ends of words are written alike, other keyboards have other letters.
  ...{ ـ: '', ء: '', ة: 'ه', ى: 'ي', ی: 'ي', ک: 'ك', ٱ: 'ا' },
  // Devanagari: nasal dots, short and long vowels, and those that only loan words have; signs first, then letters.
  ...{ '\u0901': '\u0902', '\u0940': '\u093f', '\u0942': '\u0941', '\u0949': '\u093e', '\u0945': '\u0947' },
  ...{ ई: 'इ', ऊ: 'उ', ऑ: 'आ', ऍ: 'ए' },
};
const LISTED = new RegExp(Object.keys(LETTERS).join('|'), 'gu');

/** Digits of Arabic, Persian and Devanagari, from 0. */
const DIGITS = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९';

/** Accents, points, vowel signs and nuktas that hasty writers leave out: of Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u093c]/g;

/** A nasal before a stop, as in हिन्दी, is as often written as a dot, as in हिंदी. */
const NASALS = /[ङञणनम]\u094d(?=[क-घच-झट-ढत-धप-भ])/g;

/**
 * A text as it is compared in a search: without case, accents, hyphens and other signs, in single spaces. Never throws.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    // What is not seen joins or parts nothing.
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .replaceAll(MARKS, '')
    .replaceAll(LISTED, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/[٠-٩۰-۹०-९]/g, (digit) => String(DIGITS.indexOf(digit) % 10))
    .replaceAll(NASALS, '\u0902')
    // Whether consonants are joined is seen and not heard.
    .replaceAll('\u094d', '')
    .replaceAll(/['’ʼ]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
