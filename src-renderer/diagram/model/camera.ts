/** Where the eye stands, and what it sees: a long lens, so that a figure is drawn without the bulges of a close look. */
import { clamp, cross, dot, lerp, normalise, type Vec3 } from './maths.ts';
import type { Eye } from './model.ts';

export interface Camera {
  /** World to clip space, column by column. */
  readonly matrix: Float32Array;
  /** Directions of the world in those of the eye, column by column. */
  readonly view3x3: Float32Array;
  /** World place of the eye, cm, y up. */
  readonly position: Vec3;
  /** From the eye to the middle of the picture, cm. */
  readonly distance: number;
  readonly near: number;
  readonly far: number;
}

/** The eye stands at least so far away, cm; further where what it sees is taller than about a torso. */
const NEAREST = 151;
const HEIGHTS_AWAY = 2.2;

const LOWEST = -60;
const HIGHEST = 80;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Angle in −180…180. */
const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

export function viewProjection(eye: Eye, aspect: number): Camera {
  const distance = Math.max(NEAREST, HEIGHTS_AWAY * eye.height);
  const { right, up, back } = axesOf(eye);
  const [x, y, z] = eye.centre;
  const position: Vec3 = [x + back[0] * distance, -y + back[1] * distance, z + back[2] * distance];

  const near = distance - Math.min(distance * 0.8, Math.max(91, 0.6 * eye.height));
  const far = distance + Math.max(109, 0.6 * eye.height);
  const scale = distance / (eye.height / 2);
  const depth = (far + near) / (near - far);
  const shift = (2 * far * near) / (near - far);
  const [sx, sy] = [scale / aspect, scale];
  const matrix = new Float32Array(16);
  const view3x3 = new Float32Array(9);
  for (let k = 0; k < 3; k++) {
    matrix.set([sx * right[k]!, sy * up[k]!, depth * back[k]!, -back[k]!], k * 4);
    view3x3.set([right[k]!, up[k]!, back[k]!], k * 3);
  }
  const along = dot(back, position);
  matrix.set([-sx * dot(right, position), -sy * dot(up, position), -depth * along + shift, along], 12);
  return { matrix, view3x3, position, distance, near, far };
}

/** Directions of the picture in the world (y up): to its right, upwards, and towards the eye. */
export function axesOf({ orbit, elevation }: Pick<Eye, 'orbit' | 'elevation'>): {
  readonly right: Vec3;
  readonly up: Vec3;
  readonly back: Vec3;
} {
  const [a, e] = [radians(orbit), radians(elevation)];
  const back: Vec3 = [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)];
  const right = normalise(cross([0, 1, 0], back), [1, 0, 0]);
  return { right, up: cross(back, right), back };
}

/** A point of the world (y up) in the picture: shares of its width and height from the upper left, depth 0…1. */
export function project({ matrix: m }: Camera, [x, y, z]: Vec3): [number, number, number] {
  const row = (k: number): number => m[k]! * x + m[k + 4]! * y + m[k + 8]! * z + m[k + 12]!;
  const w = row(3);
  return [(row(0) / w) * 0.5 + 0.5, 0.5 - (row(1) / w) * 0.5, (row(2) / w) * 0.5 + 0.5];
}

/** On the way from one eye to another: round the figure the shorter way. */
export function eyeBetween(a: Eye, b: Eye, t: number): Eye {
  if (t >= 1) return b;
  return {
    orbit: wrapped(a.orbit + wrapped(b.orbit - a.orbit) * t),
    elevation: lerp(a.elevation, b.elevation, t),
    centre: [
      lerp(a.centre[0], b.centre[0], t),
      lerp(a.centre[1], b.centre[1], t),
      lerp(a.centre[2], b.centre[2], t),
    ],
    height: a.height * (b.height / a.height) ** t,
  };
}

/** Led round the figure by degrees; never over its head. */
export const orbited = (eye: Eye, byOrbit: number, byElevation: number): Eye => ({
  ...eye,
  orbit: wrapped(eye.orbit + byOrbit),
  elevation: clamp(eye.elevation + byElevation, LOWEST, HIGHEST),
});

/** Nearer (factor above 1) or further; `limits`: least and most height that fits into the picture, cm. */
export const zoomed = (eye: Eye, factor: number, limits: readonly [number, number]): Eye => ({
  ...eye,
  height: clamp(eye.height / factor, limits[0], limits[1]),
});

/** Moved across the picture, which then moves the other way: shares of the picture's height to the right and upwards. */
export function panned(eye: Eye, byRight: number, byUp: number): Eye {
  const { right, up } = axesOf(eye);
  const along = (axis: 0 | 1 | 2): number => (right[axis] * byRight + up[axis] * byUp) * eye.height;
  const [x, y, z] = eye.centre;
  // The data's y grows downwards.
  return { ...eye, centre: [x + along(0), y - along(1), z + along(2)] };
}
