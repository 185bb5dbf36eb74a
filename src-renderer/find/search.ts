import { distance } from 'fastest-levenshtein';
import Fuse from 'fuse.js';
import type { Findable } from './findable.ts';
import { folded } from './fold.ts';

/** Finds entries by what was typed, the best first. */
export type Search<Entry extends Findable> = (query: string) => Entry[];

/** Letters from which on a word with errors is understood; of fewer, everything would be like everything. */
const LEAST_FUZZY = 3;
/** A query is a word or two: what is longer is not looked at to its end. */
const LONGEST = 48;

interface Indexed<Entry extends Findable = Findable> {
  readonly entry: Entry;
  readonly term: string;
  /** Synonyms, and what is only typed. */
  readonly others: readonly string[];
  readonly say: string;
}

/**
 * A search in these entries that overlooks case, accents and slips of the finger. First comes what is called so, then what
 * begins so, then what has a word that begins so, in terms before synonyms and pronunciations, then what is called so but for
 * a slip, then what is similar; like ones in the order of the list.
 */
export function searchIn<Entry extends Findable>(entries: readonly Entry[]): Search<Entry> {
  const indexed = entries.map((entry): Indexed<Entry> => ({
    entry,
    term: folded(entry.term),
    others: [...entry.synonyms, ...(entry.find ?? [])].map(folded),
    say: folded(entry.say ?? '').replaceAll(' ', ''),
  }));
  const similar = new Fuse(indexed, {
    keys: [
      { name: 'term', weight: 3 },
      { name: 'others', weight: 1 },
      { name: 'say', weight: 1 },
    ],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.35,
  });
  return (text) => {
    const query = folded(text.slice(0, LONGEST));
    if (query === '') return [];
    const answers = indexed.map((item) => [item, rankOf(item, query)] as const);
    const scores = new Map(answers.filter(([, rank]) => rank < SIMILAR));
    // Beside what is meant by its letters, only what is very like it.
    const furthest = scores.size > 0 ? VERY_LIKE : 1;
    const likes = query.length >= LEAST_FUZZY ? similar.search(query) : [];
    for (const { item, score = 1 } of likes)
      if (score <= furthest && !scores.has(item)) scores.set(item, SIMILAR + score);
    for (const item of query.length >= LEAST_FUZZY ? indexed : []) {
      const slips = slipsOf(item, query);
      if (slips <= MOST_SLIPS && (scores.get(item) ?? SIMILAR) >= SIMILAR) scores.set(item, SLIP + slips);
    }
    return [...scores].toSorted(([, a], [, b]) => a - b).map(([{ entry }]) => entry);
  };
}

const SIMILAR = 8;
/** A term with one wrong letter in eight. */
const VERY_LIKE = 0.3;

/** A name that is all there but for slips: *dystomia* is *dystonia* before it is anything that has it within. */
const SLIP = 7.5;
/** As shares of the letters. */
const MOST_SLIPS = 0.17;
const slipsOf = ({ term, others }: Indexed, query: string): number =>
  Math.min(
    ...[term, ...others].map(
      (name) => (isSwapped(name, query) ? 1 : distance(name, query)) / Math.max(name.length, query.length),
    ),
  );

/** Whether two letters side by side have changed places: one slip, and not two wrong letters. */
function isSwapped(name: string, query: string): boolean {
  const at = [...name].findIndex((letter, index) => letter !== query[index]);
  return (
    at >= 0 &&
    name.length === query.length &&
    name.slice(0, at) + name.slice(at + 1, at + 2) + name[at] + name.slice(at + 2) === query
  );
}

/** How well an entry answers, 0 best; `SIMILAR` where it does not by its letters. */
function rankOf({ term, others, say }: Indexed, query: string): number {
  const words = query.split(' ');
  const hasWords = (text: string): boolean => {
    const own = text.split(' ');
    return words.every((word) => own.some((one) => one.startsWith(word)));
  };
  const joined = words.join('');
  const tests: readonly (() => boolean)[] = [
    () => term === query,
    () => others.includes(query),
    () => term.startsWith(query),
    () => hasWords(term),
    () => others.some((other) => other.startsWith(query)),
    () => others.some(hasWords),
    () => joined.length >= LEAST_FUZZY && say.startsWith(joined),
    // Of scripts that set no spaces between their words.
    () => !/\p{Script=Latin}/u.test(query) && term.includes(query),
  ];
  const rank = tests.findIndex((test) => test());
  return rank < 0 ? SIMILAR : rank;
}
