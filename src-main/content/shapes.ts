import type { ServedGroup, ServedShapes } from '../contract/api.ts';
import type { DiagramFile } from '../contract/diagram.ts';
import type { ShapesFile, Use } from '../contract/shapes.ts';
import { fault, isError, unless, type Fault, type Place } from '../faults.ts';
import type { Entry, Files } from './files.ts';
import { fingerprintOf } from './fingerprint.ts';
import { adapted, fitted, placed } from './place-shared.ts';
import {
  hasJoint,
  holdFaults,
  innerFaults,
  isSurface,
  limbsOf,
  nameFaults,
  partsOf,
  regionsOf,
  type Names,
} from './shape-names.ts';

/** A diagram whose diagram.json is usable. */
export interface Sketch {
  readonly id: string;
  readonly at: Place;
  readonly file: DiagramFile;
  /** Of the bytes of diagram.json. */
  readonly hash: string;
}

/** A diagram that can be drawn. */
export interface Drawn {
  readonly shapes: ServedShapes;
  /** Parts that a shape draws or that have a label. */
  readonly parts: ReadonlySet<string>;
  readonly windows: ReadonlySet<string>;
  readonly fingerprint: string;
}

/** The openings that the engine can keep apart. */
const MOST_WINDOWS = 3;

type Shared = Entry<'sharedShapes'>;
/** Usable shared shapes, as a diagram uses them. */
interface Used {
  readonly use: Use;
  readonly shared: Shared & { value: NonNullable<Shared['value']> };
}

/** The shapes of every diagram that can be drawn. Shapes with a fault are left out as a whole. */
export function readShapes(
  files: Files,
  sketches: ReadonlyMap<string, Sketch>,
): { drawn: ReadonlyMap<string, Drawn>; faults: readonly Fault[] } {
  const entries = files.all('shapes').flatMap(({ names: [id = ''], ...entry }) => {
    const sketch = sketches.get(id);
    return sketch ? [{ sketch, ...entry }] : [];
  });
  const users = entries.flatMap(({ sketch, value }) => (value ? [{ sketch, value }] : []));
  const shared = new Map(files.all('sharedShapes').map((entry) => [entry.names[0] ?? '', entry]));
  const sharedFaults = new Map([...shared].map(([id, entry]) => [id, faultsOfShared(id, entry, users)]));
  const faults = [...sharedFaults.values()].flat();
  const drawn = new Map<string, Drawn>();

  for (const { sketch, at, value, hash } of entries) {
    const leftOut = (why: string): void => void faults.push(fault('shapes-left-out', at, { why }));
    if (!value) {
      leftOut('the file cannot be used');
      continue;
    }
    const used = value.use.flatMap((use): Used[] => {
      const entry = shared.get(use.shapes);
      const isUsable = entry?.value && sharedFaults.get(use.shapes)?.length === 0;
      return isUsable ? [{ use, shared: entry as Used['shared'] }] : [];
    });
    const wrong = faultsOfOwn(value, at, sketch, used);
    faults.push(...wrong);
    if (wrong.some(isError)) leftOut('what it names is not all there');
    else {
      const fingerprint = fingerprintOf(
        sketch.hash,
        hash,
        used.map((each) => each.shared.hash),
      );
      drawn.set(sketch.id, { ...drawnOf(value, namesOf(sketch, value, used), used), fingerprint });
    }
  }
  return { drawn, faults };
}

/** A part or a parameter of shared shapes need not be in every diagram that uses them, but in one. */
function faultsOfShared(
  id: string,
  { at, value }: Shared,
  users: readonly { sketch: Sketch; value: ShapesFile }[],
): Fault[] {
  if (!value) return [];
  const own = users.filter((user) => user.value.use.some(({ shapes }) => shapes === id));
  const all = own.map((user) => namesOf(user.sketch, user.value, []));
  const [first] = all;
  if (!first) return innerFaults(value, at);
  const union = (of: (names: Names) => ReadonlySet<string>) =>
    new Set(all.flatMap((names) => [...of(names)]));
  const names: Names = {
    diagram: first.diagram,
    parts: union(({ parts }) => parts),
    parameters: union(({ parameters }) => parameters),
    forms: new Set([...union(({ forms }) => forms), ...Object.keys(value.forms)]),
  };
  return [...innerFaults(value, at), ...nameFaults(value, names, at)];
}

/** What there is to be named in a diagram; its own forms, and those of the shared shapes that it can take on. */
function namesOf({ id, file }: Sketch, { forms }: ShapesFile, used: readonly Used[]): Names {
  const parameters = new Set(Object.keys(file.parameters));
  const lent = used.flatMap(({ shared }) =>
    Object.entries(shared.value.forms).flatMap(([name, form]) =>
      parameters.has(form.parameter) ? [name] : [],
    ),
  );
  return {
    diagram: id,
    parts: new Set(Object.keys(file.parts)),
    parameters,
    forms: new Set([...Object.keys(forms), ...lent]),
  };
}

