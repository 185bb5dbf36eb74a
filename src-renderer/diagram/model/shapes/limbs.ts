/** Limbs of a blend: chains of balls, joined, as distances. Local space: cm, y up. */
import type { ShapeOf } from '../../../../src-main/contract/shape-kinds.ts';
import { clamp, lerp, smooth, splineAt, type Vec3, type Vec4 } from '../maths.ts';
import type { Solid } from './solid.ts';

export type Blend = ShapeOf<'blend'>;
type Authored = Blend['limbs'][number];

/** x, y, z, radius. */
type Ball = Vec4;

export interface Limb {
  readonly authored: Authored;
  /** Of a paired limb, the side that this one is on. */
  readonly side: 'left' | 'right' | undefined;
  /** Points of the smoothed path; of a loft, balls within it from its top to its foot. */
  readonly balls: readonly Ball[];
  /** The body of the loft that it is. */
  readonly solid: Solid | undefined;
  /** The spans between them, ready to be reckoned with: see `spansOf`. */
  readonly spans: Float64Array;
  readonly flat: readonly [number, number];
  readonly melt: number;
  /** What the limb can touch: nothing of it is felt beyond. */
  readonly low: Vec3;
  readonly high: Vec3;
}

/** Pieces into which a span between two authored balls is cut, so that a bend is round. */
const PIECES = 4;
const LEAST_RADIUS = 0.001;

export function smoothPath(path: Authored['path'], side: Limb['side']): Ball[] {
  const balls = path.map(([x, y, z, radius]): Ball => [side === 'right' ? -x : x, -y, z, radius]);
  if (balls.length < 2) return balls;
  const count = (balls.length - 1) * PIECES;
  return Array.from({ length: count + 1 }, (_, k): Ball => {
    const [x, y, z, radius] = splineAt(balls, k / count);
    return [x, y, z, Math.max(LEAST_RADIUS, radius)];
  });
}

function limbOf(
  authored: Authored,
  side: Limb['side'],
  blend: Blend,
  reach: number,
  solids: (loft: string) => Solid,
): Limb {
  const melt = authored.melt ?? blend.melt;
  if (authored.loft !== undefined) {
    const solid = solids(authored.loft);
    const far = melt + reach;
    return {
      authored,
      side,
      balls: solid.balls,
      solid,
      spans: new Float64Array(SPAN),
      flat: authored.flat,
      melt,
      low: [solid.low[0] - far, solid.low[1] - far, solid.low[2] - far],
      high: [solid.high[0] + far, solid.high[1] + far, solid.high[2] + far],
    };
  }
  const balls = smoothPath(authored.path, side);
  const widest = Math.max(1, ...authored.flat);
  const bound = (m: 0 | 1 | 2, sign: 1 | -1): number =>
    Math.max(...balls.map((ball) => sign * ball[m] + ball[3] * widest)) + melt + reach;
  return {
    authored,
    side,
    balls,
    solid: undefined,
    spans: spansOf(balls, authored.flat),
    flat: authored.flat,
    melt,
    low: [-bound(0, -1), -bound(1, -1), -bound(2, -1)],
    high: [bound(0, 1), bound(1, 1), bound(2, 1)],
  };
}

/**
 * All limbs in their order, the left of a pair before the right.
 * @param reach felt so far beyond where they melt, cm
 * @param solids the bodies of lofts, seen in the blend's own group
 */
export const limbsOf = (blend: Blend, reach: number, solids: (loft: string) => Solid): Limb[] =>
  blend.limbs.flatMap((authored) =>
    (authored.pair ? (['left', 'right'] as const) : [undefined]).map((side) =>
      limbOf(authored, side, blend, reach, solids),
    ),
  );

/** Where a limb is nearest to a point: distance to its skin, and place along its balls (whole number: a ball). */
export interface Nearness {
  distance: number;
  place: number;
}

/**
 * Numbers of a span: ball, way to the next ball; that way where flatness is undone, by the square of its length; how far the
 * nearest place moves on for each cm that a point lies beside the span, for the hull of two balls is a cone.
 */
const SPAN = 12;
/** Growth of the radius for each cm of a span; a steeper one has no cone. */
const STEEPEST = 0.95;

function spansOf(balls: readonly Ball[], [fx, fz]: readonly [number, number]): Float64Array {
  const count = Math.max(1, balls.length - 1);
  const spans = new Float64Array(count * SPAN);
  for (let k = 0; k < count; k++) {
    const from = balls[k]!;
    const to = balls[k + 1] ?? from;
    const way = [to[0] - from[0], to[1] - from[1], to[2] - from[2], to[3] - from[3]] as const;
    const size = (way[0] / fx) ** 2 + way[1] ** 2 + (way[2] / fz) ** 2;
    const by = size > 1e-12 ? 1 / size : 0;
    const slope = clamp(way[3] * Math.sqrt(by), -STEEPEST, STEEPEST);
    const leans = (slope * Math.sqrt(by)) / Math.sqrt(1 - slope * slope);
    const foot = [(way[0] / (fx * fx)) * by, way[1] * by, (way[2] / (fz * fz)) * by] as const;
    spans.set([...from, ...way, ...foot, leans], k * SPAN);
  }
  return spans;
}

