/** Small numeric toolkit: vectors, splines, tables and seeded noise. Pure, so that a model built twice is the same model. */

export type Vec3 = readonly [number, number, number];

/** A point and its weight w: how much it follows the moving end of its joint. */
export type Vec4 = readonly [number, number, number, number];

export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;

export const clamp = (x: number, low = 0, high = 1): number => (x < low ? low : x > high ? high : x);

/** Hermite step from `a` to `b`; also falling, where `a > b`; a sudden step where both are the same. */
export function smooth(a: number, b: number, x: number): number {
  if (a === b) return x < a ? 0 : 1;
  const t = clamp((x - a) / (b - a));
  return t * t * (3 - 2 * t);
}

export const subtract = (a: Vec3 | Vec4, b: Vec3 | Vec4): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** `a + b · k`. */
export const addScaled = (a: Vec3 | Vec4, b: Vec3, k: number): Vec3 => [
  a[0] + b[0] * k,
  a[1] + b[1] * k,
  a[2] + b[2] * k,
];

export const length = (v: Vec3): number => Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);

/** Of length 1; `otherwise` where there is no direction. */
export function normalise(v: Vec3, otherwise: Vec3 = [0, 0, 1]): Vec3 {
  const size = length(v);
  return size > 1e-12 ? [v[0] / size, v[1] / size, v[2] / size] : otherwise;
}

export const negate = (v: Vec3): Vec3 => [-v[0], -v[1], -v[2]];

export const mix4 = (a: Vec4, b: Vec4, t: number): Vec4 => [
  lerp(a[0], b[0], t),
  lerp(a[1], b[1], t),
  lerp(a[2], b[2], t),
  lerp(a[3], b[3], t),
];

const cubic = (a: number, b: number, c: number, d: number, u: number): number =>
  0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u * u + (3 * b - a - 3 * c + d) * u * u * u);

/** Catmull–Rom through four neighbouring values, between the middle two. */
export { cubic as cubicBetween };

const cubic4 = (a: Vec4, b: Vec4, c: Vec4, d: Vec4, u: number): Vec4 => [
  cubic(a[0], b[0], c[0], d[0], u),
  cubic(a[1], b[1], c[1], d[1], u),
  cubic(a[2], b[2], c[2], d[2], u),
  cubic(a[3], b[3], c[3], d[3], u),
];

/** Uniform Catmull–Rom spline through `points`, at `t` in 0…1. */
export function splineAt(points: readonly Vec4[], t: number): Vec4 {
  const last = points.length - 1;
  const x = clamp(t) * last;
  const i = Math.max(0, Math.min(last - 1, Math.floor(x)));
  const at = (k: number): Vec4 => points[clamp(k, 0, last)]!;
  return cubic4(at(i - 1), at(i), at(i + 1), at(i + 2), x - i);
}

/** Closed Catmull–Rom spline, `t` in 0…1 once round. */
export function closedSplineAt(points: readonly Vec4[], t: number): Vec4 {
  const count = points.length;
  const x = t * count;
  const i = Math.floor(x);
  const at = (k: number): Vec4 => points[(((i + k) % count) + count) % count]!;
  return cubic4(at(-1), at(0), at(1), at(2), x - i);
}

export type Curve = (x: number) => number;

/** Monotone cubic table (PCHIP): rows of `[x, y]` in, a function out. Level beyond both ends. */
export function table(rows: readonly (readonly [number, number])[]): Curve {
  const sorted = rows.filter(([x], i) => i === 0 || x > rows[i - 1]![0]);
  const xs = sorted.map(([x]) => x);
  const ys = sorted.map(([, y]) => y);
  const count = xs.length;
  if (count < 2) return () => ys[0] ?? 0;
  const slopes = xs.slice(1).map((x, i) => (ys[i + 1]! - ys[i]!) / (x - xs[i]!));
  const tangents = xs.map((_, i) => {
    if (i === 0) return slopes[0]!;
    if (i === count - 1) return slopes[count - 2]!;
    const [before, after] = [slopes[i - 1]!, slopes[i]!];
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
  return (q) => {
    if (!(q > xs[0]!)) return ys[0]!;
    if (q >= xs[count - 1]!) return ys[count - 1]!;
    let i = 0;
    while (q > xs[i + 1]!) i++;
    const h = xs[i + 1]! - xs[i]!;
    const t = (q - xs[i]!) / h;
    return (
      ys[i]! * (1 + 2 * t) * (1 - t) ** 2 +
      tangents[i]! * h * t * (1 - t) ** 2 +
      ys[i + 1]! * t * t * (3 - 2 * t) +
      tangents[i + 1]! * h * t * t * (t - 1)
    );
  };
}

const SAMPLES = 240;

/**
 * A table whose curvature is smoothed with a bell of the given radius (unit of x), kept as samples. Skin needs this: the
 * eye sees the kinks of curvature that a plain table leaves behind.
 */
export function softTable(rows: readonly (readonly [number, number])[], radius: number): Curve {
  const raw = table(rows);
  if (radius <= 0) return raw;
  const low = rows[0]![0];
  const high = rows.at(-1)![0];
  const values: number[] = [];
  for (let i = 0; i <= SAMPLES; i++) {
    const x = lerp(low, high, i / SAMPLES);
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
    const t = clamp((q - low) / (high - low)) * SAMPLES;
    const i = Math.min(SAMPLES - 1, Math.floor(t));
    const at = (k: number): number => values[clamp(i + k, 0, SAMPLES)]!;
    return cubic(at(-1), at(0), at(1), at(2), t - i);
  };
}

/** Linear congruential generator: the same seed always gives the same sequence in 0…1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
