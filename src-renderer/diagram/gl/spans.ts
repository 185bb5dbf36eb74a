/** How long and how wide the muscles of a batch are, so that marks along their fibres keep one size in all of them. */
import type { Batch } from '../model/model.ts';

interface Sum {
  area: number;
  length: number;
  width: number;
}

/**
 * 2 × n: length along and width across, cm, the same for all vertices with one seed. Measured where the surface has both:
 * the slope of the shares over each triangle.
 */
export function spansOf({ positions: p, uvs, surface, indices }: Batch): Float32Array {
  const sums = new Map<number, Sum>();
  for (let t = 0; t + 2 < indices.length; t += 3) {
    const [a, b, c] = [(indices[t] ?? 0) * 4, (indices[t + 1] ?? 0) * 4, (indices[t + 2] ?? 0) * 4];
    const side = (data: Float32Array, to: number, k: number): number =>
      (data[to + k] ?? 0) - (data[a + k] ?? 0);
    const e = [side(p, b, 0), side(p, b, 1), side(p, b, 2)] as const;
    const f = [side(p, c, 0), side(p, c, 1), side(p, c, 2)] as const;
    const [ee, ef, ff] = [dot(e, e), dot(e, f), dot(f, f)];
    const area = Math.sqrt(Math.max(0, ee * ff - ef * ef));
    if (area < 1e-7) continue;
    // length of the gradient of a share over the triangle, by the metric of its two sides
    const steep = (k: number): number => {
      const [x, y] = [side(uvs, b, k), side(uvs, c, k)];
      return Math.sqrt(Math.max(0, x * x * ff - 2 * x * y * ef + y * y * ee)) / area;
    };
    const seed = surface[a] ?? 0;
    let sum = sums.get(seed);
    if (!sum) sums.set(seed, (sum = { area: 0, length: 0, width: 0 }));
    sum.area += area;
    sum.width += area * steep(0);
    sum.length += area * steep(1);
  }
  const spans = new Float32Array(p.length / 2);
  for (let vertex = 0; vertex < p.length / 4; vertex++) {
    const sum = sums.get(surface[vertex * 4] ?? 0);
    if (!sum) continue;
    spans[vertex * 2] = sum.length > 0 ? sum.area / sum.length : 0;
    spans[vertex * 2 + 1] = sum.width > 0 ? sum.area / sum.width : 0;
  }
  return spans;
}

const dot = (a: readonly [number, number, number], b: readonly [number, number, number]): number =>
  a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
