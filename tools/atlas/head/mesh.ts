/** Meshes of the head: skin, ears and the few drawn lines of lids, brows and lips. */
import {
  addScaled,
  clamp,
  closedSplineAt,
  cross,
  lerp,
  normalise,
  smooth,
  splineAt,
  subtract,
} from '../shared/maths.ts';
import type { Vector } from '../shared/maths.ts';
import { TriangleMesh } from '../shared/mesh.ts';
import { headAmbient, headAngle, headAngles, headNormal, headPoint, headRows } from './form.ts';

/** How the head is placed in the scene: a point with its weight, and a direction. */
export interface HeadPlacement {
  point: (p: Vector) => Vector;
  direction: (n: Vector) => Vector;
}

export function buildHead(place: HeadPlacement, rows = 190, front = 84, back = 34): TriangleMesh {
  const mesh = new TriangleMesh();
  const angles = headAngles(front, back);
  const heights = headRows(rows);
  mesh.addGrid(rows, angles.length, true, (i, j) => {
    const [phi, y] = [angles[i], heights[j]];
    return {
      position: place.point([...headPoint(phi, y), 1]),
      normal: place.direction(headNormal(phi, y)),
      uv: [phi, y, 0, 0],
      material: [0, 0, 0, 0],
      ambient: headAmbient(phi, y),
    };
  });
  return mesh;
}

/** Rim of the left ear, once round. */
const EAR_RIM = [
  [6.8, 0.2, 1.1],
  [7.12, -0.9, 0.6],
  [7.42, -1.75, -0.3],
  [7.85, -2.05, -1.4],
  [8.2, -1.65, -2.4],
  [8.28, -0.4, -2.7],
  [8.05, 1, -2.2],
  [7.65, 2.2, -1.4],
  [7.3, 3.05, -0.8],
  [7.05, 3.6, -0.45],
  [6.7, 3.8, 0],
  [6.4, 3.2, 0.5],
  [6.45, 2, 0.9],
].map((p) => [p[0] - 0.1, p[1] * 0.94 + 0.4, p[2] - 0.3]);
const EAR_CENTRE = [7, 0.98, -0.7];
/** Section from the back over the helix to the concha: [share of the radius, height in cm, light]. */
const EAR_SECTION = [
  [0.74, -1.25, 0.7],
  [0.93, -0.55, 0.7],
  [1, -0.12, 1],
  [0.995, 0.1, 1],
  [0.95, 0.22, 1],
  [0.88, 0.17, 0.92],
  [0.8, -0.02, 0.7],
  [0.7, 0, 0.8],
  [0.58, 0.12, 1],
  [0.48, 0.02, 0.82],
  [0.38, -0.2, 0.5],
  [0.2, -0.34, 0.36],
  [0.02, -0.36, 0.32],
];

export function addEar(mesh: TriangleMesh, side: number, place: HeadPlacement): void {
  const columns = 88;
  const outward = normalise([0.86, -0.05, 0.42]);
  const fine = EAR_SECTION.length * 3 - 2;
  mesh.addGrid(
    fine,
    columns,
    true,
    (i, j) => {
      const t = i / columns;
      const [share, raw, light] = splineAt(EAR_SECTION, j / (fine - 1));
      const lobe = smooth(0.62, 0.74, t) * smooth(1, 0.9, t);
      const front = clamp(smooth(0.95, 1.02, t) + smooth(0.1, 0.02, t));
      let height = raw;
      if (j > 6) {
        height = lerp(height, height < -0.2 ? height * 0.7 : 0.06, lobe * (share > 0.45 ? 1 : 0.4));
        if (share > 0.5) height = lerp(height, 0.02, front);
      }
      const onRim = addScaled(EAR_CENTRE, subtract(closedSplineAt(EAR_RIM, t), EAR_CENTRE), share);
      const p = addScaled(onRim, outward, height + (j > 3 ? 0.34 : 0.1));
      return {
        position: place.point([p[0] * side, p[1], p[2], 1]),
        uv: [0, p[1], 0, 0],
        material: [1, 0, 0, 0],
        ambient: light,
      };
    },
    side < 0,
  );
}

