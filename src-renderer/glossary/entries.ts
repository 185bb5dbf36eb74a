import type { GlossaryWords, TermWords } from '../../src-main/contract/words.ts';

export interface Entry extends TermWords {
  readonly id: string;
}

/** The glossary as its readers expect to find it: sorted by their language's rules. */
export const sortEntries = (glossary: GlossaryWords, collator: Intl.Collator): Entry[] =>
  Object.entries(glossary)
    .map(([id, words]) => ({ id, ...words }))
    .sort((a, b) => collator.compare(a.term, b.term) || a.id.localeCompare(b.id));
