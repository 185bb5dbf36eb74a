/** Grids of points, and the triangles and normals between them. Local space of a group: cm, y up. */
import { cross, normalise, subtract, type Vec3, type Vec4 } from './maths.ts';

/** Where the vertices of a shape lie: 4 × n with the weight, and 3 × n. */
export interface Placed {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
}

/** What a vertex wears; no form changes it. */
export interface Dress {
  readonly uv: readonly [number, number, number, number];
  /** Tone at rest, tendon share at origin and at insertion. */
  readonly surface?: Vec3;
  /** Ambient light that reaches it, 0…1. */
  readonly ambient?: number;
  readonly opacity?: number;
}

/** Where a callout would like to sit. */
export interface Spot {
  readonly point: Vec3;
  readonly follows: number;
}

/** One of the members of a shape that draws several parts. */
export interface Member {
  readonly part?: string | undefined;
  readonly joint?: string | undefined;
  /** Of a pair within the shape. */
  readonly side?: 'left' | 'right' | undefined;
  /** A callout wants to sit here. */
  readonly labelled: boolean;
}

/** To what the vertices of a shape belong that draws several parts. */
export interface Members {
  readonly members: readonly Member[];
  /** Of each vertex, the member that it draws. */
  readonly drawn: Uint16Array;
  /** Of each vertex, the member whose joint it follows. */
  readonly mover: Uint16Array;
  /** Share of the activation that reaches a vertex. */
  readonly effort: Float32Array;
  /** Of each vertex, the member whose part gives way to its own here, and its share: where both work, no border shows. */
  readonly second: Uint16Array;
  readonly secondEffort: Float32Array;
  /** Where three parts meet, the third. */
  readonly third?: Uint16Array;
  readonly thirdEffort?: Float32Array;
  /** The lines of a form, where the members have them. */
  readonly formed: (form: string) => object | undefined;
}

/** A shape made once, and made again with the lines of its forms. */
export interface Draft<Lines> {
  readonly base: Placed;
  readonly form: (lines: Lines) => Placed;
  readonly indices: Uint32Array;
  /** 4 × n. */
  readonly uvs: Float32Array;
  /** 3 × n. */
  readonly surface: Float32Array;
  readonly ambient: Float32Array;
  readonly opacity: Float32Array;
  /** Of a shape with members, `member` says of which. */
  readonly spot: (lines: Lines, member?: number) => Spot;
  /** Absent: every vertex is of the shape's own part and joint. */
  readonly members?: Members;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** `ring`: the columns close; `seam`: the last row (column) lies on the first, with other numbers. */
  readonly closes?: 'ring' | 'row-seam' | 'column-seam' | 'ring-and-row-seam';
}

type At<T> = (column: number, row: number) => T;

export function gridIndices({ rows, columns, closes }: Grid): Uint32Array {
  const wraps = closes === 'ring' || closes === 'ring-and-row-seam';
  const steps = wraps ? columns : columns - 1;
  const indices = new Uint32Array((rows - 1) * steps * 6);
  let k = 0;
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < steps; i++) {
      const a = j * columns + i;
      const b = j * columns + ((i + 1) % columns);
      indices.set([a, a + columns, b, b, a + columns, b + columns], k);
      k += 6;
    }
  }
  return indices;
}

export function gridPoints({ rows, columns }: Grid, at: At<Vec4>): Float32Array {
  const positions = new Float32Array(rows * columns * 4);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) positions.set(at(i, j), (j * columns + i) * 4);
  }
  return positions;
}

/** Turns every triangle round. */
export function flip(indices: Uint32Array): Uint32Array {
  const turned = indices.slice();
  for (let t = 0; t < turned.length; t += 3) {
    turned[t + 1] = indices[t + 2]!;
    turned[t + 2] = indices[t + 1]!;
  }
  return turned;
}

/** 3 × n: unit normals, those of the triangles round a vertex weighed by their area. */
export function smoothNormals(
  positions: Float32Array,
  indices: Uint32Array,
  twins: readonly (readonly [number, number])[] = [],
): Float32Array {
  const normals = new Float32Array((positions.length / 4) * 3);
  const point = (v: number): Vec3 => [positions[v * 4]!, positions[v * 4 + 1]!, positions[v * 4 + 2]!];
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [indices[t]!, indices[t + 1]!, indices[t + 2]!];
    const origin = point(a);
    const n = cross(subtract(point(b), origin), subtract(point(c), origin));
    for (const v of [a, b, c]) for (let m = 0; m < 3; m++) normals[v * 3 + m]! += n[m]!;
  }
  for (const [a, b] of twins) {
    for (let m = 0; m < 3; m++) {
      const sum = normals[a * 3 + m]! + normals[b * 3 + m]!;
      normals[a * 3 + m] = sum;
      normals[b * 3 + m] = sum;
    }
  }
  for (let v = 0; v < normals.length; v += 3) {
    normals.set(normalise([normals[v]!, normals[v + 1]!, normals[v + 2]!]), v);
  }
  return normals;
}

