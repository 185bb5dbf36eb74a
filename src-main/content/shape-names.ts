import type { Shape } from '../contract/shape-kinds.ts';
import type { SharedShapesFile, ShapesFile } from '../contract/shapes.ts';
import { fault, unless, type Fault, type Place } from '../faults.ts';
import { lineFaults, rising } from './shape-lines.ts';

type Set = ReadonlySet<string>;
export type AnyShapes = ShapesFile | SharedShapesFile;

/** What shapes may name of a diagram. */
export interface Names {
  /** The diagram’s id. */
  readonly diagram: string;
  readonly parts: Set;
  readonly parameters: Set;
  readonly forms: Set;
}

/** What shapes of a diagram hold on to, whichever file it is in. */
export interface Holds {
  readonly diagram: string;
  readonly joints: Set;
  /** Ids of lofts and blends. */
  readonly surfaces: Set;
  /** Ids of lofts alone. */
  readonly lofts: Set;
}

interface Drawing {
  readonly part?: string | undefined;
  readonly pair: boolean;
}

/** The parts of a diagram that something draws: of a pair both, where the diagram tells them apart. */
export function partsOf({ part, pair }: Drawing, parts: Set): string[] {
  if (part === undefined) return [];
  const sides = pair ? [`${part}.left`, `${part}.right`].filter((id) => parts.has(id)) : [];
  if (sides.length > 0) return sides;
  return parts.has(part) ? [part] : [];
}

/** A joint by its name; of a pair each side may have its own, as in `elbow-left`. */
export const hasJoint = (joints: Set, id: string): boolean =>
  joints.has(id) || (joints.has(`${id}-left`) && joints.has(`${id}-right`));

/** What is wrong within a file of shapes, whatever diagram draws them. */
export function innerFaults({ shapes, forms }: AnyShapes, at: Place): Fault[] {
  const taken = new Map<string, number>();
  return [
    ...shapes.flatMap((shape, index) => {
      const within = (path: string): Place => ({ ...at, path: `shapes[${index}].${path}` });
      const faults = lineFaults(shape, within);
      const { id } = shape;
      if (id !== undefined && taken.has(id)) faults.push(fault('shape-id-taken', within('id'), { id }));
      if (id !== undefined) taken.set(id, index);
      return faults;
    }),
    ...Object.entries(forms).flatMap(([id, { from, at: top, to, grown }]) => [
      ...unless(top !== from && (to === undefined || (to - top) * (top - from) > 0), 'form-order-wrong', {
        ...at,
        path: `forms.${id}`,
      }),
      ...(['height', 'girth'] as const).flatMap((name) =>
        grown ? rising(grown[name], { ...at, path: `forms.${id}.grown.${name}` }) : [],
      ),
    ]),
  ];
}

/** Parts, parameters and forms that a file of shapes names and the diagram does not have. */
export function nameFaults(file: AnyShapes, names: Names, at: Place): Fault[] {
  const { diagram } = names;
  const within = (path: string): Place => ({ ...at, path });
  const parameter = (id: string, path: string): Fault[] =>
    unless(names.parameters.has(id), 'parameter-unknown', within(path), { id, diagram });
  const drawn = (from: Drawing, path: string): Fault[] =>
    unless(
      from.part === undefined || partsOf(from, names.parts).length > 0,
      'part-unknown',
      within(`${path}.part`),
      { id: from.part ?? '', diagram },
    );
  const formed = (forms: object, path: string): Fault[] =>
    Object.keys(forms).flatMap((id) =>
      unless(names.forms.has(id), 'form-unknown', within(`${path}.forms.${id}`), { id, diagram }),
    );
  return [
    ...file.shapes.flatMap((shape, index) => {
      const path = `shapes[${index}]`;
      return [
        ...drawn(shape, path),
        ...(shape.appears === undefined ? [] : parameter(shape.appears, `${path}.appears`)),
        ...(shape.signal === undefined ? [] : parameter(shape.signal, `${path}.signal`)),
        ...('forms' in shape ? formed(shape.forms, path) : []),
        ...limbsOf(shape).flatMap((limb, number) => {
          const inner = `${path}.limbs[${number}]`;
          return [...drawn({ ...limb, pair: limb.pair || shape.pair }, inner), ...formed(limb.forms, inner)];
        }),
        ...regionsOf(shape).flatMap((region, number) => drawn(region, `${path}.regions[${number}]`)),
      ];
    }),
    ...usesOf(file).flatMap(({ regions }, index) =>
      Object.entries(regions).flatMap(([id, own]) =>
        own.flatMap((region, number) => drawn(region, `use[${index}].regions.${id}[${number}]`)),
      ),
    ),
    ...Object.entries(file.forms).flatMap(([id, form]) => parameter(form.parameter, `forms.${id}.parameter`)),
    ...Object.entries(file.joints).flatMap(([id, { turns, moves }]) => [
      ...Object.keys(turns).flatMap((name) => parameter(name, `joints.${id}.turns.${name}`)),
      ...Object.keys(moves).flatMap((name) => parameter(name, `joints.${id}.moves.${name}`)),
    ]),
    ...Object.keys(file.labels).flatMap((id) =>
      unless(names.parts.has(id), 'part-unknown', within(`labels.${id}`), { id, diagram }),
    ),
  ];
}

/**
 * Joints and surfaces that a file of shapes names and nothing of the diagram has.
 * @param isLed whether another joint stands in for those that the file names
 */
export function holdFaults(
  file: AnyShapes,
  { diagram, joints, surfaces, lofts }: Holds,
  at: Place,
  isLed: boolean,
): Fault[] {
  const within = (path: string): Place => ({ ...at, path });
  const joint = (id: string | undefined, path: string): Fault[] =>
    unless(id === undefined || isLed || hasJoint(joints, id), 'joint-unknown', within(path), {
      id: id ?? '',
      diagram,
    });
  return [
    ...file.shapes.flatMap((shape, index) => {
      const path = `shapes[${index}]`;
      const on = 'on' in shape ? shape.on : undefined;
      return [
        ...joint(shape.joint, `${path}.joint`),
        ...unless(on === undefined || surfaces.has(on), 'surface-unknown', within(`${path}.on`), {
          id: on ?? '',
          diagram,
        }),
        ...limbsOf(shape).flatMap((limb, number) => [
          ...joint(limb.joint, `${path}.limbs[${number}].joint`),
          ...unless(
            limb.loft === undefined || lofts.has(limb.loft),
            'surface-unknown',
            within(`${path}.limbs[${number}].loft`),
            { id: limb.loft ?? '', diagram },
          ),
        ]),
      ];
    }),
    ...Object.entries(file.joints).flatMap(([id, { parent }]) => joint(parent, `joints.${id}.parent`)),
    ...file.shades.flatMap(({ joint: id }, index) => joint(id, `shades[${index}].joint`)),
  ];
}

const usesOf = (file: AnyShapes): ShapesFile['use'] => ('use' in file ? file.use : []);

export const regionsOf = (shape: Shape) => (shape.kind === 'loft' ? shape.regions : []);

export const limbsOf = (shape: Shape) => (shape.kind === 'blend' ? shape.limbs : []);

export const isSurface = ({ kind }: Shape): boolean => kind === 'loft' || kind === 'blend';
