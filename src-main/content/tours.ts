import type { Tour } from '../contract/api.ts';
import type { HomeFile, SourcesFile, TourFile } from '../contract/structure.ts';
import { fault, isError, type Fault, type Place } from '../faults.ts';
import type { Diagrams } from './diagrams.ts';
import type { Files } from './files.ts';
import { has } from './has.ts';
import { anchorFaults, sceneFaults } from './scenes.ts';

/** What a tour may name. `undefined`: the file that lists them is unusable, which is its own fault. */
interface Known {
  readonly diagrams: Diagrams;
  readonly terms: ReadonlySet<string> | undefined;
  readonly sources: SourcesFile | undefined;
  readonly home: HomeFile | undefined;
}

export interface Tours {
  /** Usable as far as structure goes, by id. */
  readonly tours: ReadonlyMap<string, { readonly tour: Tour; readonly at: Place }>;
  /** Ids that have a file, good or bad. */
  readonly known: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

/**
 * Reads the tours' structure. What a tour shows has to be right as a whole, or the tour is left out; what it links to
 * (terms, sources, related tours, its place on the home picture) is dropped singly.
 */
export function readTours(files: Files, known: Known): Tours {
  const entries = files.all('tour');
  const ids = new Set(entries.map(({ names }) => names[0] ?? ''));
  const tours = new Map<string, { tour: Tour; at: Place }>();
  const faults: Fault[] = [];
  for (const { at, names, value } of entries) {
    const [id = ''] = names;
    const wrong = value ? shownFaults(value, at, known.diagrams) : [];
    faults.push(...wrong);
    if (!value || wrong.some(isError)) {
      faults.push(
        fault('tour-left-out', at, {
          why: value ? 'what it shows is not all there' : 'the file cannot be used',
        }),
      );
      continue;
    }
    const { tour, faults: dropped } = withoutDeadLinks({ ...value, id }, at, known, ids);
    faults.push(...dropped);
    tours.set(id, { tour, at });
  }
  return { tours, known: ids, faults };
}

function shownFaults(file: TourFile, at: Place, diagrams: Diagrams): Fault[] {
  const seen = new Set<string>();
  return [
    ...sceneFaults(file.scene, at, 'scene', diagrams),
    ...file.steps.flatMap((step, index) => {
      const path = `steps[${index}]`;
      const faults = sceneFaults(step, at, path, diagrams);
      if (seen.has(step.id)) faults.push(fault('step-twice', { ...at, path: `${path}.id` }, { id: step.id }));
      seen.add(step.id);
      return faults;
    }),
  ];
}

function withoutDeadLinks(
  tour: Tour,
  at: Place,
  known: Known,
  ids: ReadonlySet<string>,
): { tour: Tour; faults: Fault[] } {
  const faults: Fault[] = [];
  const { terms, sources } = known;
  const steps = tour.steps.map((step, index) => ({
    ...step,
    terms: step.terms.filter((id, inner) => {
      if (terms?.has(id)) return true;
      if (terms)
        faults.push(fault('term-unknown', { ...at, path: `steps[${index}].terms[${inner}]` }, { id }));
      return false;
    }),
    sources: step.sources.filter((key, inner) => {
      if (has(sources, key)) return true;
      if (sources)
        faults.push(fault('source-unknown', { ...at, path: `steps[${index}].sources[${inner}]` }, { key }));
      return false;
    }),
  }));
  const related = tour.related.filter((id, index) => {
    if (ids.has(id) && id !== tour.id) return true;
    faults.push(fault('tour-unknown', { ...at, path: `related[${index}]` }, { id }));
    return false;
  });
  const { place, ...rest } = tour;
  const wrong = known.home && place !== undefined ? placeFaults(place, at, known.home, known.diagrams) : [];
  const kept = wrong.length === 0 ? tour : rest;
  return { tour: { ...kept, steps, related }, faults: [...faults, ...wrong] };
}

/** A place that is not on the home picture cannot be touched. */
function placeFaults(part: string, tour: Place, home: HomeFile, { diagrams }: Diagrams): Fault[] {
  const diagram = diagrams.get(home.diagram);
  const at = { ...tour, path: 'place' };
  return diagram ? anchorFaults(diagram, `${home.pose}@${home.camera}`, part, at) : [];
}
