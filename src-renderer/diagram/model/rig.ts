/**
 * What a pose does to points. A point of weight w first bends with its own joint, then follows each parent wholly; the
 * vertex shader reckons the same. World space: cm, y up.
 */
import { lerp, smooth, type Vec3 } from './maths.ts';
import type { Model, ModelJoint, Numbers } from './model.ts';

/** A joint in a pose: rotation about `axis` by `angle` (radians) at its head, and how far the head is moved (cm). */
export interface PosedJoint {
  readonly parent: number;
  readonly foot: Vec3;
  readonly head: Vec3;
  readonly axis: Vec3;
  readonly angle: number;
  readonly move: Vec3;
}

type Quaternion = readonly [number, number, number, number];
type Parameters = Numbers['parameters'];

/** So many parents are followed at most. */
export const DEPTH = 6;

const AXES = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] } as const;

const multiply = (a: Quaternion, b: Quaternion): Quaternion => [
  a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
  a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
  a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
  a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
];

function about(axis: Vec3, degrees: number): Quaternion {
  const half = (degrees * Math.PI) / 360;
  const sine = Math.sin(half);
  return [axis[0] * sine, axis[1] * sine, axis[2] * sine, Math.cos(half)];
}

function posedJoint(joint: ModelJoint, parameters: Parameters, weights: readonly number[]): PosedJoint {
  let turned: Quaternion = [0, 0, 0, 1];
  for (const { parameter, axis, degrees } of joint.turns) {
    const direction = typeof axis === 'string' ? AXES[axis] : axis;
    turned = multiply(turned, about(direction, degrees * (parameters[parameter] ?? 0)));
  }
  const sine = Math.hypot(turned[0], turned[1], turned[2]);
  let move: Vec3 = [0, 0, 0];
  for (const { parameter, by } of joint.moves) {
    const k = parameters[parameter] ?? 0;
    move = [move[0] + by[0] * k, move[1] + by[1] * k, move[2] + by[2] * k];
  }
  return {
    parent: joint.parent,
    foot: formed(
      joint.foot,
      joint.forms.map((form) => form?.foot),
      weights,
    ),
    head: formed(
      joint.head,
      joint.forms.map((form) => form?.head),
      weights,
    ),
    axis: sine < 1e-7 ? AXES.y : [turned[0] / sine, turned[1] / sine, turned[2] / sine],
    angle: sine < 1e-7 ? 0 : 2 * Math.atan2(sine, turned[3]),
    move,
  };
}

/** How the joints stand with these parameters, in the order of `model.joints`. */
export function poseJoints(model: Model, parameters: Parameters): PosedJoint[] {
  const weights = formWeights(model, parameters);
  return model.joints.map((joint) => posedJoint(joint, parameters, weights));
}

/** Numbers, and what forms add to them by their weights. */
export function formed<Numbers extends readonly number[]>(
  base: Numbers,
  forms: readonly (Numbers | undefined)[],
  weights: readonly number[],
): Numbers {
  return base.map((value, m) =>
    forms.reduce((sum, form, k) => sum + (form?.[m] ?? 0) * (weights[k] ?? 0), value),
  ) as unknown as Numbers;
}

/** The same body at rest: its form stays, as a child's or that of closed lids; its joints go back, and nothing works. */
export function atRest({ forms }: Pick<Model, 'forms'>, { parameters }: Numbers): Numbers {
  const shaping = new Set(forms.map(({ parameter }) => parameter));
  const kept = Object.entries(parameters).filter(([parameter]) => shaping.has(parameter));
  return { parameters: Object.fromEntries(kept), activation: {} };
}

/** Whether no joint has left its place. */
export const isAtRest = (model: Model, { parameters }: Numbers): boolean =>
  poseJoints(model, parameters).every(({ angle, move }) => angle === 0 && move.every((by) => by === 0));

/** `v` turned about the unit vector `axis` by `angle` radians. */
export function rotate(v: Vec3, [x, y, z]: Vec3, angle: number): Vec3 {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const d = (x * v[0] + y * v[1] + z * v[2]) * (1 - c);
  return [
    v[0] * c + (y * v[2] - z * v[1]) * s + x * d,
    v[1] * c + (z * v[0] - x * v[2]) * s + y * d,
    v[2] * c + (x * v[1] - y * v[0]) * s + z * d,
  ];
}

