/**
 * Small numeric toolkit of the atlas: vectors, splines, tables and seeded noise.
 *
 * Everything is pure and deterministic, so that a picture baked twice is the same picture.
 */

/** A point or direction; the optional fourth number is the weight `w` of a landmark. */
export type Vector = number[];

export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;

export const clamp = (x: number, low = 0, high = 1): number => (x < low ? low : x > high ? high : x);

/** Hermite step from `a` to `b`; also works when `a > b` (a falling step). */
export const smooth = (a: number, b: number, x: number): number => {
  const t = clamp((x - a) / (b - a));
  return t * t * (3 - 2 * t);
};

export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** `a + b * k`, three components. */
export const addScaled = (a: Vector, b: Vector, k: number): Vector => [
  a[0] + b[0] * k,
  a[1] + b[1] * k,
  a[2] + b[2] * k,
];

export const normalise = (v: Vector): Vector => {
  const length = Math.hypot(...v) || 1;
  return v.map((x) => x / length);
};

/** Component-wise mix of two vectors of equal length. */
export const mixVectors = (a: Vector, b: Vector, t: number): Vector => a.map((x, i) => lerp(x, b[i], t));

/** Uniform Catmull–Rom spline through `points`, sampled at `t` in 0…1; any number of components. */
export function splineAt(points: Vector[], t: number): Vector {
  const last = points.length - 1;
  const x = clamp(t) * last;
  const i = Math.min(last - 1, Math.floor(x));
  const u = x - i;
  const at = (k: number): Vector => points[clamp(k, 0, last)];
  return catmullRom(at(i - 1), at(i), at(i + 1), at(i + 2), u);
}

/** Closed Catmull–Rom spline, `t` in 0…1 once round. */
export function closedSplineAt(points: Vector[], t: number): Vector {
  const count = points.length;
  const x = t * count;
  const i = Math.floor(x);
  const at = (k: number): Vector => points[(((i + k) % count) + count) % count];
  return catmullRom(at(-1), at(0), at(1), at(2), x - i);
}

function catmullRom(a: Vector, b: Vector, c: Vector, d: Vector, u: number): Vector {
  return b.map(
    (v, k) =>
      0.5 *
      (2 * v +
        (c[k] - a[k]) * u +
        (2 * a[k] - 5 * v + 4 * c[k] - d[k]) * u * u +
        (3 * v - a[k] - 3 * c[k] + d[k]) * u * u * u),
  );
}

/** Monotone cubic (PCHIP) table: rows of `[x, y]` in, a function out. Flat beyond both ends. */
export function table(rows: number[][]): (x: number) => number {
  const xs = rows.map((row) => row[0]);
  const ys = rows.map((row) => row[1]);
  const count = xs.length;
  const slopes: number[] = [];
  const tangents: number[] = new Array<number>(count).fill(0);
  for (let i = 0; i < count - 1; i++) slopes[i] = (ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]);
  tangents[0] = slopes[0];
  tangents[count - 1] = slopes[count - 2];
  for (let i = 1; i < count - 1; i++) {
    const [before, after] = [slopes[i - 1], slopes[i]];
    tangents[i] = before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  }
  return (q) => {
    if (q <= xs[0]) return ys[0];
    if (q >= xs[count - 1]) return ys[count - 1];
    let i = 0;
    while (q > xs[i + 1]) i++;
    const h = xs[i + 1] - xs[i];
    const t = (q - xs[i]) / h;
    return (
      ys[i] * (1 + 2 * t) * (1 - t) ** 2 +
      tangents[i] * h * t * (1 - t) ** 2 +
      ys[i + 1] * t * t * (3 - 2 * t) +
      tangents[i + 1] * h * t * t * (t - 1)
    );
  };
}

/**
 * A table whose curvature is smoothed with a bell of the given radius (same unit as x) and cached
 * as samples. Skin needs this: the eye sees the kinks of curvature that a plain table leaves behind.
 */
export function softTable(rows: number[][], radius: number, samples = 240): (x: number) => number {
  const raw = table(rows);
  const low = rows[0][0];
  const high = rows[rows.length - 1][0];
  const values: number[] = [];
  for (let i = 0; i <= samples; i++) {
    const x = lerp(low, high, i / samples);
    const reach = Math.min(radius, x - low, high - x);
    let sum = 0;
    let total = 0;
    for (let k = -8; k <= 8; k++) {
      const weight = Math.exp(-((k / 4) ** 2));
      sum += weight * raw(x + (reach * k) / 8);
      total += weight;
    }
    values.push(sum / total);
  }
  return (q) => {
    const t = clamp((q - low) / (high - low)) * samples;
    const i = Math.min(samples - 1, Math.floor(t));
    const at = (k: number): Vector => [values[clamp(i + k, 0, samples)]];
    return catmullRom(at(-1), at(0), at(1), at(2), t - i)[0];
  };
}

/** Linear congruential generator: the same seed always gives the same sequence in 0…1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
