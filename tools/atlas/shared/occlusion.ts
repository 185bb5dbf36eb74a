/** Ambient occlusion, baked once in the rest pose by a coarse voxel march. */
import { dot, type Vector } from './maths.ts';
import type { TriangleMesh } from './mesh.ts';

const CELL = 0.5;
const SIZE = [100, 90, 56];
const ORIGIN = [-25, -30, -14];
const RAYS = 40;
const STEPS = 7;

function voxelOf(x: number, y: number, z: number): number {
  const i = Math.floor((x - ORIGIN[0]) / CELL);
  const j = Math.floor((y - ORIGIN[1]) / CELL);
  const k = Math.floor((z - ORIGIN[2]) / CELL);
  if (i < 0 || j < 0 || k < 0 || i >= SIZE[0] || j >= SIZE[1] || k >= SIZE[2]) return -1;
  return (k * SIZE[1] + j) * SIZE[0] + i;
}

function fillVoxels(meshes: TriangleMesh[]): Uint8Array {
  const solid = new Uint8Array(SIZE[0] * SIZE[1] * SIZE[2]);
  const samples = [
    [0.33, 0.33],
    [0.6, 0.2],
    [0.2, 0.6],
    [0.2, 0.2],
  ];
  for (const { positions: p, indices } of meshes) {
    for (let t = 0; t < indices.length; t += 3) {
      const [a, b, c] = [indices[t] * 4, indices[t + 1] * 4, indices[t + 2] * 4];
      for (const [u, v] of samples) {
        const at = (m: number): number => p[a + m] * (1 - u - v) + p[b + m] * u + p[c + m] * v;
        const cell = voxelOf(at(0), at(1), at(2));
        if (cell >= 0) solid[cell] = 1;
      }
    }
  }
  return solid;
}

function fibonacciDirections(count: number): Vector[] {
  return Array.from({ length: count }, (_, i) => {
    const y = 1 - (2 * (i + 0.5)) / count;
    const radius = Math.sqrt(1 - y * y);
    const angle = i * 2.39996;
    return [radius * Math.cos(angle), y, radius * Math.sin(angle)];
  });
}

/**
 * Multiplies the ambient number of every vertex of `meshes` by the light that they, and the `bystanders`,
 * leave it.
 */
export function bakeOcclusion(meshes: TriangleMesh[], bystanders: TriangleMesh[] = []): void {
  const solid = fillVoxels([...meshes, ...bystanders]);
  const directions = fibonacciDirections(RAYS);
  for (const mesh of meshes) {
    const light = new Float32Array(mesh.count);
    for (let v = 0; v < mesh.count; v++) light[v] = 1 - occlusionAt(mesh, v, solid, directions);
    mesh.blur(light, 3);
    for (let v = 0; v < mesh.count; v++) mesh.normals[v * 4 + 3] *= light[v];
  }
}

function occlusionAt(mesh: TriangleMesh, vertex: number, solid: Uint8Array, directions: Vector[]): number {
  const a = vertex * 4;
  const p = mesh.positions;
  const normal = mesh.normals.slice(a, a + 3);
  let blocked = 0;
  let total = 0;
  for (const d of directions) {
    const weight = dot(d, normal);
    if (weight < 0.15) continue;
    total += weight;
    for (let s = 1; s <= STEPS; s++) {
      const t = 0.35 + s * 0.5;
      const at = (m: number): number => p[a + m] + normal[m] * 0.42 + d[m] * t;
      const cell = voxelOf(at(0), at(1), at(2));
      if (cell >= 0 && solid[cell]) {
        blocked += weight * (1 - (0.75 * (s - 1)) / STEPS);
        break;
      }
    }
  }
  return blocked / (total || 1);
}