function faultsOfOwn(file: ShapesFile, at: Place, sketch: Sketch, used: readonly Used[]): Fault[] {
  const within = (path: string): Place => ({ ...at, path });
  const diagram = sketch.id;
  const unusable = file.use.flatMap(({ shapes: id }, index) =>
    unless(
      used.some(({ use }) => use.shapes === id),
      'shapes-unknown',
      within(`use[${index}].shapes`),
      { id },
    ),
  );
  // What is missing with it would only be told once more.
  if (unusable.length > 0) return [...unusable, ...innerFaults(file, at)];

  const joints = new Map([
    ...used.flatMap(({ shared }) =>
      Object.entries(shared.value.joints).map(([id, { parent }]) => [id, { parent, at: shared.at }] as const),
    ),
    ...Object.entries(file.joints).map(([id, { parent }]) => [id, { parent, at }] as const),
  ]);
  const every = [...file.shapes, ...used.flatMap(({ use, shared }) => adapted(shared.value.shapes, use))];
  const named = every.filter(isSurface).flatMap(({ id, kind }) => (id === undefined ? [] : [{ id, kind }]));
  const holds = {
    diagram,
    joints: new Set(joints.keys()),
    surfaces: new Set(named.map(({ id }) => id)),
    lofts: new Set(named.flatMap(({ id, kind }) => (kind === 'loft' ? [id] : []))),
  };
  const windows = [...windowsOf(every)];
  return [
    ...innerFaults(file, at),
    ...nameFaults(file, namesOf(sketch, file, used), at),
    ...holdFaults(file, holds, at, false),
    ...file.use.flatMap(({ joint: id }, index) =>
      unless(id === undefined || hasJoint(holds.joints, id), 'joint-unknown', within(`use[${index}].joint`), {
        id: id ?? '',
        diagram,
      }),
    ),
    ...used.flatMap(({ use, shared }) => holdFaults(shared.value, holds, shared.at, use.joint !== undefined)),
    ...takenFaults(file, within, used),
    ...[...joints].flatMap(([id, { at: where }]) =>
      unless(
        !isCircular(id, joints),
        'joint-circular',
        { ...where, path: `joints.${id}.parent` },
        {
          id: joints.get(id)?.parent ?? '',
        },
      ),
    ),
    ...unless(windows.length <= MOST_WINDOWS, 'windows-too-many', at, {
      names: windows,
      most: MOST_WINDOWS,
    }),
  ];
}

/** Ids that stand in several files; within one file they are its own fault. */
function takenFaults(file: ShapesFile, within: (path: string) => Place, used: readonly Used[]): Fault[] {
  const owners = new Map<string, Place>();
  const lent = used.flatMap(({ shared, use }) =>
    shared.value.shapes.flatMap(({ id }) => {
      const owner = id === undefined ? undefined : owners.get(id);
      if (id === undefined || owner === shared.at) return [];
      owners.set(id, shared.at);
      return unless(!owner, 'shape-id-taken', within(`use[${file.use.indexOf(use)}]`), { id });
    }),
  );
  const own = file.shapes.flatMap(({ id }, index) =>
    unless(id === undefined || !owners.has(id), 'shape-id-taken', within(`shapes[${index}].id`), {
      id: id ?? '',
    }),
  );
  return [...lent, ...own];
}

function isCircular(
  id: string,
  joints: ReadonlyMap<string, { readonly parent?: string | undefined }>,
): boolean {
  const above = new Set<string>();
  let parent = joints.get(id)?.parent;
  while (parent !== undefined && parent !== id && !above.has(parent)) {
    above.add(parent);
    parent = joints.get(parent)?.parent;
  }
  return parent === id;
}

function drawnOf(file: ShapesFile, names: Names, used: readonly Used[]): Omit<Drawn, 'fingerprint'> {
  const { frame, light, fade } = file;
  const lent = used.map(({ use, shared }) => {
    const own = fitted(shared.value, names);
    const { pitch, move, scale, detail, joint } = use;
    const shapes = adapted(own.shapes, use);
    const group: ServedGroup = { pitch, move, scale, detail, joint, shapes };
    return { group, forms: own.forms, ...placed(own, use) };
  });
  const own = { pitch: 0, move: [0, 0, 0] as [number, number, number], scale: 1, detail: 1 };
  // Of two that have one name the diagram’s own counts; and its own come first, since the first joint is what is followed
  // where none is named.
  const all = <Key extends 'joints' | 'forms' | 'labels'>(key: Key): ShapesFile[Key] =>
    Object.assign({}, file[key], ...lent.map((each) => each[key]), file[key]) as ShapesFile[Key];
  const shapes: ServedShapes = {
    frame,
    joints: all('joints'),
    forms: all('forms'),
    labels: all('labels'),
    shades: [...lent.flatMap(({ shades }) => shades), ...file.shades],
    light,
    fade,
    groups: [...lent.map(({ group }) => group), { ...own, shapes: file.shapes }],
  };
  const every = shapes.groups.flatMap((group) => group.shapes);
  const parts = every.flatMap((shape) =>
    [shape, ...limbsOf(shape), ...regionsOf(shape)].flatMap(({ part, pair }) =>
      partsOf({ part, pair: pair || shape.pair }, names.parts),
    ),
  );
  return { shapes, parts: new Set([...parts, ...Object.keys(shapes.labels)]), windows: windowsOf(every) };
}

const windowsOf = (shapes: ShapesFile['shapes']): ReadonlySet<string> =>
  new Set(shapes.flatMap((shape) => ('windows' in shape ? Object.keys(shape.windows) : [])));
