import type { Shape, ShapeOf } from '../contract/shape-kinds.ts';
import { fault, unless, type Fault, type Place } from '../faults.ts';

type Within = (path: string) => Place;
type Point = readonly number[];
type Rows = readonly (readonly [number, ...unknown[]])[];

/** Half of what a blend may cost: a body at 0.5 cm stays far below. */
const MOST_MEGACELLS = 20;

/** What is wrong with the points, tables and sizes of a shape, whatever it is drawn in. */
export function lineFaults(shape: Shape, within: Within): Fault[] {
  switch (shape.kind) {
    case 'sheet':
      return sheetFaults(shape, within);
    case 'tube':
      return tubeFaults(shape, within);
    case 'loft':
      return loftFaults(shape, within);
    case 'blend':
      return blendFaults(shape, within);
    case 'dish':
      return shape.calm ? rising(shape.calm, within('calm')) : [];
    case 'stroke':
      return [
        ...laidFaults(shape.points, shape.on, within('points')),
        ...formFaults<Pick<ShapeOf<'stroke'>, 'points'>>(shape, within, ({ points }) => [['points', points]]),
      ];
    case 'fill':
      return [
        ...laidFaults(shape.line, shape.on, within('line')),
        ...enough(shape.line, shape.halved ? 2 : 3, within('line')),
        ...rising(shape.stops, within('stops'), true),
        ...formFaults<Pick<ShapeOf<'fill'>, 'line'>>(shape, within, ({ line }) => [['line', line]]),
      ];
  }
}

function sheetFaults(shape: ShapeOf<'sheet'>, within: Within): Fault[] {
  return [
    ...shape.edges.flatMap((edge, index) => [
      ...laidFaults(edge, shape.on, within(`edges[${index}]`)),
      ...(shape.closed ? enough(edge, shape.halved ? 3 : 4, within(`edges[${index}]`)) : []),
    ]),
    ...formFaults<Pick<ShapeOf<'sheet'>, 'edges'>>(shape, within, ({ edges }) =>
      edges.map((edge, index) => [`edges[${index}]`, edge]),
    ),
  ];
}

function tubeFaults(shape: ShapeOf<'tube'>, within: Within): Fault[] {
  const radii = (line: ShapeOf<'tube'> | ShapeOf<'tube'>['forms'][string], at: Place): Fault[] =>
    unless(line.radii.length === 1 || line.radii.length === line.path.length, 'radii-wrong', at, {
      is: line.radii.length,
      wanted: line.path.length,
    });
  return [
    ...radii(shape, within('radii')),
    ...Object.entries(shape.forms).flatMap(([id, form]) => radii(form, within(`forms.${id}.radii`))),
    ...formFaults<Pick<ShapeOf<'tube'>, 'path'>>(shape, within, ({ path }) => [['path', path]]),
  ];
}

function loftFaults(shape: ShapeOf<'loft'>, within: Within): Fault[] {
  const tables = ['width', 'front', 'back', 'axis', 'power', 'follows', 'rows'] as const;
  return [
    ...tables.flatMap((name) => rising(shape[name] ?? [], within(name))),
    ...(shape.between ? rising([[shape.between[0]], [shape.between[1]]], within('between')) : []),
    ...[
      { path: 'relief', ...shape },
      ...Object.entries(shape.forms).map(([id, form]) => ({ path: `forms.${id}.relief`, ...form })),
    ].flatMap(({ path, relief }) =>
      relief.flatMap((one, index) =>
        'ridge' in one ? rising(one.ridge, within(`${path}[${index}].ridge`)) : [],
      ),
    ),
    ...Object.entries(shape.windows).flatMap(([name, { front, back }]) => [
      ...rising(front, within(`windows.${name}.front`)),
      ...rising(back, within(`windows.${name}.back`)),
    ]),
  ];
}

function blendFaults(shape: ShapeOf<'blend'>, within: Within): Fault[] {
  const megacells = cellsOf(shape) / 1e6;
  return [
    ...shape.limbs.flatMap((limb, index) =>
      formFaults<Pick<typeof limb, 'path'>>(
        limb,
        (path) => within(`limbs[${index}].${path}`),
        ({ path }) => [['path', path]],
      ),
    ),
    ...unless(megacells <= MOST_MEGACELLS, 'cells-too-many', within('cell'), {
      is: Math.round(megacells),
      most: MOST_MEGACELLS,
    }),
  ];
}

/** How many cells the box around a blend holds. */
function cellsOf({ limbs, cell, detail, pair }: ShapeOf<'blend'>): number {
  const balls = limbs.flatMap(({ path, pair: isPair }) =>
    path.flatMap(([x, y, z, radius]) =>
      (pair || isPair ? [x, -x] : [x]).map((side) => [side, y, z, radius] as const),
    ),
  );
  return [0, 1, 2].reduce((cells, axis) => {
    const ends = balls.flatMap((ball) => [ball[axis]! - ball[3], ball[axis]! + ball[3]]);
    const length = Math.max(...ends) - Math.min(...ends);
    return cells * Math.ceil((length * detail) / cell);
  }, 1);
}

/** Points of a surface have two numbers, those in space three or four. */
function laidFaults(line: readonly Point[], on: string | undefined, at: Place): Fault[] {
  const isFlat = line.every((point) => point.length === 2);
  if (on === undefined) return unless(!isFlat, 'line-flat', at);
  return unless(isFlat, 'line-not-flat', at);
}

const enough = (line: readonly unknown[], least: number, at: Place): Fault[] =>
  unless(line.length >= least, 'landmarks-few', at, { is: line.length, least });

/** The lines of a form have as many points as those that they change, and of the same kind. */
function formFaults<Lines>(
  shape: Lines & { readonly forms: Readonly<Record<string, Lines>> },
  within: Within,
  linesOf: (from: Lines) => (readonly [path: string, line: readonly Point[]])[],
): Fault[] {
  const wanted = linesOf(shape);
  return Object.entries(shape.forms).flatMap(([id, form]) =>
    linesOf(form).flatMap(([path, line], index) => {
      const base = wanted[index]?.[1] ?? [];
      const at = within(`forms.${id}.${path}`);
      const isFlat = base[0]?.length === 2;
      if (line.length !== base.length)
        return [fault('form-points-wrong', at, { is: line.length, wanted: base.length })];
      if (line.every((point) => (point.length === 2) === isFlat)) return [];
      return [fault(isFlat ? 'line-not-flat' : 'line-flat', at)];
    }),
  );
}

/** @param level whether a row may stand as high as the one before */
export function rising(rows: Rows, at: Place, level = false): Fault[] {
  const row = rows.findIndex(([x], index) => {
    const before = rows[index - 1]?.[0];
    return before !== undefined && (level ? x < before : x <= before);
  });
  return unless(row < 0, 'rows-not-rising', { ...at, path: `${at.path}[${row}]` });
}
