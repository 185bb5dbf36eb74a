/** The limits of `src-main/contract/sheet.ts`, of which the page takes types alone. */
export const MOST_PICTURES = 4;
export const MOST_PICTURE_BYTES = 1_500_000;
export const MOST_QUESTIONS = 60;
export const MOST_SENTENCES = 8;
export const MOST_NAMES = 12;
export const MOST_WORDS = 12;
export const MOST_SOURCES = 40;