function twinsOf({ rows, columns, closes }: Grid): [number, number][] {
  if (closes === 'column-seam') {
    return Array.from({ length: rows }, (_, j) => [j * columns, j * columns + columns - 1]);
  }
  if (closes === 'row-seam' || closes === 'ring-and-row-seam') {
    return Array.from({ length: columns }, (_, i) => [i, (rows - 1) * columns + i]);
  }
  return [];
}

/** Whether the normals of a tube-like grid point towards the middle of its rings. */
function pointsInward({ rows, columns }: Grid, { positions, normals }: Placed): boolean {
  let sum = 0;
  for (let j = 0; j < rows; j++) {
    const centre = [0, 0, 0];
    for (let i = 0; i < columns; i++) {
      for (let m = 0; m < 3; m++) centre[m]! += positions[(j * columns + i) * 4 + m]! / columns;
    }
    for (let i = 0; i < columns; i++) {
      const v = j * columns + i;
      for (let m = 0; m < 3; m++) sum += normals[v * 3 + m]! * (positions[v * 4 + m]! - centre[m]!);
    }
  }
  return sum < 0;
}

function pointsBack({ normals }: Placed): boolean {
  let sum = 0;
  for (let v = 2; v < normals.length; v += 3) sum += normals[v]!;
  return sum < 0;
}

export interface GridPlan<Lines> {
  readonly grid: Grid;
  readonly lines: Lines;
  readonly place: (lines: Lines) => At<Vec4>;
  readonly dress: At<Dress>;
  /** A `tube` looks away from its middle, a `face` towards the viewer; or whatever tells that the triangles are turned. */
  readonly looks: 'tube' | 'face' | ((base: Placed) => boolean);
  readonly spot: (lines: Lines) => Spot;
}

export function draftGrid<Lines>({ grid, lines, place, dress, looks, spot }: GridPlan<Lines>): Draft<Lines> {
  const twins = twinsOf(grid);
  let indices = gridIndices(grid);
  const form = (formed: Lines): Placed => {
    const positions = gridPoints(grid, place(formed));
    return { positions, normals: smoothNormals(positions, indices, twins) };
  };
  let base = form(lines);
  const turned = { tube: (placed: Placed) => pointsInward(grid, placed), face: pointsBack };
  if ((typeof looks === 'function' ? looks : turned[looks])(base)) {
    indices = flip(indices);
    base = { positions: base.positions, normals: base.normals.map((x) => -x) };
  }
  return { base, form, indices, spot, ...wear(grid, dress) };
}

/** What the vertices of a grid wear, as arrays. */
export function wear(
  { rows, columns }: Grid,
  dress: At<Dress>,
): Pick<Draft<never>, 'uvs' | 'surface' | 'ambient' | 'opacity'> {
  const count = rows * columns;
  const uvs = new Float32Array(count * 4);
  const surface = new Float32Array(count * 3);
  const ambient = new Float32Array(count);
  const opacity = new Float32Array(count);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const v = j * columns + i;
      const worn = dress(i, j);
      uvs.set(worn.uv, v * 4);
      surface.set(worn.surface ?? [0, 0, 0], v * 3);
      ambient[v] = worn.ambient ?? 1;
      opacity[v] = worn.opacity ?? 1;
    }
  }
  return { uvs, surface, ambient, opacity };
}

/** Steps of a grid, made finer: the number of vertices grows with `detail`. */
export const steps = (base: number, detail: number): number =>
  Math.max(3, Math.round(base * Math.sqrt(detail)));

/** Blurs a number a vertex along the edges of the triangles, `times` times. */
export function blur(values: Float32Array, indices: Uint32Array, times: number): void {
  const sums = new Float32Array(values.length);
  const counts = new Float32Array(values.length);
  for (let pass = 0; pass < times; pass++) {
    sums.fill(0);
    counts.fill(0);
    for (let t = 0; t < indices.length; t += 3) {
      for (let m = 0; m < 3; m++) {
        const [a, b] = [indices[t + m]!, indices[t + ((m + 1) % 3)]!];
        sums[a]! += values[b]!;
        sums[b]! += values[a]!;
        counts[a]!++;
        counts[b]!++;
      }
    }
    for (let v = 0; v < values.length; v++) {
      if (counts[v]! > 0) values[v] = values[v]! / 3 + (sums[v]! / counts[v]!) * (2 / 3);
    }
  }
}