export const spanCount = ({ spans }: Limb): number => spans.length / SPAN;

/** Writes into `answer`, for this is asked millions of times. */
export function nearest(limb: Limb, x: number, y: number, z: number, answer: Nearness): void {
  answer.distance = Infinity;
  answer.place = 0;
  const count = spanCount(limb);
  for (let k = 0; k < count; k++) nearer(limb, k, x, y, z, answer);
}

/** As `nearest`, of one span: changes the answer if that is nearer. */
export function nearer(
  { spans, flat, solid, authored, balls }: Limb,
  span: number,
  x: number,
  y: number,
  z: number,
  answer: Nearness,
): void {
  if (solid) {
    const off = solid.distance(x, y, z) + authored.sunk;
    if (off >= answer.distance) return;
    answer.distance = off;
    answer.place = solid.along(x, y, z) * (balls.length - 1);
    return;
  }
  const s = span * SPAN;
  const px = x - spans[s]!;
  const py = y - spans[s + 1]!;
  const pz = z - spans[s + 2]!;
  const fx = flat[0];
  const fz = flat[1];
  const foot = px * spans[s + 8]! + py * spans[s + 9]! + pz * spans[s + 10]!;
  const bx = (px - spans[s + 4]! * foot) / fx;
  const by = py - spans[s + 5]! * foot;
  const bz = (pz - spans[s + 6]! * foot) / fz;
  const t = clamp(foot + Math.sqrt(bx * bx + by * by + bz * bz) * spans[s + 11]!);
  const ox = px - spans[s + 4]! * t;
  const oy = py - spans[s + 5]! * t;
  const oz = pz - spans[s + 6]! * t;
  const radius = spans[s + 3]! + spans[s + 7]! * t;
  let distance: number;
  if (fx === 1 && fz === 1) {
    distance = Math.sqrt(ox * ox + oy * oy + oz * oz) - radius;
  } else {
    const sx = ox / fx;
    const sz = oz / fz;
    const off = Math.sqrt(sx * sx + oy * oy + sz * sz);
    const slope = Math.sqrt((sx / fx) ** 2 + oy * oy + (sz / fz) ** 2);
    // where a limb is made flat, the distance is stretched: a step of it is made a centimetre again
    distance = (off - radius) * (slope > 1e-9 ? off / slope : Math.min(fx, fz, 1));
  }
  if (distance < answer.distance) {
    answer.distance = distance;
    answer.place = span + t;
  }
}

/** What one span can touch. */
export function spanBox(limb: Limb, span: number, reach: number): { low: Vec3; high: Vec3 } {
  const { balls, flat, melt } = limb;
  if (limb.solid) return { low: limb.low, high: limb.high };
  const [from, to] = [balls[span]!, balls[span + 1] ?? balls[span]!];
  const margin = Math.max(from[3], to[3]) * Math.max(1, ...flat) + melt + reach;
  const bound = (m: 0 | 1 | 2, sign: 1 | -1): number => Math.max(sign * from[m], sign * to[m]) + margin;
  return {
    low: [-bound(0, -1), -bound(1, -1), -bound(2, -1)],
    high: [bound(0, 1), bound(1, 1), bound(2, 1)],
  };
}

/** Where no limb is near. */
export const FAR = 1e4;

/** Distance to the skin of all limbs together; negative within. */
export function distanceTo(limbs: readonly Limb[], x: number, y: number, z: number): number {
  const answer: Nearness = { distance: 0, place: 0 };
  let distance = FAR;
  for (const limb of limbs) {
    if (!contains(limb, x, y, z)) continue;
    nearest(limb, x, y, z, answer);
    distance = merged(distance, answer.distance, limb);
  }
  return distance;
}

/** With one limb more, or its hollow. */
export const merged = (distance: number, other: number, { authored, melt }: Limb): number =>
  authored.hollow ? -melted(-distance, other, melt) : melted(distance, other, melt);

/** Smooth union of two distances that melt over `k` cm. */
function melted(a: number, b: number, k: number): number {
  const h = k > 0 ? Math.max(0, k - Math.abs(a - b)) / k : 0;
  return Math.min(a, b) - h * h * k * 0.25;
}

/** The ball at a place along a chain. */
export function ballAt(balls: readonly Ball[], place: number): Ball {
  const k = clamp(Math.floor(place), 0, Math.max(0, balls.length - 2));
  const [from, to] = [balls[k]!, balls[k + 1] ?? balls[k]!];
  const t = place - k;
  return [lerp(from[0], to[0], t), lerp(from[1], to[1], t), lerp(from[2], to[2], t), lerp(from[3], to[3], t)];
}

/** How much a place along a limb follows its joint. */
export function followsAlong({ authored, balls, solid }: Limb, place: number): number {
  const share = place / Math.max(1, balls.length - 1);
  if (solid) return solid.follows(share);
  const [w0, w1] = authored.follows;
  return lerp(w0, w1, smooth(0, 1, share));
}

export const contains = ({ low, high }: Limb, x: number, y: number, z: number): boolean =>
  x >= low[0] && y >= low[1] && z >= low[2] && x <= high[0] && y <= high[1] && z <= high[2];
