/** A run of an authored text: plain words, or words that stand for a glossary term. */
export interface Run {
  readonly words: string;
  readonly term?: string;
}

const TERM = /\[\[([a-z0-9-]+)\|([^[\]|]+)\]\]/g;

/**
 * Splits a text at its glossary terms, `[[term-id|words as they stand]]`.
 * Never fails: brackets that are not a well-formed term stay words.
 */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(TERM)) {
    if (match.index > from) runs.push({ words: text.slice(from, match.index) });
    runs.push({ words: match[2] ?? '', term: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ words: text.slice(from) });
  return runs;
}

/** The text as it is read or counted: terms replaced by their words. */
export const plainText = (text: string): string =>
  runsOf(text)
    .map((run) => run.words)
    .join('');
