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

/** What an entry is called, folded. */
interface Names {
  readonly term: string;
  /** Synonyms, and what is only typed. */
  readonly others: readonly string[];
}

interface Indexed<Entry extends Findable = Findable> extends Names {
  readonly entry: Entry;
  /** The same without Arabic articles. */
  readonly bare: Names;
  /** How it sounds, in one word; of a script that is typed as it sounds, in syllables. */
  readonly say: string;
  readonly syllables: readonly string[];
}

const TYPED_BY_SOUND = /\p{Script=Han}/u;
/** Scripts that set no spaces between their words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const bareOf = (text: string): string => text.replaceAll(/(?<!\p{L})ال(?=\p{L}{2})/gu, '');

function indexed<Entry extends Findable>(entry: Entry): Indexed<Entry> {
  const say = folded(entry.say ?? '');
  const names = { term: folded(entry.term), others: [...entry.synonyms, ...(entry.find ?? [])].map(folded) };
  return {
    entry,
    ...names,
    bare: { term: bareOf(names.term), others: names.others.map(bareOf) },
    say: say.replaceAll(' ', ''),
    syllables: TYPED_BY_SOUND.test(entry.term) ? say.split(' ') : [],
  };
}

/**
 * A search in these entries that overlooks case, accents and slips of the finger. First comes what is called so, then what
 * begins so, then what has a word that begins so, in terms before synonyms and pronunciations, then what is called so but for
 * a slip, then what is similar; like ones in the order of the list.
 */
export function searchIn<Entry extends Findable>(entries: readonly Entry[]): Search<Entry> {
  const items = entries.map((entry) => indexed(entry));
  const similar = new Fuse(items, {
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
    const answers = items.map((item) => [item, rankOf(item, query)] as const);
    const scores = new Map(answers.filter(([, rank]) => rank < SIMILAR));
    // Beside what is meant by its letters, only what is very like it.
    const furthest = scores.size > 0 ? VERY_LIKE : 1;
    const likes = query.length >= LEAST_FUZZY ? similar.search(query) : [];
    for (const { item, score = 1 } of likes)
      if (score <= furthest && !scores.has(item)) scores.set(item, SIMILAR + score);
    for (const item of query.length >= LEAST_FUZZY ? items : []) {
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
const slipsOf = ({ term, others }: Names, query: string): number =>
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
function rankOf(item: Indexed, query: string): number {
  const { bare, say, syllables } = item;
  const joined = query.replaceAll(' ', '');
  const ranks = [
    rankOfNames(item, query),
    // Called so all the same, if it is not called so to the letter.
    rankOfNames(bare, bareOf(query)) + 0.1,
    rankOfSound(syllables, joined),
    ...(joined.length >= LEAST_FUZZY && say.startsWith(joined) ? [6] : []),
  ];
  return Math.min(SIMILAR, ...ranks);
}

function rankOfNames({ term, others }: Names, query: string): number {
  const words = query.split(' ');
  const hasWords = (text: string): boolean => {
    const own = text.split(' ');
    return words.every((word) => own.some((one) => one.startsWith(word)));
  };
  const tests: readonly [number, () => boolean][] = [
    [0, () => term === query],
    [1, () => others.includes(query)],
    [2, () => term.startsWith(query)],
    [3, () => hasWords(term)],
    [4, () => others.some((other) => other.startsWith(query))],
    [5, () => others.some(hasWords)],
    [7, () => UNSPACED.test(query) && [term, ...others].some((name) => name.includes(query))],
  ];
  return tests.find(([, test]) => test())?.[0] ?? SIMILAR;
}

/**
 * How well the syllables of a term answer that is typed as it sounds: whole, from its beginning, from a syllable on, or by their
 * initials, as *jing bu*, *jirou* or *jbjr* for *jǐng bù jī ròu*. Keys of pinyin have v for ü.
 */
function rankOfSound(syllables: readonly string[], joined: string): number {
  const typed = joined.replaceAll('v', 'u');
  const from = syllables.findIndex((_, at) => syllables.slice(at).join('').startsWith(typed));
  if (from === 0) return syllables.join('') === typed ? 0 : 2;
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  return from > 0 || (typed.length > 1 && initials.startsWith(typed)) ? 3 : SIMILAR;
}
