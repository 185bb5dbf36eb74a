/** A pose bends a chain of two ends: foot (stays) and head (turns); landmarks follow by their weight. */
import type { Vector } from './maths.ts';

export interface Chain {
  foot: Vector;
  head: Vector;
  /** Axis (x, y, z) and angle in radians. */
  rotation: Vector;
}

export interface Angles {
  /** Degrees: turn to the subject's right, tilt to the subject's left, bend backwards. */
  turn: number;
  tilt: number;
  bend: number;
}

type Quaternion = [number, number, number, number];

const multiply = (a: Quaternion, b: Quaternion): Quaternion => [
  a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
  a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
  a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
  a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
];

const about = (degrees: number, x: number, y: number, z: number): Quaternion => {
  const half = (degrees * Math.PI) / 360;
  return [x * Math.sin(half), y * Math.sin(half), z * Math.sin(half), Math.cos(half)];
};

/** Axis and angle of the combined rotation. */
export function rotationOf({ turn, tilt, bend }: Angles): Vector {
  const q = multiply(multiply(about(-turn, 0, 1, 0), about(-tilt, 0, 0, 1)), about(-bend, 1, 0, 0));
  const s = Math.hypot(q[0], q[1], q[2]);
  return s < 1e-7 ? [0, 1, 0, 0] : [q[0] / s, q[1] / s, q[2] / s, 2 * Math.atan2(s, q[3])];
}

function rotate(v: Vector, [x, y, z]: Vector, angle: number): Vector {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const d = (x * v[0] + y * v[1] + z * v[2]) * (1 - c);
  return [
    v[0] * c + (y * v[2] - z * v[1]) * s + x * d,
    v[1] * c + (z * v[0] - x * v[2]) * s + y * d,
    v[2] * c + (x * v[1] - y * v[0]) * s + z * d,
  ];
}

/** Where a point with weight goes; the same formula as in the shaders. */
export function bentPoint({ foot, head, rotation }: Chain, [px, py, pz, w = 0]: Vector): Vector {
  const link = [0, 1, 2].map((i) => (head[i] - foot[i]) * w);
  const swung = rotate(link, rotation, rotation[3] * w * 0.5);
  const turned = rotate(
    [px - foot[0] - link[0], py - foot[1] - link[1], pz - foot[2] - link[2]],
    rotation,
    rotation[3] * w,
  );
  return [0, 1, 2].map((i) => foot[i] + swung[i] + turned[i]);
}
