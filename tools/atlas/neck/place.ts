/** Places authored landmarks of the neck family (y down, rest upright) into the world (y up). */
import { smooth, type Vector } from '../shared/maths.ts';
import type { HeadPlacement } from '../head/mesh.ts';

/** Lift of the chin at rest, in radians. */
const REST_PITCH = 0.1;

/** Landmarks were taken on a broad neck; this slims the middle of it and leaves both ends in place. */
const slimness = (y: number): number => 1 - 0.075 * smooth(5.5, 9, y) * smooth(18, 13, y);

const lift = (y: number, z: number, w: number): [number, number] => {
  const [c, s] = [Math.cos(REST_PITCH * w), Math.sin(REST_PITCH * w)];
  return [-(y * c - z * s), z * c + y * s];
};

/** Landmark of the neck or trunk. */
export const placeNeck = (p: Vector, side = 1): Vector => {
  const w = p[3] ?? 0;
  const [y, z] = lift(p[1], p[2], w);
  return [p[0] * side * slimness(p[1]), y, z, w];
};

/** Points and directions of the head, which keeps its own width. */
export const HEAD_PLACEMENT: HeadPlacement = {
  point: (p) => {
    const [y, z] = lift(p[1], p[2], p[3] ?? 1);
    return [p[0], y, z, p[3] ?? 1];
  },
  direction: (n) => {
    const [y, z] = lift(n[1], n[2], 1);
    return [n[0], y, z];
  },
};

/** Chain of the neck from C7 (w = 0) to the atlas (w = 1), which every pose bends. */
export const CHAIN_FOOT = placeNeck([0, 17, -2.6, 0]).slice(0, 3);
export const CHAIN_HEAD = placeNeck([0, 3.4, -0.5, 1]).slice(0, 3);