export interface Stroke {
  points: Vector[];
  /** Half width in cm and opacity 0…1. */
  width: number;
  opacity: number;
  /** Soft strokes are shaded bands (brows), hard ones are ink lines. */
  soft?: boolean;
  steps?: number;
}

/** Lays a tapered ribbon on the skin along points (x, y) of the face. */
export function addStroke(mesh: TriangleMesh, stroke: Stroke, place: HeadPlacement, lift = 0.05): void {
  const { points, width, opacity, soft = false, steps = 44 } = stroke;
  const path = Array.from({ length: steps + 1 }, (_, i) => {
    const [x, y] = splineAt(points, i / steps);
    const phi = headAngle(x, y);
    return { point: headPoint(phi, y), normal: headNormal(phi, y) };
  });
  mesh.addGrid(steps + 1, 3, false, (i, j) => {
    const t = j / steps;
    const before = path[Math.max(0, j - 1)].point;
    const after = path[Math.min(steps, j + 1)].point;
    const { point, normal } = path[j];
    const sideways = normalise(cross(normal, normalise(subtract(after, before))));
    const taper = Math.pow(Math.sin(Math.PI * lerp(soft ? 0.1 : 0.03, 0.97, t)), 0.6);
    const p = addScaled(addScaled(point, normal, lift), sideways, (width * taper + 0.015) * (i - 1));
    return {
      position: place.point([...p, 1]),
      normal: place.direction(normal),
      uv: [i - 1, t, 0, 0],
      material: [opacity, soft ? 1 : 0, 0, 0],
    };
  });
}

/** Closed lids, level brows, nostrils and the line of the mouth. */
const PAIRED_STROKES: Stroke[] = [
  {
    points: [
      [1.5, 0.66],
      [2.2, 0.98],
      [3.1, 1.16],
      [4, 1.0],
      [4.75, 0.56],
    ],
    width: 0.085,
    opacity: 0.9,
  },
  {
    points: [
      [1.8, -0.02],
      [2.6, -0.38],
      [3.4, -0.42],
      [4.3, -0.08],
      [4.9, 0.34],
    ],
    width: 0.045,
    opacity: 0.32,
  },
  {
    points: [
      [1.5, -1.86],
      [2.5, -2.14],
      [3.7, -2.28],
      [4.7, -2.14],
      [5.4, -1.78],
    ],
    width: 0.22,
    opacity: 0.42,
    soft: true,
  },
  {
    points: [
      [0.35, 5.0],
      [0.72, 4.9],
      [1.1, 5.0],
    ],
    width: 0.07,
    opacity: 0.42,
  },
  {
    points: [
      [1.45, 3.95],
      [1.66, 4.4],
      [1.45, 4.9],
    ],
    width: 0.045,
    opacity: 0.22,
  },
];
const MIDLINE_STROKES: Stroke[] = [
  {
    points: [
      [-2, 6.5],
      [-1.1, 6.6],
      [-0.4, 6.56],
      [0, 6.62],
      [0.4, 6.56],
      [1.1, 6.6],
      [2, 6.5],
    ],
    width: 0.065,
    opacity: 0.7,
  },
];

export interface InkChoice {
  lids: boolean;
  brows: boolean;
}

export function buildInk(
  place: HeadPlacement,
  { lids, brows }: InkChoice = { lids: true, brows: true },
): TriangleMesh {
  const mesh = new TriangleMesh();
  PAIRED_STROKES.forEach((stroke, k) => {
    if ((k < 2 && !lids) || (k === 2 && !brows)) return;
    for (const side of [-1, 1]) {
      const points = stroke.points.map(([x, y]) => [x * side, y]);
      addStroke(mesh, { ...stroke, points }, place, stroke.soft ? 0.06 : 0.05);
    }
  });
  for (const stroke of MIDLINE_STROKES) addStroke(mesh, stroke, place);
  return mesh;
}
