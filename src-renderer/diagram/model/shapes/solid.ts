/** The body of a loft as distances: so that it can be a limb of a blend. Local space: cm, y up. */
import { clamp, lerp, type Vec3, type Vec4 } from '../maths.ts';
import type { Placement } from '../placement.ts';
import { pointAt, type LoftForm } from './loft-form.ts';

export interface Solid {
  /** Distance to the skin, about; negative within. */
  readonly distance: (x: number, y: number, z: number) => number;
  /** Share of its height, from the top down. */
  readonly along: (x: number, y: number, z: number) => number;
  /** How much it follows its joint at this share. */
  readonly follows: (share: number) => number;
  /** Its middle and how far it reaches to the front, from the top down. */
  readonly balls: readonly Vec4[];
  readonly low: Vec3;
  readonly high: Vec3;
}

/** Levels, and directions from the front to the back, for which the reach from the axis is kept. */
const LEVELS = 180;
const WAYS = 72;
/** Steps along a level by which it is measured. */
const MEASURED = 96;
/** A slope is not taken for steeper than this, so that a pole has a skin too. */
const STEEPEST = 2;
const BALLS = 9;

export function solidOf(form: LoftForm): Solid {
  const { top, foot } = form;
  const step = (foot - top) / (LEVELS - 1);
  const turn = Math.PI / (WAYS - 1);
  const axes = new Float64Array(LEVELS);
  const reach = new Float64Array(LEVELS * WAYS);
  const balls: Vec4[] = [];
  let [wide, front, back] = [0, -Infinity, Infinity];
  for (let j = 0; j < LEVELS; j++) {
    const level = form.level(top + j * step);
    const points = Array.from({ length: MEASURED + 1 }, (_, k) => pointAt(level, (k / MEASURED) * Math.PI));
    axes[j] = level.axis;
    for (const [x, z] of points) {
      wide = Math.max(wide, x);
      front = Math.max(front, z);
      back = Math.min(back, z);
    }
    fanned(points, level.axis, turn, reach.subarray(j * WAYS, (j + 1) * WAYS));
    if (j % Math.floor((LEVELS - 1) / (BALLS - 1)) === 0 && balls.length < BALLS) {
      const radius = Math.max(0.01, (level.front - level.back) / 2);
      balls.push([0, -level.y, (level.front + level.back) / 2, radius]);
    }
  }

  /** Place in the table of levels: whole number and the rest. */
  const reachAt = (row: number, way: number): number => {
    const j = Math.min(LEVELS - 2, Math.floor(row));
    const k = Math.min(WAYS - 2, Math.floor(way));
    const [u, v] = [row - j, way - k];
    const own = j * WAYS + k;
    return lerp(
      lerp(reach[own]!, reach[own + 1]!, v),
      lerp(reach[own + WAYS]!, reach[own + WAYS + 1]!, v),
      u,
    );
  };
  return {
    balls,
    low: [-wide, -foot, back],
    high: [wide, -top, front],
    follows: (share) => clamp(form.follows(lerp(top, foot, share))),
    along: (_, y) => clamp((-y - top) / (foot - top)),
    distance: (x, y, z) => {
      const row = clamp((-y - top) / step, 0, LEVELS - 1);
      const j = Math.min(LEVELS - 2, Math.floor(row));
      const deep = z - lerp(axes[j]!, axes[j + 1]!, row - j);
      const way = clamp(Math.atan2(Math.abs(x), deep) / turn, 0, WAYS - 1);
      const skin = reachAt(row, way);
      const round =
        (reachAt(row, Math.min(WAYS - 1, way + 1)) - reachAt(row, Math.max(0, way - 1))) /
        (2 * turn * Math.max(0.5, skin));
      const below = Math.min(LEVELS - 1, row + 1);
      const above = Math.max(0, row - 1);
      const slope = clamp(
        (reachAt(below, way) - reachAt(above, way)) / ((below - above) * step),
        -STEEPEST,
        STEEPEST,
      );
      const off = (Math.sqrt(x * x + deep * deep) - skin) / Math.sqrt(1 + round * round + slope * slope);
      const over = Math.max(0, top + y, -y - foot);
      return over > 0 ? Math.hypot(over, Math.max(0, off)) : off;
    },
  };
}

/** The reach of a level by direction, out of points along it from the front to the back. */
function fanned(
  points: readonly (readonly [number, number])[],
  axis: number,
  turn: number,
  into: Float64Array,
): void {
  let k = 0;
  const angle = (n: number): number => Math.atan2(points[n]![0], points[n]![1] - axis);
  const far = (n: number): number => Math.hypot(points[n]![0], points[n]![1] - axis);
  for (let way = 0; way < WAYS; way++) {
    const wanted = way * turn;
    while (k < points.length - 2 && angle(k + 1) < wanted) k++;
    const [from, to] = [angle(k), angle(k + 1)];
    into[way] = to - from > 1e-9 ? lerp(far(k), far(k + 1), clamp((wanted - from) / (to - from))) : far(k);
  }
}

/** A body as another group sees it. */
export function solidFrom(solid: Solid, own: Placement, seer: Placement): Solid {
  if (own.key === seer.key) return solid;
  const size = own.scale / seer.scale;
  const inward = (x: number, y: number, z: number): Vec3 => own.localPoint(seer.point([x, y, z]));
  const outward = (point: Vec3): Vec3 => seer.localPoint(own.point(point));
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((n) =>
    outward([
      (n & 1 ? solid.high : solid.low)[0],
      (n & 2 ? solid.high : solid.low)[1],
      (n & 4 ? solid.high : solid.low)[2],
    ]),
  );
  const end = (m: 0 | 1 | 2, pick: (...values: number[]) => number): number =>
    pick(...corners.map((corner) => corner[m]));
  return {
    balls: solid.balls.map(([x, y, z, radius]): Vec4 => [...outward([x, y, z]), radius * size]),
    low: [end(0, Math.min), end(1, Math.min), end(2, Math.min)],
    high: [end(0, Math.max), end(1, Math.max), end(2, Math.max)],
    follows: solid.follows,
    along: (x, y, z) => solid.along(...inward(x, y, z)),
    distance: (x, y, z) => solid.distance(...inward(x, y, z)) * size,
  };
}
