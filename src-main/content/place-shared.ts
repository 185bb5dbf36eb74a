import type { Landmark, Shape } from '../contract/shape-kinds.ts';
import type { SharedShapesFile, Use } from '../contract/shapes.ts';
import type { Point } from '../contract/diagram.ts';
import { partsOf, type Names } from './shape-names.ts';

/**
 * Shared shapes as one diagram has them: a part that it does not have has no name there, a parameter that it does not
 * have stays 0.
 */
export function fitted(file: SharedShapesFile, names: Names): SharedShapesFile {
  const known = (id: string): boolean => names.parameters.has(id);
  return {
    ...file,
    joints: mapValues(file.joints, (joint) => ({
      ...joint,
      turns: pick(joint.turns, known),
      moves: pick(joint.moves, known),
    })),
    forms: pick(file.forms, (id) => known(file.forms[id]?.parameter ?? '')),
    labels: pick(file.labels, (part) => names.parts.has(part)),
    shapes: file.shapes
      .filter(({ appears }) => appears === undefined || known(appears))
      .map((shape) => {
        const own = withKnown<Shape>(withoutSignal(shape, known), names);
        return own.kind === 'blend'
          ? { ...own, limbs: own.limbs.map((limb) => withKnown(limb, names, own.pair)) }
          : own;
      }),
  };
}

function withoutSignal({ signal, ...shape }: Shape, known: (id: string) => boolean): Shape {
  return signal === undefined || !known(signal) ? shape : { ...shape, signal };
}

interface Nameable {
  readonly part?: string | undefined;
  readonly pair: boolean;
  readonly forms?: Readonly<Record<string, unknown>>;
}

function withKnown<Drawn extends Nameable>(drawn: Drawn, { parts, forms }: Names, inPair = false): Drawn {
  const { part, ...rest } = drawn;
  const isNamed = partsOf({ part, pair: drawn.pair || inPair }, parts).length > 0;
  return {
    ...rest,
    ...(isNamed && { part }),
    ...(drawn.forms && { forms: pick(drawn.forms, (id) => forms.has(id)) }),
  } as Drawn;
}

/** Shared skins with the openings, regions and swellings of their sides that a diagram gives them besides their own. */
export const adapted = (
  shapes: SharedShapesFile['shapes'],
  { windows, regions, flanks }: Pick<Use, 'windows' | 'regions' | 'flanks'>,
): SharedShapesFile['shapes'] =>
  shapes.map((shape) => {
    if (shape.kind !== 'loft' || shape.id === undefined) return shape;
    return {
      ...shape,
      windows: { ...shape.windows, ...(Object.hasOwn(windows, shape.id) ? windows[shape.id] : {}) },
      regions: [...shape.regions, ...(Object.hasOwn(regions, shape.id) ? regions[shape.id]! : [])],
      flanks: [...shape.flanks, ...(Object.hasOwn(flanks, shape.id) ? flanks[shape.id]! : [])],
    };
  });

/** What belongs to no single shape (joints, labels, shades), moved to where the shapes stand in the diagram. */
export function placed(
  { joints, labels, shades }: SharedShapesFile,
  use: Use,
): Pick<SharedShapesFile, 'joints' | 'labels' | 'shades'> {
  const place = placing(use);
  const [x, y, z] = place([0, 0, 0]);
  const direction = (by: Point): Point => {
    const to = place(by);
    return [to[0] - x, to[1] - y, to[2] - z];
  };
  return {
    joints: mapValues(joints, (joint) => ({
      ...joint,
      foot: place(joint.foot),
      head: place(joint.head),
      turns: mapValues(joint.turns, ({ axis, degrees }) => ({
        axis: typeof axis === 'string' ? axis : direction(axis),
        degrees,
      })),
      moves: mapValues(joint.moves, direction),
    })),
    labels: mapValues(labels, ([px, py, pz, follows]): Landmark => {
      const to = place([px, py, pz]);
      return follows === undefined ? to : [...to, follows];
    }),
    shades: shades.map(({ ball: [bx, by, bz, radius], joint }) => ({
      ball: [...place([bx, by, bz]), radius * use.scale],
      joint: use.joint ?? joint,
    })),
  };
}

/** Scaled, leaned about the x axis (y is down: the front rises), moved. */
function placing({ scale, pitch, move }: Use): (point: Point) => Point {
  const [cos, sin] = [Math.cos((pitch * Math.PI) / 180), Math.sin((pitch * Math.PI) / 180)];
  return ([x, y, z]) => [
    x * scale + move[0],
    (y * cos - z * sin) * scale + move[1],
    (y * sin + z * cos) * scale + move[2],
  ];
}

const mapValues = <From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const pick = <Value>(
  record: Readonly<Record<string, Value>>,
  isWanted: (key: string) => boolean,
): Record<string, Value> => Object.fromEntries(Object.entries(record).filter(([key]) => isWanted(key)));
