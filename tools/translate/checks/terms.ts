import { distance } from 'fastest-levenshtein';
import { runsOf } from '../../../src-main/contract/rich-text.ts';
import { folded } from '../../../src-renderer/find/fold.ts';
import { finding, translatedIn, type Finding, type Pair } from '../pair.ts';

/** Scripts that set no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Two words are of one stem that begin alike, or differ in few of their letters: what a grammar does to ends of words. */
const ALIKE = { letters: 4, share: 0.5 } as const;

/** Particles and the article that Arabic writes together with a word. */
const withoutParticle = (word: string): string => word.replace(/^[وفبلك]?(?:ال|لل)(?=\p{L}{2})/u, '');

/**
 * Whether words can stand for a name: a word of each is of one stem. A rough measure, for a second look, and not for a verdict.
 */
export function standsFor(words: string, names: readonly string[]): boolean {
  const [own, ...others] = [words, ...names].map((text) => folded(text));
  if (UNSPACED.test(words))
    return others.some((name) =>
      [...own!].some((sign, at) => name.includes(sign + ([...own!][at + 1] ?? ''))),
    );
  const wordsIn = (text: string): string[] => text.split(' ').map(withoutParticle).filter(Boolean);
  return others.some((name) =>
    wordsIn(name).some((one) => wordsIn(own!).some((other) => isOneStem(one, other))),
  );
}

function isOneStem(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const alike = [...a].findIndex((letter, at) => letter !== b[at]);
  const common = alike < 0 ? shorter : Math.min(alike, shorter);
  return common >= Math.min(ALIKE.letters, shorter) || distance(a, b) <= ALIKE.share * shorter;
}

/**
 * Words that open an entry of the glossary are those of the entry: its term or one of its synonyms. Where English circumscribes
 * the term, as it calls an MRI a scan, the language may do so, too.
 */
export function terms(pair: Pair): Finding[] {
  const namesBeside = ({ files }: Pair['own'], words: string, term: string): string[] | undefined => {
    const glossary = files.get('glossary.json');
    const [name, synonyms] = [glossary?.get(`${term}.term`), glossary?.get(`${term}.synonyms`)];
    const names = [name, ...(synonyms?.split('\n') ?? [])].flatMap((one) => one || []);
    return names.length > 0 && !standsFor(words, names) ? names : undefined;
  };
  return translatedIn(pair).flatMap((one) => {
    const circumscribed = new Set(
      runsOf(one.english).flatMap(({ words, term }) =>
        term && namesBeside(pair.english, words, term) ? [term] : [],
      ),
    );
    return runsOf(one.text).flatMap(({ words, term }) => {
      if (term === undefined || circumscribed.has(term)) return [];
      const names = namesBeside(pair.own, words, term);
      return names
        ? [finding('warning', one, `calls “${words}” what the glossary calls “${names.join('”, “')}”`)]
        : [];
    });
  });
}
