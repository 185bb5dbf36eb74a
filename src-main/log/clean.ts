/** The longest value of a line of the log, characters. */
export const MOST_CHARACTERS = 2000;

/** Line ends, terminal escapes and everything else that could forge a line or turn one around. */
const TRICKY = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as it may stand in a line of the log: on one line, not too long, and nothing in it is taken for a command. */
export function clean(text: string): string {
  // Escapes only lengthen it: what is beyond need not be looked at, and is cut once more behind them.
  const escaped = text
    .slice(0, MOST_CHARACTERS + 1)
    .replaceAll(
      TRICKY,
      (character) => SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  const capped = escaped.length > MOST_CHARACTERS ? `${escaped.slice(0, MOST_CHARACTERS - 1)}…` : escaped;
  return capped.toWellFormed();
}
