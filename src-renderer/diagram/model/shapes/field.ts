/** Distances to the skin of a blend on a grid of cells: negative within. */
import { clamp, normalise, type Vec3 } from '../maths.ts';
import { FAR, merged, nearer, spanBox, spanCount, type Limb, type Nearness } from './limbs.ts';

/** So many cells beyond the melting of limbs are reckoned. */
export const MARGIN = 3;
/** Nothing further off than so many cells is told apart. */
const FURTHEST = 6;

/** Cells from the first to the last, both of them included; none where one comes before the other. */
interface Box {
  readonly first: Vec3;
  readonly last: Vec3;
}

const common = (a: Box, b: Box): Box => ({
  first: [
    Math.max(a.first[0], b.first[0]),
    Math.max(a.first[1], b.first[1]),
    Math.max(a.first[2], b.first[2]),
  ],
  last: [Math.min(a.last[0], b.last[0]), Math.min(a.last[1], b.last[1]), Math.min(a.last[2], b.last[2])],
});

export class Field {
  readonly cell: number;
  readonly low: Vec3;
  readonly size: readonly [number, number, number];
  readonly values: Float32Array;

  constructor(limbs: readonly Limb[], cell: number) {
    this.cell = cell;
    const solid = limbs.filter(({ authored }) => !authored.hollow);
    const low = (m: 0 | 1 | 2): number => Math.floor(Math.min(...solid.map((limb) => limb.low[m])) / cell);
    const high = (m: 0 | 1 | 2): number => Math.ceil(Math.max(...solid.map((limb) => limb.high[m])) / cell);
    const from = [low(0), low(1), low(2)] as const;
    this.low = [from[0] * cell, from[1] * cell, from[2] * cell];
    this.size = [high(0) - from[0] + 1, high(1) - from[1] + 1, high(2) - from[2] + 1];
    this.values = new Float32Array(this.size[0] * this.size[1] * this.size[2]).fill(FAR);
    const own = new Float32Array(this.values.length).fill(FAR);
    for (const limb of limbs) this.#add(limb, own);
    const furthest = cell * FURTHEST;
    for (let v = 0; v < this.values.length; v++) this.values[v] = clamp(this.values[v]!, -furthest, furthest);
  }

  index(i: number, j: number, k: number): number {
    return (k * this.size[1] + j) * this.size[0] + i;
  }

