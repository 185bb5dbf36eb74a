/** The parts that can be found, in all diagrams. */
import type { Diagram } from '../../src-main/contract/api.ts';
import type { DiagramsWords } from '../../src-main/contract/words.ts';
import { sideOf } from '../diagram/parts.ts';
import type { Findable } from '../find/findable.ts';

export interface FindablePart extends Findable {
  readonly diagram: string;
  /** Without its side. */
  readonly part: string;
  readonly technical?: string | undefined;
}

/** Every part that has a name, by its plain and its technical one; sorted as the language sorts. */
export function partsToFind(
  diagrams: ReadonlyMap<string, Pick<Diagram, 'parts'>>,
  words: DiagramsWords,
  collator: Intl.Collator,
): FindablePart[] {
  return [...diagrams]
    .flatMap(([diagram, { parts }]) =>
      [...new Set(Object.keys(parts).map((part) => sideOf(part).base))].flatMap((part): FindablePart[] => {
        const called = words[diagram]?.parts[part];
        if (!called) return [];
        const { name, technical } = called;
        const synonyms = technical === undefined ? [] : [technical];
        return [{ id: `${diagram}:${part}`, term: name, synonyms, diagram, part, technical }];
      }),
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
