/** Makes the model of a diagram from its landmarks: pure arithmetic, without a page, the same every time. */
import type { ServedGroup, ServedShapes } from '../../../src-main/contract/api.ts';
import type { Layer } from '../../../src-main/contract/diagram.ts';
import type { Landmark, Shape } from '../../../src-main/contract/shape-kinds.ts';
import type { Joint } from '../../../src-main/contract/shapes.ts';
import { batchesOf } from './batches.ts';
import { growthOf, type Growth } from './growth.ts';
import { landmark, upright } from './lines.ts';
import { normalise, subtract, type Vec3 } from './maths.ts';
import type { Draft } from './mesh.ts';
import { HARD_MATERIALS, type Label, type Model, type ModelJoint } from './model.ts';
import { occlude } from './occlusion.ts';
import { labelsOf, pieceOf, type Drafted, type Names, type Piece, type Side } from './piece.ts';
import { placementOf } from './placement.ts';
import { draftBlend } from './shapes/blend.ts';
import type { Context } from './shapes/context.ts';
import { draftDish } from './shapes/dish.ts';
import { draftFill } from './shapes/fill.ts';
import { draftLoft } from './shapes/loft.ts';
import { draftSheet } from './shapes/sheet.ts';
import { draftStroke } from './shapes/stroke.ts';
import { draftTube } from './shapes/tube.ts';
import { Surfaces } from './surfaces.ts';

/** Parts of a diagram in their order, with the layers that they are of. */
export type Parts = Readonly<Record<string, { readonly layer: Layer }>>;

/** Layers from the outermost to the innermost. */
const DEPTHS: Readonly<Record<Layer, number>> = {
  skin: 0,
  region: 0,
  muscle: 1,
  nerve: 2,
  cartilage: 2,
  bone: 2,
};
const SOLID: ReadonlySet<string> = new Set(['muscle', ...HARD_MATERIALS]);

/** Where there are no joints, everything hangs on one that never moves. */
const STILL: ModelJoint = {
  id: 'still',
  parent: -1,
  foot: [0, 0, 0],
  head: [0, 0, 0],
  turns: [],
  moves: [],
  forms: [],
};

function draftOf(shape: Shape, context: Context): Draft<object> {
  switch (shape.kind) {
    case 'sheet':
      return draftSheet(shape, context) as Draft<object>;
    case 'tube':
      return draftTube(shape, context) as Draft<object>;
    case 'loft':
      return draftLoft(shape, context) as Draft<object>;
    case 'blend':
      return draftBlend(shape, context);
    case 'dish':
      return draftDish(shape, context);
    case 'stroke':
      return draftStroke(shape, context) as Draft<object>;
    case 'fill':
      return draftFill(shape, context) as Draft<object>;
  }
}

/** How far a point goes as everything grows. */
const way = (growth: Growth, point: Vec3): Vec3 => subtract(growth.point(point), point);

/** Parents before their children. */
function jointsOf(joints: ServedShapes['joints'], growths: readonly (Growth | undefined)[]): ModelJoint[] {
  const order: string[] = [];
  const add = (id: string, above: readonly string[]): void => {
    if (order.includes(id) || above.includes(id)) return;
    const parent = joints[id]?.parent;
    if (parent !== undefined) add(parent, [...above, id]);
    order.push(id);
  };
  for (const id of Object.keys(joints)) add(id, []);
  const known = order.filter((id) => joints[id]);
  const modelJoint = (id: string, { parent, foot, head, turns, moves }: Joint): ModelJoint => ({
    id,
    parent: parent === undefined ? -1 : known.indexOf(parent),
    foot: upright(foot),
    head: upright(head),
    turns: Object.entries(turns).map(([parameter, { axis, degrees }]) => ({
      parameter,
      axis: typeof axis === 'string' ? axis : normalise(upright(axis), [0, 1, 0]),
      degrees,
    })),
    moves: Object.entries(moves).map(([parameter, by]) => ({ parameter, by: upright(by) })),
    forms: growths.map(
      (growth) => growth && { foot: way(growth, upright(foot)), head: way(growth, upright(head)) },
    ),
  });
  return known.length > 0 ? known.map((id) => modelJoint(id, joints[id]!)) : [STILL];
}

const windowsOf = (groups: readonly ServedGroup[]): string[] => {
  const names = groups.flatMap(({ shapes }) =>
    shapes.flatMap((shape) => ('windows' in shape ? Object.keys(shape.windows) : [])),
  );
  return [...new Set(names)].slice(0, 3);
};

/** What a shape hangs on besides its own words. */
interface Ties {
  /** In place of every joint that is named. */
  readonly override: string | undefined;
  /** Where none is named. */
  readonly ground: string | undefined;
  readonly fail: Context['fail'];
}

class Builder {
  readonly #shapes: ServedShapes;
  readonly #parts: Parts;
  readonly #partIds: readonly string[];
  readonly #joints: readonly ModelJoint[];
  /** What forms make of everything, by the number of the form. */
  readonly #growths: readonly (Growth | undefined)[];
  readonly #firstJoint: number;
  readonly #labels = new Map<string, { given: boolean; label: Label }>();