function bent({ foot, head, axis, angle, move }: PosedJoint, point: Vec3, w: number): Vec3 {
  const link: Vec3 = [(head[0] - foot[0]) * w, (head[1] - foot[1]) * w, (head[2] - foot[2]) * w];
  const beyond: Vec3 = [
    point[0] - foot[0] - link[0],
    point[1] - foot[1] - link[1],
    point[2] - foot[2] - link[2],
  ];
  const swung = rotate(link, axis, angle * w * 0.5);
  const turned = rotate(beyond, axis, angle * w);
  return [
    foot[0] + swung[0] + turned[0] + move[0] * w,
    foot[1] + swung[1] + turned[1] + move[1] * w,
    foot[2] + swung[2] + turned[2] + move[2] * w,
  ];
}

/** Where a point of weight `w` on the joint with this number goes; −1 is no joint. */
export function posedPoint(joints: readonly PosedJoint[], point: Vec3, w: number, joint: number): Vec3 {
  let place = point;
  let weight = w;
  let number = joint;
  for (let depth = 0; depth < DEPTH; depth++) {
    const own = joints[number];
    if (!own) break;
    place = bent(own, place, weight);
    weight = 1;
    number = own.parent;
  }
  return place;
}

/** How a direction turns there; as `posedPoint`. */
export function posedDirection(joints: readonly PosedJoint[], v: Vec3, w: number, joint: number): Vec3 {
  let direction = v;
  let weight = w;
  let number = joint;
  for (let depth = 0; depth < DEPTH; depth++) {
    const own = joints[number];
    if (!own) break;
    direction = rotate(direction, own.axis, own.angle * weight);
    weight = 1;
    number = own.parent;
  }
  return direction;
}

/** How much of each form the parameters call for, 0…1, in the order of `model.forms`. */
export const formWeights = (model: Model, parameters: Parameters): number[] =>
  model.forms.map(({ parameter, from, at, to }) => {
    const value = parameters[parameter] ?? 0;
    return smooth(from, at, value) * (to === undefined ? 1 : 1 - smooth(at, to, value));
  });

/** Where the callout of a part would like to sit in this pose; `undefined` where the part has no place. */
export function posedLabel(
  model: Model,
  joints: readonly PosedJoint[],
  weights: readonly number[],
  part: string,
): Vec3 | undefined {
  const label = model.labels[part];
  if (!label) return undefined;
  return posedPoint(joints, formed(label.point, label.forms, weights), label.follows, label.joint);
}

/**
 * 3 × n: where the vertices of a batch stand, with forms and working bellies, as the vertex shader reckons it.
 * @param sample only every so manieth vertex, from the given one on
 */
export function posedVertices(
  model: Model,
  batchIndex: number,
  numbers: Numbers,
  sample: { first: number; step: number } = { first: 0, step: 1 },
): Float32Array {
  const batch = model.batches[batchIndex]!;
  const joints = poseJoints(model, numbers.parameters);
  const weights = formWeights(model, numbers.parameters);
  const efforts = model.parts.map((part) => numbers.activation[part] ?? 0);
  const count = Math.max(0, Math.ceil((batch.positions.length / 4 - sample.first) / sample.step));
  const placed = new Float32Array(count * 3);
  for (let n = 0; n < count; n++) {
    const v = sample.first + n * sample.step;
    const own = (k: number, array: Float32Array): number => array[v * 4 + k]!;
    const inForm = (k: number, rest: number): number =>
      batch.forms.reduce((sum, form, i) => sum + (form ? form[v * 6 + k]! * weights[i]! : 0), rest);
    const effort = (efforts[own(0, batch.marks) - 1] ?? 0) * own(2, batch.marks);
    const rise = batch.material === 'muscle' ? own(3, batch.uvs) * effort : 0;
    const at = (k: number): number =>
      inForm(k, own(k, batch.positions)) + inForm(k + 3, own(k, batch.normals)) * rise;
    const place = posedPoint(joints, [at(0), at(1), at(2)], own(3, batch.positions), own(3, batch.marks));
    placed.set(place, n * 3);
  }
  return placed;
}

/** Numbers part-way between two poses. */
export function mixNumbers(a: Numbers, b: Numbers, t: number): Numbers {
  const mixed = (from: Parameters, to: Parameters): Parameters =>
    Object.fromEntries(
      [...new Set([...Object.keys(from), ...Object.keys(to)])].map((key) => [
        key,
        lerp(from[key] ?? 0, to[key] ?? 0, t),
      ]),
    );
  return { parameters: mixed(a.parameters, b.parameters), activation: mixed(a.activation, b.activation) };
}
