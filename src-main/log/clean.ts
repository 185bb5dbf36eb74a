/** The longest value of a line of the log, characters. */
export const MOST_CHARACTERS = 2000;

/** Line ends, terminal escapes and everything else that could forge a line or turn one around. */
const TRICKY = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as it may stand in a line of the log: on one line, not too long, and nothing in it is taken for a command. */
export function clean(text: string): string {
  const capped = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  return capped
    .replaceAll(
      TRICKY,
      (character) => SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .toWellFormed();
}
