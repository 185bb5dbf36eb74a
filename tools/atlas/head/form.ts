/**
 * The head as a lofted, formula-sculpted surface.
 *
 * Centimetres; y down with the eye line at 0; +z to the viewer; +x is the subject's LEFT.
 * The face belongs to nobody: no age, no sex, calm, eyes closed.
 */
import {
  clamp,
  lerp,
  normalise,
  smooth,
  softTable,
  cross,
  dot,
  subtract,
  type Vector,
} from '../shared/maths.ts';

/** Height of the crown and of the lowest point of the chin. */
export const CROWN = -12.2;
export const CHIN = 11.2;

/** Half width of the head at height y. */
const halfWidth = softTable(
  [
    [-12.2, 0],
    [-12.1, 1.3],
    [-11.8, 2.6],
    [-11.2, 4],
    [-10.2, 5.3],
    [-8.6, 6.5],
    [-6.8, 7.15],
    [-4.5, 7.48],
    [-2, 7.42],
    [0, 7.2],
    [2, 6.86],
    [4, 6.36],
    [6, 5.72],
    [7.2, 5.12],
    [8.4, 4.28],
    [9.3, 3.46],
    [10.1, 2.66],
    [10.6, 2.02],
    [11, 1.2],
    [11.2, 0],
  ],
  0.9,
);

/** Depth of the front of the head, before the features. */
const frontDepth = softTable(
  [
    [-12.2, 0],
    [-12.1, 1.6],
    [-11.8, 3],
    [-11.2, 4.6],
    [-10.2, 6.35],
    [-8.6, 8],
    [-6.8, 8.95],
    [-4.5, 9.5],
    [-2, 9.6],
    [0, 9.25],
    [2, 9.1],
    [4, 9.1],
    [6, 9.15],
    [7.2, 9],
    [8.4, 8.8],
    [9.3, 8.75],
    [10.1, 8.55],
    [10.6, 8.2],
    [11, 7.6],
    [11.2, 6.6],
  ],
  0.9,
);

/** Depth of the back of the head. */
const backDepth = softTable(
  [
    [-12.2, 0],
    [-12.1, -2],
    [-11.8, -3.6],
    [-11.2, -5.2],
    [-10.2, -7],
    [-8.6, -8.6],
    [-6.8, -9.4],
    [-4, -9.8],
    [0, -9.2],
    [2, -8],
    [4, -5],
    [6, -1.6],
    [7.2, 0.2],
    [8.4, 1.8],
    [9.3, 3.2],
    [10.1, 4.6],
    [10.6, 5.3],
    [11, 5.9],
    [11.2, 6.6],
  ],
  0.9,
);

/** Depth of the axis from which front and back are measured. */
const axisDepth = softTable(
  [
    [-12.2, 0],
    [0, 0],
    [4, 0.8],
    [6, 2],
    [8.4, 3.6],
    [10, 5.6],
    [11.2, 6.6],
  ],
  1.2,
);

const noseHeight = softTable(
  [
    [-2.2, 0],
    [-1, 0.08],
    [0, 0.34],
    [1.2, 0.8],
    [2.6, 1.45],
    [3.4, 1.85],
    [4, 1.98],
    [4.5, 1.74],
    [5, 1.02],
    [5.5, 0.38],
    [6.1, 0.05],
    [6.6, 0],
  ],
  0.35,
);
const noseWidth = softTable(
  [
    [-2, 1.15],
    [-0.6, 0.74],
    [1, 0.6],
    [3, 0.68],
    [4.2, 0.84],
    [5, 0.8],
  ],
  0.6,
);

const bell = (x: number, y: number, cx: number, cy: number, sx: number, sy: number): number =>
  Math.exp(-((x - cx) ** 2 / (2 * sx * sx) + (y - cy) ** 2 / (2 * sy * sy)));

