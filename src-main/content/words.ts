import type { DiagramsWords, GlossaryWords, LocaleFile, TourWords, UiWords } from '../contract/words.ts';
import { fault, type Fault, type Place } from '../faults.ts';
import type { Diagrams } from './diagrams.ts';
import type { Entry, Files } from './files.ts';
import type { JsonKind } from './layout.ts';
import { missingWords, strayWords } from './missing.ts';
import { bodyFaults, linkTexts } from './texts.ts';
import type { Tours } from './tours.ts';

/** The words of one locale; absent where it has none that can be used. */
export interface LocaleWords {
  readonly ui: UiWords | undefined;
  readonly diagrams: DiagramsWords | undefined;
  readonly glossary: GlossaryWords | undefined;
  readonly tours: ReadonlyMap<string, TourWords>;
}

interface Known {
  readonly locales: ReadonlyMap<string, LocaleFile>;
  readonly root: string;
  readonly diagrams: Diagrams;
  readonly tours: Tours;
  readonly terms: ReadonlySet<string> | undefined;
}

/** Reads every locale's words and holds them against the structure and the root's keys. */
export function readWords(files: Files, known: Known): { words: Map<string, LocaleWords>; faults: Fault[] } {
  const faults: Fault[] = [];
  const words = new Map<string, LocaleWords>();
  const byLocale = <Kind extends JsonKind>(kind: Kind) =>
    Map.groupBy(files.all(kind), ({ names }) => names[0] ?? '');
  const ui = byLocale('ui');
  const diagrams = byLocale('diagramsWords');
  const glossary = byLocale('glossary');
  const tours = byLocale('tourWords');

  const linked = <Kind extends JsonKind>(entry: Entry<Kind> | undefined) => {
    if (!entry) return undefined;
    const { value, faults: found } = linkTexts(entry.value, known.terms, entry.at);
    faults.push(...found);
    return value;
  };
  // The root first: the others are held against it.
  const tags = [known.root, ...[...known.locales.keys()].filter((tag) => tag !== known.root)];
  for (const tag of tags) {
    const own: LocaleWords = {
      ui: linked(ui.get(tag)?.[0]),
      diagrams: linked(diagrams.get(tag)?.[0]),
      glossary: linked(glossary.get(tag)?.[0]),
      tours: new Map(
        tours.get(tag)?.flatMap((entry) => {
          const value = linked(entry);
          return value
            ? [[entry.names[1] ?? '', knownSteps(value, tag, entry, known.tours, faults)] as const]
            : [];
        }),
      ),
    };
    words.set(tag, own);
    const entries: { at: Place }[] = [ui, diagrams, glossary, tours].flatMap<{ at: Place }>(
      (kind) => kind.get(tag) ?? [],
    );
    const present = new Map(entries.map(({ at }) => [at.file, at]));
    const root = words.get(known.root) ?? own;
    const locale = { tag, isRoot: tag === known.root, present };
    faults.push(...missingWords(own, root, known, locale), ...strayWords(own, root, known, locale));
  }
  return { words, faults };
}

/** Words of the steps that the tour has; the others are faults. */
function knownSteps(
  words: TourWords,
  tag: string,
  entry: Entry<'tourWords'>,
  tours: Tours,
  faults: Fault[],
): TourWords {
  const { at } = entry;
  const id = entry.names[1] ?? '';
  if (!tours.known.has(id)) faults.push(fault('words-unknown', at, { what: `the tour "${id}"` }));
  const tour = tours.tours.get(id)?.tour;
  const steps: [string, TourWords['steps'][string]][] = [];
  for (const [step, texts] of Object.entries(words.steps)) {
    const inside: Place = { ...at, path: `steps.${step}` };
    faults.push(
      ...bodyFaults([texts.myth, texts.body, texts.urgent].filter(Boolean).join(' '), tag, {
        ...inside,
        path: `${inside.path}.body`,
      }),
    );
    if (!tour || tour.steps.some((known) => known.id === step)) steps.push([step, texts]);
    else faults.push(fault('step-unknown', inside, { id: step }));
  }
  return { ...words, steps: Object.fromEntries(steps) };
}
