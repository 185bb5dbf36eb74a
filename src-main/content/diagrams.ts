import type { Diagram, ServedPose, ServedShapes, ServedTouch } from '../contract/api.ts';
import { fault, isError, type Fault } from '../faults.ts';
import { fileFaults, termFaults } from './diagram-file.ts';
import type { Files } from './files.ts';
import type { Picture } from './layer.ts';
import { resolvePoses } from './poses.ts';
import { readPosters, type Posters } from './posters.ts';
import { readShapes, type Drawn, type Sketch } from './shapes.ts';

export interface Diagrams {
  readonly diagrams: ReadonlyMap<string, Diagram>;
  /** Ids that have a file, good or bad. */
  readonly known: ReadonlySet<string>;
  /** Of diagrams that have shapes, good or bad: the parts that a callout can name. Others need a still for all they show. */
  readonly nameable: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of diagrams that can be drawn. */
  readonly shapes: ReadonlyMap<string, ServedShapes>;
  readonly touch: ReadonlyMap<string, ServedTouch>;
  /** Of diagrams that can be drawn: of which data, see `fingerprintOf`. */
  readonly fingerprints: ReadonlyMap<string, string>;
  /** Name in an address → picture. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly faults: readonly Fault[];
}

/** The usable diagrams. What is wrong with shapes or stills leaves those out; the diagram goes on without. */
export function readDiagrams(files: Files, terms: ReadonlySet<string> | undefined): Diagrams {
  const { sketches, poses, known, faults } = readFiles(files, terms);
  const { drawn, faults: shapeFaults } = readShapes(files, sketches);
  faults.push(...strayFaults(files, known), ...shapeFaults);
  const shaped = new Set(files.all('shapes').map(({ names: [id] }) => id));
  const posters = new Map(files.all('posters').map((entry) => [entry.names[0], entry]));

  const diagrams = new Map<string, Diagram>();
  const nameable = new Map<string, ReadonlySet<string>>();
  const touch = new Map<string, ServedTouch>();
  const pictures = new Map<string, Picture>();
  for (const [id, sketch] of sketches) {
    const own = drawn.get(id);
    const entry = posters.get(id);
    const stills = entry ? readPosters(files, entry, sketch, own?.fingerprint) : NO_STILLS;
    const { views, faults: viewFaults } = viewsOf(sketch, own);
    faults.push(...stills.faults, ...viewFaults);
    for (const [name, picture] of stills.files) pictures.set(name, picture);
    const places = placesOf(own, stills);
    // Where shapes or stills are left out, nobody knows which parts they would have shown.
    const isTelling = shaped.has(id) ? own !== undefined : places.size > 0 && !stills.faults.some(isError);
    if (isTelling) faults.push(...placeFaults(sketch, places));
    if (shaped.has(id)) nameable.set(id, own ? places : new Set(Object.keys(sketch.file.parts)));
    touch.set(id, stills.touch);
    diagrams.set(id, {
      ...sketch.file,
      id,
      views,
      poses: poses.get(id) ?? {},
      pictures: stills.pictures,
      drawn: own !== undefined,
    });
  }
  const of = <Value>(pick: (own: Drawn) => Value): Map<string, Value> =>
    new Map([...drawn].map(([id, own]) => [id, pick(own)]));
  return {
    diagrams,
    known,
    nameable,
    shapes: of(({ shapes }) => shapes),
    touch,
    fingerprints: of(({ fingerprint }) => fingerprint),
    pictures,
    faults,
  };
}

const NO_STILLS: Posters = { pictures: {}, touch: {}, files: new Map(), faults: [] };

/** The diagram.json that hold together. */
function readFiles(files: Files, terms: ReadonlySet<string> | undefined) {
  const sketches = new Map<string, Sketch>();
  const poses = new Map<string, Record<string, ServedPose>>();
  const known = new Set<string>();
  const faults: Fault[] = [];
  for (const { at, names, value: file, hash } of files.all('diagram')) {
    const [id = ''] = names;
    known.add(id);
    const resolved = file && resolvePoses(file, id, at);
    const wrong = resolved ? [...fileFaults(file, id, at), ...resolved.faults] : [];
    faults.push(...wrong);
    if (!resolved || wrong.some(isError)) {
      const why = resolved ? 'what it names is not all there' : 'the file cannot be used';
      faults.push(fault('diagram-left-out', at, { why }));
      continue;
    }
    faults.push(...termFaults(file, at, terms));
    sketches.set(id, { id, at, file, hash });
    poses.set(id, resolved.poses);
  }
  return { sketches, poses, known, faults };
}

/** Shapes and stills of a diagram that has no diagram.json; those that were drawn by a program are only left over. */
function strayFaults(files: Files, known: ReadonlySet<string>): Fault[] {
  const missing = (folder: string, id: string): Fault =>
    fault('file-missing', { folder, file: `assets/diagrams/${id}/diagram.json` });
  return [
    ...files
      .all('shapes')
      .flatMap(({ at, names: [id = ''] }) => (known.has(id) ? [] : [missing(at.folder, id)])),
    ...files.all('posters').flatMap(({ at, names: [id = ''], value }) => {
      if (known.has(id)) return [];
      return value?.of === undefined
        ? [missing(at.folder, id)]
        : [fault('posters-stale', { ...at, path: 'of' })];
    }),
  ];
}

/** The views; one that names a window that the skin does not have shows the skin whole. */
function viewsOf(
  { id: diagram, file, at }: Sketch,
  own: Drawn | undefined,
): Pick<Diagram, 'views'> & { faults: Fault[] } {
  const faults: Fault[] = [];
  const views = Object.entries(file.views).map(([id, view]) => {
    const { window, ...rest } = view;
    if (!own || window === undefined || own.windows.has(window)) return [id, view] as const;
    faults.push(fault('window-unknown', { ...at, path: `views.${id}.window` }, { id: window, diagram }));
    return [id, rest] as const;
  });
  return { views: Object.fromEntries(views), faults };
}

const placesOf = (own: Drawn | undefined, { pictures }: Posters): ReadonlySet<string> =>
  new Set([...(own?.parts ?? []), ...Object.values(pictures).flatMap(({ anchors }) => Object.keys(anchors))]);

const placeFaults = ({ file, at }: Sketch, places: ReadonlySet<string>): Fault[] =>
  Object.keys(file.parts)
    .filter((part) => !places.has(part))
    .map((part) => fault('part-without-place', { ...at, path: `parts.${part}` }));
