import type { Tour } from '../contract/api.ts';
import type { HomeFile, Scene, SourcesFile, TourFile } from '../contract/structure.ts';
import { fault, isError, unless, type Fault, type Place } from '../faults.ts';
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

/** A tour and its file. */
export interface PlacedTour {
  readonly tour: Tour;
  readonly at: Place;
}

export interface Tours {
  /** Usable as far as structure goes, by id. */
  readonly tours: ReadonlyMap<string, PlacedTour>;
  /** Ids that have a file, good or bad. */
  readonly known: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

/**
 * Reads the tours' structure. What a tour shows has to be right as a whole, or the tour is left out; what it links to
 * (terms, sources, related tours, its place on the home picture) is dropped singly, and so is what a list names again.
 */
export function readTours(files: Files, known: Known): Tours {
  const entries = files.all('tour');
  const ids = new Set(entries.map(({ names }) => names[0] ?? ''));
  const tours = new Map<string, PlacedTour>();
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
    const { tour, faults: dropped } = withoutDeadLinks({ ...withoutNotes(value), id }, at, known, ids);
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

/** A tour without what is noted for those who write, draw and review it. */
function withoutNotes({ steps, ...tour }: TourFile): Omit<Tour, 'id'> {
  return {
    ...tour,
    steps: steps.map(({ teaches: _teaches, needsReview: _needsReview, wants: _wants, ...step }) => step),
  };
}

function withoutDeadLinks(
  tour: Tour,
  at: Place,
  known: Known,
  ids: ReadonlySet<string>,
): { tour: Tour; faults: Fault[] } {
  const faults: Fault[] = [];
  const { terms, sources } = known;
  const kept = (
    list: readonly string[],
    path: string,
    wrong: (id: string, at: Place) => Fault[] = () => [],
  ): string[] =>
    list.filter((id, index) => {
      const inside = { ...at, path: `${path}[${index}]` };
      const found = list.indexOf(id) < index ? [fault('listed-twice', inside, { id })] : wrong(id, inside);
      faults.push(...found);
      return found.length === 0;
    });
  const keptParts = ({ show, mark }: Scene, path: string): Pick<Scene, 'show' | 'mark'> => ({
    show: kept(show, `${path}.show`),
    mark: kept(mark, `${path}.mark`),
  });
  const scene = { ...tour.scene, ...keptParts(tour.scene, 'scene') };
  const steps = tour.steps.map((step, index) => {
    const path = `steps[${index}]`;
    return {
      ...step,
      ...keptParts(step, path),
      terms: terms
        ? kept(step.terms, `${path}.terms`, (id, inside) =>
            unless(terms.has(id), 'term-unknown', inside, { id }),
          )
        : [],
      sources: sources
        ? kept(step.sources, `${path}.sources`, (key, inside) =>
            unless(has(sources, key), 'source-unknown', inside, { key }),
          )
        : [],
    };
  });
  const related = kept(tour.related, 'related', (id, inside) =>
    unless(ids.has(id) && id !== tour.id, 'tour-unknown', inside, { id }),
  );
  const { place, ...rest } = tour;
  const wrong = known.home && place !== undefined ? placeFaults(place, at, known.home, known.diagrams) : [];
  const reached = wrong.length === 0 ? tour : rest;
  return { tour: { ...reached, scene, steps, related }, faults: [...faults, ...wrong] };
}

/** Tours in the order of lists. A place leads to the first tour that names it; the others lose it. */
export function inOrder(tours: Iterable<PlacedTour>): { tours: Tour[]; faults: Fault[] } {
  const first = new Map<string, string>();
  const faults: Fault[] = [];
  const sorted = [...tours].sort(({ tour: a }, { tour: b }) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const ordered = sorted.map(({ tour, at }) => {
    const { place, ...rest } = tour;
    if (place === undefined) return tour;
    const taken = first.get(place);
    if (taken === undefined) {
      first.set(place, tour.id);
      return tour;
    }
    faults.push(fault('place-taken', { ...at, path: 'place' }, { id: place, tour: tour.id, first: taken }));
    return rest;
  });
  return { tours: ordered, faults };
}

/** A place that is not on the home picture cannot be touched. */
const placeFaults = (part: string, tour: Place, home: HomeFile, diagrams: Diagrams): Fault[] =>
  anchorFaults(diagrams, home, part, { ...tour, path: 'place' });
