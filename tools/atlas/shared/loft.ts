/** Two primitive forms: a lens between two edge splines (muscle, plate) and a tube along a path (bone). */
import { addScaled, clamp, cross, dot, lerp, normalise, smooth, splineAt, subtract } from './maths.ts';
import type { Vector } from './maths.ts';
import type { TriangleMesh } from './mesh.ts';

/** Turns an authored landmark into world space; the side is +1 for the subject's left, -1 for the right. */
export type Placement = (landmark: Vector, side: number) => Vector;

export interface Lens {
  /** Edge lines from origin to insertion. */
  edgeA: Vector[];
  edgeB: Vector[];
  side: number;
  /** Thickness of the belly in cm. */
  thickness: number;
  /** Profile of the thickness along the lens, 0…1. */
  belly?: (along: number) => number;
  material: Vector;
  fascicles?: number;
  /** How far a working belly rises, in cm. */
  bulge?: number;
  /** Depth of the axis (z) from which the lens bellies away. */
  axisDepth?: number;
  /** Thickness of the inner face as a share of the outer one. */
  inner?: number;
  endTaper?: number;
  rows?: number;
  outerColumns?: number;
  innerColumns?: number;
  place: Placement;
}

export function addLens(mesh: TriangleMesh, lens: Lens): void {
  const { edgeA, edgeB, side, thickness, belly, material, place } = lens;
  const { fascicles = 0, bulge = 0, axisDepth = -2, inner = 0.35, endTaper = 0.25 } = lens;
  const { rows = 49, outerColumns = 21, innerColumns = 5 } = lens;
  const ring: number[][] = [];
  for (let i = 0; i < outerColumns; i++)
    ring.push([0.5 - 0.5 * Math.cos((Math.PI * i) / (outerColumns - 1)), 1]);
  for (let i = 0; i < innerColumns; i++) ring.push([1 - (i + 1) / (innerColumns + 1), -1]);

  const pointAt = (along: number, across: number): Vector => {
    const a = splineAt(edgeA, along);
    const b = splineAt(edgeB, along);
    return place(
      a.map((v, k) => lerp(v, b[k], across)),
      side,
    );
  };
  const outwardAt = (along: number): Vector => {
    const tangent = subtract(
      pointAt(Math.min(1, along + 0.03), 0.5),
      pointAt(Math.max(0, along - 0.03), 0.5),
    );
    const middle = pointAt(along, 0.5);
    const normal = normalise(cross(tangent, subtract(pointAt(along, 1), pointAt(along, 0))));
    const away = [middle[0], 0, middle[2] - axisDepth];
    return dot(normal, away) < 0 ? normal.map((x) => -x) : normal;
  };
  const outward = Array.from({ length: rows }, (_, j) => outwardAt(j / (rows - 1)));
  for (let pass = 0; pass < 6; pass++) {
    for (let j = 1; j < rows - 1; j++) {
      outward[j] = normalise(outward[j].map((v, m) => outward[j - 1][m] + 2 * v + outward[j + 1][m]));
    }
  }
  mesh.addGrid(
    rows,
    ring.length,
    true,
    (i, j) => {
      const along = j / (rows - 1);
      const [across, face] = ring[i];
      const height = belly ? belly(along) : 1;
      const end = lerp(endTaper, 1, smooth(0, 0.08, along) * smooth(1, 0.92, along));
      const profile = Math.pow(Math.sin(Math.PI * clamp(across)), 0.7);
      const point = pointAt(along, across);
      const rise = thickness * profile * (face > 0 ? lerp(0.45, 1, height) : -inner) * end;
      const swell = bulge * height * (face > 0 ? lerp(0.35, 1, profile) : 0.25);
      return {
        position: [...addScaled(point, outward[j], rise), point[3]],
        uv: [across, along, fascicles, swell],
        material,
      };
    },
    'auto',
  );
}

export interface Tube {
  path: Vector[];
  /** Radii in cm along the path: vertical and across. */
  radiusVertical: number[];
  radiusAcross: number[];
  side?: number;
  /** Mirrors an authored half (ending on the midline) into one whole. */
  mirror?: boolean;
  rows?: number;
  columns?: number;
  caps?: boolean;
  fascicles?: number;
  material: Vector;
  place: Placement;
}

export function addTube(mesh: TriangleMesh, tube: Tube): void {
  const { path, side = 1, mirror = false, rows = 60, columns = 20, caps = true, material, place } = tube;
  const whole = mirror
    ? [...path.map((p) => [-p[0], p[1], p[2], p[3]]), ...path.slice(0, -1).reverse()]
    : path;
  const radii = (values: number[]): Vector[] =>
    (mirror ? [...values, ...values.slice(0, -1).reverse()] : values).map((v) => [v]);
  const vertical = radii(tube.radiusVertical);
  const across = radii(tube.radiusAcross);
  const pointAt = (t: number): Vector => place(splineAt(whole, clamp(t)), side);
  mesh.addGrid(
    rows,
    columns,
    true,
    (i, j) => {
      const t = j / (rows - 1);
      const centre = pointAt(t);
      const tangent = normalise(subtract(pointAt(t + 0.02), pointAt(t - 0.02)));
      const hint = Math.abs(tangent[1]) > 0.8 ? [0, 0, 1] : [0, 1, 0];
      const sideways = normalise(cross(tangent, hint));
      const up = normalise(cross(sideways, tangent));
      const angle = (i / columns) * 2 * Math.PI;
      const cap = caps ? Math.sqrt(Math.max(0, 1 - Math.pow(Math.abs(t * 2 - 1), 14))) : 1;
      const lifted = addScaled(centre, up, splineAt(vertical, t)[0] * Math.sin(angle) * cap);
      const position = addScaled(lifted, sideways, splineAt(across, t)[0] * Math.cos(angle) * cap);
      return { position: [...position, centre[3]], uv: [i / columns, t, tube.fascicles ?? 0, 0], material };
    },
    'auto',
  );
}
