/** Meshes of the neck family: muscles, the dark core between them, and the skin of the trunk. */
import { HEAD_PLACEMENT, placeNeck } from './place.ts';
import { bellySlot, MUSCLES } from './muscles.ts';
import { addLens, addTube } from '../shared/loft.ts';
import { clamp, lerp, smooth, splineAt, table, type Vector } from '../shared/maths.ts';
import { TriangleMesh } from '../shared/mesh.ts';

/** `plate` is the usual dissection; `back` takes the right trapezius away to show what lies under it. */
export type Dissection = 'plate' | 'back';

const bellyProfile = (t: number): number => Math.pow(Math.sin(Math.PI * clamp(t * 0.94 + 0.03)), 1.2);

export function buildMuscles(dissection: Dissection, numberOf: (part: string) => number): TriangleMesh {
  const mesh = new TriangleMesh();
  for (const [name, muscle] of Object.entries(MUSCLES)) {
    for (const side of [1, -1]) {
      if (dissection === 'back' && side < 0 && muscle.part === 'trapezius') continue;
      if (dissection !== 'back' && muscle.backOnly) continue;
      mesh.part = numberOf(`${muscle.part}.${side > 0 ? 'left' : 'right'}`);
      addLens(mesh, {
        edgeA: muscle.edgeA,
        edgeB: muscle.edgeB,
        side,
        thickness: muscle.thickness,
        belly: bellyProfile,
        fascicles: muscle.fascicles,
        bulge: muscle.bulge ?? 0.3 + 0.5 * muscle.thickness,
        material: [bellySlot(name, side), muscle.base, muscle.tendon[0], muscle.tendon[1]],
        place: placeNeck,
      });
    }
  }
  mesh.part = 0;
  addCore(mesh);
  return mesh;
}

/** Spine and prevertebral muscles as one dark column, so that gaps read as depth. */
function addCore(mesh: TriangleMesh): void {
  addTube(mesh, {
    path: [
      [0, 3, -2, 1],
      [0, 8, -2, 0.75],
      [0, 12, -1.8, 0.45],
      [0, 16, -1.8, 0.15],
      [0, 20, -2, 0],
      [0, 26, -2, 0],
    ],
    radiusVertical: [3.6, 3.7, 3.9, 4.1, 4.3, 4.3],
    radiusAcross: [4.6, 4.5, 4.4, 4.6, 5.2, 5.2],
    rows: 30,
    columns: 36,
    material: [-1, 0.02, 0, 0],
    fascicles: 14,
    caps: false,
    place: placeNeck,
  });
  // chest, so that no gap shows through to the back
  addTube(mesh, {
    path: [
      [0, 20.8, -1.5, 0],
      [0, 24, -1.5, 0],
      [0, 30, -1.5, 0],
    ],
    radiusVertical: [4, 4.4, 4.6],
    radiusAcross: [9, 12, 13],
    rows: 16,
    columns: 48,
    material: [-1, 0.02, 0, 0],
    fascicles: 30,
    place: placeNeck,
  });
  // floor of the mouth
  addTube(mesh, {
    path: [
      [0, 13.2, 3.4, 0.4],
      [0, 11.4, 4.4, 0.65],
      [0, 9.6, 5, 0.9],
      [0, 7.5, 5, 1],
    ],
    radiusVertical: [1.4, 1.9, 2.1, 2],
    radiusAcross: [1.6, 2.6, 3, 3],
    rows: 16,
    columns: 28,
    material: [-1, 0.02, 0, 0],
    fascicles: 10,
    place: placeNeck,
  });
}

/** Ideal callout point of a belly, lying on its outer face. */
export function bellyLabelPoint(name: string, side: number): Vector {
  const { edgeA, edgeB, thickness, label = [0.5, 0.5] } = MUSCLES[name];
  const a = splineAt(edgeA, label[1]);
  const b = splineAt(edgeB, label[1]);
  const p = placeNeck(
    a.map((v, k) => lerp(v, b[k], label[0])),
    side,
  );
  const reach = Math.hypot(p[0], p[2] + 2) || 1;
  const rise = (thickness * 0.9) / reach;
  return [p[0] * (1 + rise), p[1], p[2] + (p[2] + 2) * rise, p[3]];
}

