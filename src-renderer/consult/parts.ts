/** The parts that can be found, in all diagrams. */
import type { Diagram } from '../../src-main/contract/api.ts';
import type { DiagramsWords, GlossaryWords } from '../../src-main/contract/words.ts';
import { sideOf } from '../diagram/parts.ts';
import type { Findable } from '../find/findable.ts';

export interface FindablePart extends Findable {
  readonly diagram: string;
  /** Without its side. */
  readonly part: string;
  readonly technical?: string | undefined;
}

/**
 * Every part that has a name, by its plain and its technical one, and by what its word in the glossary is found by: its other names,
 * and what is typed for it, as by its sound. Sorted as the language sorts.
 */
export function partsToFind(
  diagrams: ReadonlyMap<string, Pick<Diagram, 'parts'>>,
  words: DiagramsWords,
  glossary: GlossaryWords,
  collator: Intl.Collator,
): FindablePart[] {
  return [...diagrams]
    .flatMap(([diagram, { parts }]) =>
      [...new Map(Object.entries(parts).map(([part, { term }]) => [sideOf(part).base, term]))].flatMap(
        ([part, entry]): FindablePart[] => {
          const called = words[diagram]?.parts[part];
          if (!called) return [];
          const { name, technical } = called;
          const synonyms = technical === undefined ? [] : [technical];
          const { synonyms: others = [], find = [] } = (entry !== undefined && glossary[entry]) || {};
          const all = { synonyms, find: [...others, ...find] };
          return [{ id: `${diagram}:${part}`, term: name, ...all, diagram, part, technical }];
        },
      ),
    )
    .sort((a, b) => collator.compare(a.term, b.term));
}

/** Which one of a pair is meant where only its name was said: one that works, or else the first. */
export function sideMeant(
  { parts }: Pick<Diagram, 'parts'>,
  base: string,
  working: readonly string[],
): string | undefined {
  const all = Object.keys(parts).filter((part) => sideOf(part).base === base);
  return all.find((part) => working.includes(part)) ?? all[0];
}
