/** Light that solid shapes leave each other, reckoned once in the rest pose by a coarse march through cells. */
import { clamp, dot, type Vec3 } from './maths.ts';
import { blur } from './mesh.ts';

/** A solid shape in the world. */
export interface Solid {
  /** 4 × n. */
  readonly positions: Float32Array;
  /** 4 × n; the fourth number is the ambient light, which is made less. */
  readonly normals: Float32Array;
  readonly indices: Uint32Array;
  /** Depth of its layer: what lies in outer layers may be laid aside, and shades it less. */
  readonly depth: number;
}

/** Cells along the diagonal of everything. */
const CELLS = 104;
const RAYS = 40;
const STEPS = 7;
/** Share of the shade of an outer layer. */
const OUTER = 0.45;

/** Samples along an edge of a triangle: so many for each cell, but not fewer nor more. */
const SAMPLES_A_CELL = 1.5;
const LEAST_SAMPLES = 2;
const MOST_SAMPLES = 8;

class Cells {
  readonly cell: number;
  readonly #low: Vec3;
  readonly #size: Vec3;
  /** Depth of the innermost layer in a cell + 1; 0 is empty. */
  readonly #filled: Uint8Array;

  constructor(solids: readonly Solid[]) {
    const low = [Infinity, Infinity, Infinity];
    const high = [-Infinity, -Infinity, -Infinity];
    for (const { positions } of solids) {
      for (let v = 0; v < positions.length; v += 4) {
        for (let m = 0; m < 3; m++) {
          low[m] = Math.min(low[m]!, positions[v + m]!);
          high[m] = Math.max(high[m]!, positions[v + m]!);
        }
      }
    }
    const span = (m: number): number => high[m]! - low[m]!;
    this.cell = Math.max(1e-3, Math.hypot(span(0), span(1), span(2)) / CELLS);
    const cells = (m: number): number => Math.floor(span(m) / this.cell) + 1;
    this.#low = [low[0]!, low[1]!, low[2]!];
    this.#size = [cells(0), cells(1), cells(2)];
    this.#filled = new Uint8Array(cells(0) * cells(1) * cells(2));
    for (const solid of solids) this.#fill(solid);
  }

  #index(x: number, y: number, z: number): number {
    const [width, height, depth] = this.#size;
    const i = Math.floor((x - this.#low[0]) / this.cell);
    const j = Math.floor((y - this.#low[1]) / this.cell);
    const k = Math.floor((z - this.#low[2]) / this.cell);
    if (i < 0 || j < 0 || k < 0 || i >= width || j >= height || k >= depth) return -1;
    return (k * height + j) * width + i;
  }

  #fill({ positions: p, indices, depth }: Solid): void {
    const edge = (a: number, b: number): number =>
      Math.max(Math.abs(p[a]! - p[b]!), Math.abs(p[a + 1]! - p[b + 1]!), Math.abs(p[a + 2]! - p[b + 2]!));
    for (let t = 0; t < indices.length; t += 3) {
      const [a, b, c] = [indices[t]! * 4, indices[t + 1]! * 4, indices[t + 2]! * 4];
      const longest = Math.max(edge(a, b), edge(b, c), edge(c, a));
      const count = clamp(Math.ceil((SAMPLES_A_CELL * longest) / this.cell), LEAST_SAMPLES, MOST_SAMPLES);
      for (let m = 0; m < count; m++) {
        for (let n = 0; n < count - m; n++) {
          const [u, v] = [(m + 1 / 3) / count, (n + 1 / 3) / count];
          const w = 1 - u - v;
          const cell = this.#index(
            p[a]! * w + p[b]! * u + p[c]! * v,
            p[a + 1]! * w + p[b + 1]! * u + p[c + 1]! * v,
            p[a + 2]! * w + p[b + 2]! * u + p[c + 2]! * v,
          );
          if (cell >= 0) this.#filled[cell] = Math.max(this.#filled[cell]!, depth + 1);
        }
      }
    }
  }

  /** Depth of the innermost layer there + 1; 0 where there is nothing. */
  at(x: number, y: number, z: number): number {
    const cell = this.#index(x, y, z);
    return cell < 0 ? 0 : this.#filled[cell]!;
  }
}

/** Directions spread evenly over a ball. */
function directions(count: number): Vec3[] {
  return Array.from({ length: count }, (_, i) => {
    const y = 1 - (2 * (i + 0.5)) / count;
    const radius = Math.sqrt(1 - y * y);
    return [radius * Math.cos(i * 2.39996), y, radius * Math.sin(i * 2.39996)];
  });
}

/** Lessens the ambient light of every vertex by what the solids leave it. */
export function occlude(solids: readonly Solid[]): void {
  if (solids.length === 0) return;
  const cells = new Cells(solids);
  const rays = directions(RAYS);
  for (const solid of solids) {
    const count = solid.positions.length / 4;
    const light = new Float32Array(count);
    for (let v = 0; v < count; v++) light[v] = 1 - shadeAt(solid, v, cells, rays);
    blur(light, solid.indices, 3);
    for (let v = 0; v < count; v++) solid.normals[v * 4 + 3]! *= light[v]!;
  }
}

function shadeAt({ positions, normals, depth }: Solid, vertex: number, cells: Cells, rays: Vec3[]): number {
  const a = vertex * 4;
  const normal: Vec3 = [normals[a]!, normals[a + 1]!, normals[a + 2]!];
  // off the surface itself by the better part of a cell
  const off = cells.cell * 0.84;
  const [x, y, z] = [0, 1, 2].map((m) => positions[a + m]! + normal[m]! * off) as [number, number, number];
  let blocked = 0;
  let total = 0;
  for (const ray of rays) {
    const weight = dot(ray, normal);
    if (weight < 0.15) continue;
    total += weight;
    for (let step = 1; step <= STEPS; step++) {
      const t = cells.cell * (0.7 + step);
      const met = cells.at(x + ray[0] * t, y + ray[1] * t, z + ray[2] * t);
      if (met === 0) continue;
      const share = met > depth ? 1 : OUTER;
      blocked += weight * share * (1 - (0.75 * (step - 1)) / STEPS);
      break;
    }
  }
  return blocked / (total || 1);
}