  constructor(shapes: ServedShapes, parts: Parts) {
    this.#shapes = shapes;
    this.#parts = parts;
    this.#partIds = Object.keys(parts);
    this.#growths = Object.values(shapes.forms).map(({ grown }) => grown && growthOf(grown));
    this.#joints = jointsOf(shapes.joints, this.#growths);
    const [first] = Object.keys(shapes.joints);
    this.#firstJoint = Math.max(
      0,
      this.#joints.findIndex(({ id }) => id === first),
    );
  }

  build(): Model {
    const { groups, forms, light, fade } = this.#shapes;
    const formIds = Object.keys(forms);
    const windows = windowsOf(groups);
    const surfaces = new Surfaces(groups);
    const pieces: Piece[] = [];
    let seed = 0;
    for (const group of groups) {
      const placement = placementOf(group);
      group.shapes.forEach((shape, index) => {
        const fail = (problem: string): never => {
          throw new Error(`${shape.kind} ${index}${shape.part ? ` (${shape.part})` : ''}: ${problem}`);
        };
        // what lies on a surface goes with it
        const ground = 'on' in shape && shape.on !== undefined ? surfaces.jointOf(shape.on) : undefined;
        const names = (side: Side | undefined): Names =>
          this.#names(shape, side, { override: group.joint, ground, fail });
        const authored = names(shape.pair ? 'left' : undefined);
        const context: Context = {
          detail: shape.detail * group.detail,
          windows,
          fail,
          part: authored.part,
          chain: (joint, side) => this.#chain(authored.joint(joint, side)),
          solid: (id) => surfaces.solid(id, placement),
          surface: (id) => surfaces.find(id, placement) ?? fail(`there is no surface called ${id}`),
        };
        if (shape.kind === 'loft' && shape.lent) return;
        const lines = 'forms' in shape ? (shape.forms as Readonly<Record<string, object>>) : {};
        const draft = draftOf(shape, context);
        const drafted: Drafted = {
          shape,
          draft,
          forms: formIds.map((id) => {
            const formed = draft.members?.formed(id) ?? (lines[id] && { ...shape, ...lines[id] });
            return formed && { lines: formed, placed: draft.form(formed) };
          }),
          growths: this.#growths,
          placement,
          seed: seed++,
        };
        for (const side of shape.pair ? (['left', 'right'] as const) : [undefined]) {
          pieces.push(pieceOf(drafted, names(side)));
          for (const { part, given, label } of labelsOf(drafted, names(side))) {
            const id = this.#partIds[part - 1];
            if (id !== undefined) this.#addLabel(id, given, label);
          }
        }
      });
    }
    const solids = pieces.filter(({ shape }) => SOLID.has(shape.material) && !('on' in shape && shape.on));
    occlude(solids.map((piece) => ({ ...piece, depth: piece.layer ? DEPTHS[piece.layer] : 2 })));
    return {
      batches: batchesOf(pieces),
      parts: this.#partIds,
      joints: this.#joints,
      forms: Object.entries(forms).map(([id, { parameter, from, at, to }]) => ({
        id,
        parameter,
        from,
        at,
        to,
      })),
      labels: this.#allLabels(),
      shades: this.#shapes.shades.map(({ ball: [x, y, z, radius], joint }) => ({
        ball: [x, -y, z, radius],
        joint: this.#jointOf(joint, undefined) ?? this.#firstJoint,
        forms: this.#growths.map(
          (growth) => growth && [...way(growth, [x, -y, z]), radius * (growth.size([x, -y, z]) - 1)],
        ),
      })),
      light,
      fade,
      windows,
    };
  }

  /** The joint with this name; of a pair, the one of this side, if there is one. */
  #jointOf(joint: string | undefined, side: Side | undefined): number | undefined {
    if (joint === undefined) return undefined;
    const sided = this.#joints.findIndex(({ id }) => id === `${joint}-${side}`);
    if (side && sided >= 0) return sided;
    const plain = this.#joints.findIndex(({ id }) => id === joint);
    return plain >= 0 ? plain : undefined;
  }

  #chain(joint: number): number[] {
    const parent = this.#joints[joint]?.parent ?? -1;
    return parent < 0 ? [joint] : [joint, ...this.#chain(parent)];
  }

  #names(shape: Shape, side: Side | undefined, { override, ground, fail }: Ties): Names {
    const partId = (part: string | undefined, on: Side | undefined): string | undefined => {
      if (part === undefined) return undefined;
      const sided = `${part}.${on}`;
      if (on && sided in this.#parts) return sided;
      return part in this.#parts ? part : undefined;
    };
    const own = partId(shape.part, side);
    const layer = own === undefined ? undefined : this.#parts[own]!.layer;
    return {
      side,
      part: (part, on = side) => this.#partIds.indexOf(partId(part, on) ?? '') + 1,
      joint: (joint, on = side) => {
        const name = override ?? joint ?? ground;
        if (name === undefined) return this.#firstJoint;
        return this.#jointOf(name, on) ?? fail(`there is no joint called ${name}`);
      },
      layer: layer === undefined || layer === 'region' ? (shape.layer ?? layer) : layer,
    };
  }

  #addLabel(part: string, given: boolean, label: Label): void {
    const known = this.#labels.get(part);
    if (!known || (given && !known.given)) this.#labels.set(part, { given, label });
  }

  #allLabels(): Record<string, Label> {
    const labels = Object.fromEntries([...this.#labels].map(([part, { label }]) => [part, label]));
    for (const [part, point] of Object.entries<Landmark>(this.#shapes.labels)) {
      const [x, y, z, follows] = landmark(point);
      const forms = this.#growths.map((growth) => growth && way(growth, [x, y, z]));
      labels[part] = { point: [x, y, z], follows, joint: this.#firstJoint, forms };
    }
    return labels;
  }
}

/** Everything of a diagram that is made once. */
export const buildModel = (shapes: ServedShapes, parts: Parts): Model => new Builder(shapes, parts).build();
