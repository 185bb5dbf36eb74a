/** Growable triangle mesh made of grids; the only geometry container of the atlas. */
import { clamp, cross, dot, normalise, subtract, type Vector } from './maths.ts';

/** One vertex as the modellers give it. */
export interface Vertex {
  /** Position in cm, y up, and the weight w of how much it follows the moving segment. */
  position: Vector;
  normal?: Vector;
  /** Four numbers the shader of this mesh understands (across, along, fascicles, bulge). */
  uv: Vector;
  /** Four numbers of material. */
  material: Vector;
  /** Ambient light that reaches the vertex, 0…1. */
  ambient?: number;
  /** Opacity of the surface here, 0…1. */
  opacity?: number;
}

interface Grid {
  offset: number;
  rows: number;
  columns: number;
  wrap: boolean;
}

/** `auto` turns a closed ring so that its normals point away from the ring's centre. */
export type Facing = boolean | 'auto';

export class TriangleMesh {
  positions: number[] = [];
  normals: number[] = [];
  uvs: number[] = [];
  materials: number[] = [];
  /** Two numbers a vertex: part number for the id picture, opacity. */
  parts: number[] = [];
  indices: number[] = [];
  grids: Grid[] = [];
  /** Part number given to the vertices added next; 0 means "nothing that has a name". */
  part = 0;

  get count(): number {
    return this.positions.length / 4;
  }

  /** Adds rows × columns vertices; `wrap` closes the columns into a ring. */
  addGrid(
    rows: number,
    columns: number,
    wrap: boolean,
    vertexAt: (column: number, row: number) => Vertex,
    facing: Facing = false,
  ): void {
    const offset = this.count;
    const vertices: Vertex[] = [];
    for (let j = 0; j < rows; j++) for (let i = 0; i < columns; i++) vertices.push(vertexAt(i, j));
    const triangles = gridTriangles(rows, columns, wrap, facing === true);
    let normals = vertexNormals(vertices, triangles);
    if (facing === 'auto' && pointsInward(vertices, normals, rows, columns)) {
      for (let t = 0; t < triangles.length; t += 3) {
        [triangles[t + 1], triangles[t + 2]] = [triangles[t + 2], triangles[t + 1]];
      }
      normals = vertexNormals(vertices, triangles);
    }
    vertices.forEach((vertex, k) => {
      const normal = vertex.normal ?? normalise(normals[k]);
      const [x, y, z, w = 0] = vertex.position;
      this.positions.push(x, y, z, w);
      this.normals.push(normal[0], normal[1], normal[2], vertex.ambient ?? 1);
      this.uvs.push(...vertex.uv);
      this.materials.push(...vertex.material);
      this.parts.push(this.part, vertex.opacity ?? 1);
    });
    for (const t of triangles) this.indices.push(offset + t);
    this.grids.push({ offset, rows, columns, wrap });
  }

  /** Drops every triangle whose first corner fails the test. */
  keep(test: (x: number, y: number, z: number) => boolean): this {
    const p = this.positions;
    const kept: number[] = [];
    for (let t = 0; t < this.indices.length; t += 3) {
      const a = this.indices[t] * 4;
      if (test(p[a], p[a + 1], p[a + 2])) kept.push(...this.indices.slice(t, t + 3));
    }
    this.indices = kept;
    return this;
  }

  /** Blurs one number a vertex along each grid, `times` times. */
  blur(values: Float32Array, times: number): void {
    for (const { offset, rows, columns, wrap } of this.grids) {
      for (let pass = 0; pass < times; pass++) {
        const copy = values.slice(offset, offset + rows * columns);
        const at = (i: number, j: number): number => {
          const column = wrap ? (i + columns) % columns : clamp(i, 0, columns - 1);
          return copy[clamp(j, 0, rows - 1) * columns + column];
        };
        for (let j = 0; j < rows; j++) {
          for (let i = 0; i < columns; i++) {
            const sides = at(i - 1, j) + at(i + 1, j) + at(i, j - 1) + at(i, j + 1);
            values[offset + j * columns + i] = (at(i, j) * 2 + sides) / 6;
          }
        }
      }
    }
  }
}

function gridTriangles(rows: number, columns: number, wrap: boolean, flip: boolean): number[] {
  const triangles: number[] = [];
  const steps = wrap ? columns : columns - 1;
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < steps; i++) {
      const a = j * columns + i;
      const b = j * columns + ((i + 1) % columns);
      const c = a + columns;
      const d = b + columns;
      if (flip) triangles.push(a, b, c, b, d, c);
      else triangles.push(a, c, b, b, c, d);
    }
  }
  return triangles;
}

function vertexNormals(vertices: Vertex[], triangles: number[]): Vector[] {
  const normals = vertices.map(() => [0, 0, 0]);
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [triangles[t], triangles[t + 1], triangles[t + 2]];
    const [a, b, c] = corners.map((k) => vertices[k].position);
    const n = cross(subtract(b, a), subtract(c, a));
    for (const k of corners) for (let m = 0; m < 3; m++) normals[k][m] += n[m];
  }
  return normals;
}

function pointsInward(vertices: Vertex[], normals: Vector[], rows: number, columns: number): boolean {
  let sum = 0;
  for (let j = 0; j < rows; j++) {
    const centre = [0, 0, 0];
    for (let i = 0; i < columns; i++) {
      for (let m = 0; m < 3; m++) centre[m] += vertices[j * columns + i].position[m] / columns;
    }
    for (let i = 0; i < columns; i++) {
      sum += dot(normals[j * columns + i], subtract(vertices[j * columns + i].position, centre));
    }
  }
  return sum < 0;
}
