/** Fewer triangles of a batch, for passes that need not all of them. */
import type { Batch } from '../model/model.ts';

/** A fold of the surface begins a new cluster: normals are sorted into so many steps an axis. */
const NORMAL_STEPS = 1.5;

/** Triangles that have turned by more than this are left out. */
const LEAST_COSINE = 0.85;

/** Cells of the lattice are numbered in this base; far more than there are cells along an axis. */
const BASE = 512;

/**
 * A coarse version over the same vertices, with so many cells along the larger extent of the batch: vertices that lie close together, face the same way and belong
 * to the same part become one; triangles that fall together, or over, go.
 */
export function coarseIndices(
  { positions, normals, marks, surface, indices }: Batch,
  cells: number,
): Uint32Array {
  const count = positions.length / 4;
  let [least, most] = [Infinity, -Infinity];
  for (let k = 0; k < positions.length; k++) {
    if (k % 4 === 3) continue;
    least = Math.min(least, positions[k] ?? 0);
    most = Math.max(most, positions[k] ?? 0);
  }
  const cell = Math.max(1e-6, (most - least) / cells);
  const first = new Map<string, number>();
  const stands = new Uint32Array(count);
  for (let vertex = 0; vertex < count; vertex++) {
    const at = vertex * 4;
    let place = 0;
    let turned = 0;
    for (let k = 0; k < 3; k++) {
      place = place * BASE + Math.floor(((positions[at + k] ?? 0) - least) / cell);
      turned = turned * 8 + Math.round((normals[at + k] ?? 0) * NORMAL_STEPS) + 3;
    }
    const key = `${place} ${turned} ${marks[at]} ${surface[at]}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, vertex);
    stands[vertex] = known ?? vertex;
  }
  const normalOf = (a: number, b: number, c: number): Three => {
    const side = (to: number, k: number): number =>
      (positions[to * 4 + k] ?? 0) - (positions[a * 4 + k] ?? 0);
    const product = (k: number, m: number): number => side(b, k) * side(c, m) - side(b, m) * side(c, k);
    return [product(1, 2), product(2, 0), product(0, 1)];
  };
  const kept: number[] = [];
  for (let t = 0; t + 2 < indices.length; t += 3) {
    const own = [indices[t] ?? 0, indices[t + 1] ?? 0, indices[t + 2] ?? 0] as const;
    const [a, b, c] = [stands[own[0]] ?? 0, stands[own[1]] ?? 0, stands[own[2]] ?? 0];
    if (a === b || b === c || c === a) continue;
    // one that has turned would show its back where the surface shows its front
    const [before, after] = [normalOf(...own), normalOf(a, b, c)];
    if (cosine(before, after) > LEAST_COSINE) kept.push(a, b, c);
  }
  return new Uint32Array(kept);
}

type Three = readonly [number, number, number];

function cosine(a: Three, b: Three): number {
  const dot = (v: Three, w: Three): number => v[0] * w[0] + v[1] * w[1] + v[2] * w[2];
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b) || 1);
}

/** Beyond this distance from its edge an opening leaves the skin alone, cm; as in the shader. */
const SOLID = 1.5;

/** Only the triangles that an opening takes away or thins. */
export function openingIndices({ uvs, indices }: Batch): Uint32Array {
  const opens = (vertex: number | undefined): boolean => {
    const at = (vertex ?? 0) * 4;
    return Math.min(uvs[at] ?? 0, uvs[at + 1] ?? 0, uvs[at + 2] ?? 0) < SOLID;
  };
  return indices.filter((_, k) => {
    const first = k - (k % 3);
    return opens(indices[first]) || opens(indices[first + 1]) || opens(indices[first + 2]);
  });
}
