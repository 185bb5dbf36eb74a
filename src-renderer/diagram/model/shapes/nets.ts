/** Weaves a closed skin round the inside of a field: one vertex a cell that the skin goes through ("surface nets"). */
import type { Field } from './field.ts';

export interface Net {
  /** 3 × n. */
  readonly points: Float32Array;
  readonly indices: Uint32Array;
}

/** Corners of a cell: bit 0 is x, bit 1 is y, bit 2 is z. */
const EDGES = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((a) =>
  [1, 2, 4].filter((bit) => !(a & bit)).map((bit) => [a, a | bit] as const),
);

/** Further from the skin than so many cells, no edge of a cell can meet it. */
const CLEAR = 2.5;

export function netOf(field: Field): Net {
  const { size, values, low, cell } = field;
  const [width, height, depth] = size;
  const vertexOf = new Int32Array(values.length).fill(-1);
  const points: number[] = [];
  const cells: number[] = [];
  const corner = new Float32Array(8);
  const offsets = Int32Array.from([0, 1, 2, 3, 4, 5, 6, 7], (n) => field.index(n & 1, (n >> 1) & 1, n >> 2));
  const clear = cell * CLEAR;
  for (let k = 1; k < depth - 1; k++) {
    for (let j = 1; j < height - 1; j++) {
      for (let i = 1; i < width - 1; i++) {
        const own = field.index(i, j, k);
        if (values[own]! > clear || values[own]! < -clear) continue;
        let inside = 0;
        for (let n = 0; n < 8; n++) {
          corner[n] = values[own + offsets[n]!]!;
          if (corner[n]! < 0) inside++;
        }
        if (inside === 0 || inside === 8) continue;
        let [x, y, z, crossings] = [0, 0, 0, 0];
        for (const [a, b] of EDGES) {
          const [from, to] = [corner[a]!, corner[b]!];
          if (from < 0 === to < 0) continue;
          const t = from / (from - to);
          x += (a & 1) + ((b & 1) - (a & 1)) * t;
          y += ((a >> 1) & 1) + (((b >> 1) & 1) - ((a >> 1) & 1)) * t;
          z += (a >> 2) + ((b >> 2) - (a >> 2)) * t;
          crossings++;
        }
        vertexOf[own] = cells.length;
        cells.push(own);
        points.push(
          low[0] + (i + x / crossings) * cell,
          low[1] + (j + y / crossings) * cell,
          low[2] + (k + z / crossings) * cell,
        );
      }
    }
  }
  return { points: Float32Array.from(points), indices: quads(field, vertexOf, cells) };
}

/** Two triangles for each edge of the grid that the skin crosses, between the four cells round it. */
function quads({ size, values }: Field, vertexOf: Int32Array, cells: readonly number[]): Uint32Array {
  const strides = [1, size[0], size[0] * size[1]] as const;
  const indices: number[] = [];
  for (const own of cells) {
    const within = values[own]! < 0;
    for (let axis = 0; axis < 3; axis++) {
      if (values[own + strides[axis]!]! < 0 === within) continue;
      const [u, v] = [strides[(axis + 1) % 3]!, strides[(axis + 2) % 3]!];
      const a = vertexOf[own]!;
      const b = vertexOf[own - u]!;
      const c = vertexOf[own - u - v]!;
      const d = vertexOf[own - v]!;
      if (within) indices.push(a, b, c, a, c, d);
      else indices.push(a, c, b, a, d, c);
    }
  }
  return Uint32Array.from(indices);
}