/** Relief of the face in cm: brow, socket, closed globe, nose, cheek, lips, chin. */
export function relief(x: number, y: number): number {
  const a = Math.abs(x);
  let d = 0;
  d += 0.1 * bell(a, y, 2.6, -1.9 - 0.1 * (a - 3), 2.3, 0.8) + 0.04 * bell(a, y, 0, -1.7, 1.4, 0.9); // brow
  d -= 0.66 * bell(a, y, 2.75, -0.1, 1.55, 1.05); // socket
  d += 0.66 * bell(a, y, 3.15, 0.4, 1.2, 0.85); // closed globe
  d += 0.86 * noseHeight(y) * Math.exp(-Math.pow(a / noseWidth(y), 2.1) * 0.5); // nose
  d += 0.36 * bell(a, y, 1, 4.2, 0.48, 0.5) - 0.16 * bell(a, y, 1.85, 4.4, 0.5, 0.7); // wing and crease
  d += 0.3 * bell(a, y, 4.3, 2.6, 1.7, 1.5) - 0.14 * bell(a, y, 4.5, 5.6, 1.5, 1.8); // cheek, hollow
  d += 0.36 * bell(a, y, 0.42, 6.1, 1, 0.38) + 0.48 * bell(a, y, 0, 7.12, 0.98, 0.48); // lips
  d -= 0.24 * bell(a, y, 0, 6.62, 1.45, 0.14) + 0.1 * bell(a, y, 2.05, 6.6, 0.4, 0.4); // line of the mouth
  d -= 0.08 * bell(a, y, 0, 5.6, 0.3, 0.4); // philtrum
  d -= 0.2 * bell(a, y, 0, 8.1, 1.4, 0.48);
  d += 0.32 * bell(a, y, 0, 9.6, 1.25, 0.85); // chin
  d -= 0.2 * bell(a, y, 6.2, -2.2, 1.2, 1.8); // temple
  d +=
    0.4 * bell(a, y, 5.8, 2.4, 1.6, 1.5) -
    0.4 * bell(a, y, 5.9, 0, 1.5, 1.2) +
    0.25 * bell(a, y, 5.8, -2, 1.5, 1.1);
  return d;
}

/** Point of the surface at the angle `phi` (0 = front, ± half a turn = back) and height y. */
export function headPoint(phi: number, y: number): Vector {
  const axis = axisDepth(y);
  const c = Math.cos(phi);
  const power = (s: number): number => Math.sign(s) * Math.pow(Math.abs(s), 0.88);
  const x = halfWidth(y) * power(Math.sin(phi));
  const depth = axis + (c > 0 ? frontDepth(y) - axis : axis - backDepth(y)) * power(c);
  return [x, y, depth + relief(x, y) * smooth(-0.05, 0.42, c)];
}

/** Angle of the front surface point at (x, y). */
export function headAngle(x: number, y: number): number {
  let low = -1.5;
  let high = 1.5;
  for (let i = 0; i < 26; i++) {
    const middle = (low + high) / 2;
    if (headPoint(middle, y)[0] < x) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Outward normal of the surface (y down, as the form itself). */
export function headNormal(phi: number, y: number, step = 0.03): Vector {
  const along = subtract(headPoint(phi + step, y), headPoint(phi - step, y));
  const down = subtract(headPoint(phi, Math.min(CHIN, y + 0.14)), headPoint(phi, Math.max(CROWN, y - 0.14)));
  const normal = cross(along, down);
  const p = headPoint(phi, y);
  if (Math.hypot(...normal) < 1e-9) return [0, y < 0 ? -1 : 1, 0];
  const away = [p[0], p[1] * 0.4, p[2] - 1];
  return normalise(dot(normal, away) < 0 ? normal.map((v) => -v) : normal);
}

/** Light that reaches the skin: folds darken, ridges lift a little, the underside of the jaw falls away. */
export function headAmbient(phi: number, y: number): number {
  const x = headPoint(phi, y)[0];
  const h = 0.35;
  const front = smooth(0.05, 0.6, Math.cos(phi));
  const curvature =
    relief(x + h, y) + relief(x - h, y) + relief(x, y + h) + relief(x, y - h) - 4 * relief(x, y);
  const underJaw = smooth(8.9, 11.2, y);
  const chin = front * smooth(3.2, 0.4, Math.abs(x)) * smooth(11.1, 9.6, y);
  return clamp(
    1 - clamp(curvature * 0.5 * front, -0.06, 0.32) - 0.5 * underJaw * (1 - 0.7 * chin),
    0.08,
    1.1,
  );
}

/** Height rows: dense at the face, sparse on the vault. */
export const headRows = (count: number): number[] => {
  const at = softTable(
    [
      [0, CROWN],
      [0.04, CROWN + 0.12],
      [0.1, -11.2],
      [0.16, -9.2],
      [0.3, -4],
      [0.36, -2.9],
      [0.86, 8.8],
      [0.95, 10.6],
      [1, CHIN],
    ],
    0.02,
  );
  return Array.from({ length: count }, (_, j) => at(j / (count - 1)));
};

/** Angles: `front` steps a side over the face, `back` over the back of the head. */
export const headAngles = (front: number, back: number): number[] => {
  const half = Array.from({ length: front + 1 }, (_, i) => {
    const t = i / front;
    return lerp(Math.asin(Math.pow(t, 1 / 0.88)), (t * Math.PI) / 2, 0.4);
  });
  const angles = half
    .slice(1)
    .reverse()
    .map((a) => -a);
  angles.push(...half);
  for (let i = 1; i < back; i++) angles.push(lerp(Math.PI / 2, 1.5 * Math.PI, i / back));
  return angles;
};
