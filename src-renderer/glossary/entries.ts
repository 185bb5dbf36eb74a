import type { GlossaryWords, TermWords } from '../../src-main/contract/words.ts';
import { headsOf } from '../find/heads.ts';

export interface Entry extends TermWords {
  readonly id: string;
}

/** The glossary as its readers expect to find it: sorted by their language's rules. */
export function sortEntries(glossary: GlossaryWords, collator: Intl.Collator): Entry[] {
  const entries = Object.entries(glossary).map(([id, words]) => ({ id, ...words }));
  const heads = headsOf(entries, collator);
  return entries.sort((a, b) => heads.compare(a, b) || a.id.localeCompare(b.id));
}