  /** Cells within these bounds. */
  #box({ low, high }: { readonly low: Vec3; readonly high: Vec3 }): Box {
    const first = (m: 0 | 1 | 2): number =>
      clamp(Math.ceil((low[m] - this.low[m]) / this.cell), 0, this.size[m]);
    const last = (m: 0 | 1 | 2): number =>
      clamp(Math.floor((high[m] - this.low[m]) / this.cell), -1, this.size[m] - 1);
    return { first: [first(0), first(1), first(2)], last: [last(0), last(1), last(2)] };
  }

  /** `own` is room for the distances to this limb alone; it is left as it was found. */
  #add(limb: Limb, own: Float32Array): void {
    const { cell, low, values } = this;
    const whole = this.#box(limb);
    const answer: Nearness = { distance: 0, place: 0 };
    for (let span = 0; span < spanCount(limb); span++) {
      // A span is felt beyond the bounds of its limb where its thick end is not the outer one: what it left there in `own`
      // would pass for the next limb’s.
      const { first, last } = common(whole, this.#box(spanBox(limb, span, cell * MARGIN)));
      for (let k = first[2]; k <= last[2]; k++) {
        for (let j = first[1]; j <= last[1]; j++) {
          let v = this.index(first[0], j, k);
          for (let i = first[0]; i <= last[0]; i++, v++) {
            answer.distance = own[v]!;
            nearer(limb, span, low[0] + i * cell, low[1] + j * cell, low[2] + k * cell, answer);
            own[v] = answer.distance;
          }
        }
      }
    }
    const { first, last } = whole;
    for (let k = first[2]; k <= last[2]; k++) {
      for (let j = first[1]; j <= last[1]; j++) {
        const row = this.index(0, j, k);
        for (let v = row + first[0]; v <= row + last[0]; v++) {
          if (own[v]! === FAR) continue;
          values[v] = merged(values[v]!, own[v]!, limb);
          own[v] = FAR;
        }
      }
    }
  }

  /** Distance, straight between the cells. */
  at(x: number, y: number, z: number): number {
    const { size, values } = this;
    const gx = clamp((x - this.low[0]) / this.cell, 0, size[0] - 1.001);
    const gy = clamp((y - this.low[1]) / this.cell, 0, size[1] - 1.001);
    const gz = clamp((z - this.low[2]) / this.cell, 0, size[2] - 1.001);
    const [i, j, k] = [Math.floor(gx), Math.floor(gy), Math.floor(gz)];
    const [u, v, w] = [gx - i, gy - j, gz - k];
    const [up, deep] = [size[0], size[0] * size[1]];
    const row = (n: number): number => values[n]! + (values[n + 1]! - values[n]!) * u;
    const sheet = (n: number): number => row(n) + (row(n + up) - row(n)) * v;
    const own = this.index(i, j, k);
    return sheet(own) + (sheet(own + deep) - sheet(own)) * w;
  }

  /** The direction in which one leaves the body soonest, evened out over `reach` cm to either side. */
  wayOut(x: number, y: number, z: number, reach: number): Vec3 {
    let [dx, dy, dz] = [0, 0, 0];
    for (let n = 0; n < 8; n++) {
      const [sx, sy, sz] = [n & 1 ? 1 : -1, n & 2 ? 1 : -1, n & 4 ? 1 : -1];
      const off = this.at(x + sx * reach, y + sy * reach, z + sz * reach);
      dx += sx * off;
      dy += sy * off;
      dz += sz * off;
    }
    return normalise([dx, dy, dz]);
  }

  /** Distance, smooth between the cells, and the direction in which one leaves the body soonest. */
  sample(x: number, y: number, z: number): [number, Vec3] {
    const { size, values } = this;
    const place = [
      clamp((x - this.low[0]) / this.cell, 1, size[0] - 2.001),
      clamp((y - this.low[1]) / this.cell, 1, size[1] - 2.001),
      clamp((z - this.low[2]) / this.cell, 1, size[2] - 2.001),
    ] as const;
    const [i, j, k] = [Math.floor(place[0]), Math.floor(place[1]), Math.floor(place[2])];
    weigh(place[0] - i, 0);
    weigh(place[1] - j, 8);
    weigh(place[2] - k, 16);
    let [distance, dx, dy, dz] = [0, 0, 0, 0];
    for (let c = 0; c < 4; c++) {
      for (let b = 0; b < 4; b++) {
        const first = this.index(i - 1, j - 1 + b, k - 1 + c);
        let [row, slope] = [0, 0];
        for (let a = 0; a < 4; a++) {
          row += values[first + a]! * weights[a]!;
          slope += values[first + a]! * weights[4 + a]!;
        }
        const [level, deep] = [weights[8 + b]!, weights[16 + c]!];
        distance += row * level * deep;
        dx += slope * level * deep;
        dy += row * weights[12 + b]! * deep;
        dz += row * level * weights[20 + c]!;
      }
    }
    return [distance, normalise([dx, dy, dz])];
  }
}

/** Of three axes: what four neighbours count for a value, and for its slope. Room that is used again and again. */
const weights = new Float64Array(24);

/** Catmull–Rom. */
function weigh(u: number, at: number): void {
  weights[at] = 0.5 * (-u + 2 * u * u - u * u * u);
  weights[at + 1] = 0.5 * (2 - 5 * u * u + 3 * u * u * u);
  weights[at + 2] = 0.5 * (u + 4 * u * u - 3 * u * u * u);
  weights[at + 3] = 0.5 * (-u * u + u * u * u);
  weights[at + 4] = 0.5 * (-1 + 4 * u - 3 * u * u);
  weights[at + 5] = 0.5 * (-10 * u + 9 * u * u);
  weights[at + 6] = 0.5 * (1 + 8 * u - 9 * u * u);
  weights[at + 7] = 0.5 * (-2 * u + 3 * u * u);
}