/** Skin of the trunk: [y, half width, front z, back z, w, exponent of the superellipse]. */
const TRUNK = [
  [5.6, 6.5, 5.6, -7.6, 0.9, 2.1],
  [8, 6.75, 6.9, -7.6, 0.75, 2.1],
  [10.6, 6.75, 7.4, -7.4, 0.5, 2.1],
  [12, 6.9, 7.5, -7.5, 0.36, 2.05],
  [13.2, 7.5, 7.55, -7.7, 0.25, 1.95],
  [14.4, 8.9, 7.5, -8, 0.16, 1.75],
  [15.6, 10.9, 7.1, -8.4, 0.1, 1.6],
  [16.75, 14.4, 6.7, -8.9, 0.03, 1.5],
  [17.6, 17.4, 6.5, -9.2, 0, 1.5],
  [18.3, 19.4, 6.5, -9.4, 0, 1.6],
  [19.2, 20.8, 6.6, -9.6, 0, 1.75],
  [20.6, 21.9, 6.8, -10, 0, 1.95],
  [22.6, 22.8, 7.1, -10.4, 0, 2.1],
  [25.5, 23.3, 7.6, -10.8, 0, 2.2],
  [29, 23.5, 8.1, -11, 0, 2.25],
  [33, 23.5, 8.4, -11, 0, 2.25],
  [37, 23.5, 8.6, -11, 0, 2.25],
];
/** Height at which the skin begins, as a function of |x|: in front, behind, and behind on the opened side. */
const NECKLINE_FRONT = table([
  [0, 25],
  [4.5, 24.6],
  [9, 23.6],
  [13.5, 22.2],
  [17.6, 20.3],
  [20, 18.6],
  [22, 17.2],
  [25, 16],
]);
const NECKLINE_BACK = table([
  [0, 24.6],
  [3, 23.4],
  [7.5, 21.4],
  [12.5, 20],
  [17.4, 18.6],
  [20, 17.8],
  [22, 17.2],
  [25, 16],
]);
const NECKLINE_OPENED = table([
  [0, 22],
  [4, 19.6],
  [7, 16.6],
  [9, 14.8],
  [12, 13.8],
  [20, 13],
  [25, 12],
]);

const neckline = (x: number, facingBack: number, dissection: Dissection): number => {
  const a = Math.abs(x);
  const opened = dissection === 'back' ? smooth(0.8, -2.6, x) : 0;
  return lerp(NECKLINE_FRONT(a), lerp(NECKLINE_BACK(a), NECKLINE_OPENED(a), opened), facingBack);
};

export interface ShellRange {
  top: number;
  bottom: number;
}

export function buildShell(
  dissection: Dissection,
  { top, bottom }: ShellRange = { top: 8.2, bottom: 36.8 },
  rows = 90,
  columns = 150,
): TriangleMesh {
  const mesh = new TriangleMesh();
  const column = (k: number) => table(TRUNK.map((row) => [row[0], row[k]]));
  const [width, front, back, weight, exponent] = [1, 2, 3, 4, 5].map(column);
  const axis = table([
    [5, -1],
    [12, -1.2],
    [18, -1.2],
    [33, -1.2],
  ]);
  mesh.addGrid(rows, columns, true, (i, j) => {
    const y = lerp(top, bottom, j / (rows - 1));
    const angle = (i / columns) * 2 * Math.PI;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const power = (v: number): number => Math.sign(v) * Math.pow(Math.abs(v), 2 / exponent(y));
    const x = width(y) * power(s);
    const z0 = axis(y);
    let z = z0 + (c > 0 ? front(y) - z0 : z0 - back(y)) * power(c);
    // breastbone hollow and the groove between chest and shoulder
    const a = Math.abs(x);
    const inFront = smooth(0, 0.3, c);
    z -= inFront * 0.5 * Math.exp(-((a - 1) ** 2 / 18 + (y - 24.5) ** 2 / 30));
    z -= inFront * 0.9 * Math.exp(-((a - 15.2) ** 2 / 3 + (y - 25) ** 2 / 40));
    const position = placeNeck([x, y, z, weight(y)]);
    return {
      position,
      uv: [y - neckline(x, smooth(0.1, -0.2, c), dissection), y, 0, 0],
      material: [c, 0, 0, 0],
    };
  });
  return mesh;
}

export { HEAD_PLACEMENT };
