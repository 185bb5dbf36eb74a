/** The front of the face as a height map, so that thousands of points can be laid on it quickly. */
import { headAngle, headPoint } from '../head/form.ts';
import { clamp, type Vector } from '../shared/maths.ts';

const STEP = 0.1;
const WIDTH = 6.9;
const TOP = -10.5;
const BOTTOM = 5;

const columns = Math.round(WIDTH / STEP) + 1;
const rows = Math.round((BOTTOM - TOP) / STEP) + 1;
let heights: Float32Array | null = null;

function heightMap(): Float32Array {
  if (heights) return heights;
  heights = new Float32Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [x, y] = [i * STEP, TOP + j * STEP];
      heights[j * columns + i] = headPoint(headAngle(x, y), y)[2];
    }
  }
  return heights;
}

const cubic = (a: number, b: number, c: number, d: number, u: number): number =>
  0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u * u + (3 * b - a - 3 * c + d) * u * u * u);

/** Depth z of the skin at (x, y), bicubic and therefore smooth to the light. */
export function skinDepth(x: number, y: number): number {
  const map = heightMap();
  const gx = clamp(Math.abs(x) / STEP, 0, columns - 1.001);
  const gy = clamp((y - TOP) / STEP, 0, rows - 1.001);
  const [i, j] = [Math.floor(gx), Math.floor(gy)];
  // the face is symmetric: columns left of the midline are those right of it
  const at = (m: number, n: number): number =>
    map[clamp(j + n, 0, rows - 1) * columns + clamp(Math.abs(i + m), 0, columns - 1)];
  const row = (n: number): number => cubic(at(-1, n), at(0, n), at(1, n), at(2, n), gx - i);
  return cubic(row(-1), row(0), row(1), row(2), gy - j);
}

/** World point (y up) on the skin, lifted towards the viewer. */
export const onSkin = (x: number, y: number, lift: number): Vector => [x, -y, skinDepth(x, y) + lift, 1];
