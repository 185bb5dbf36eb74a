/** Bones and cartilages of the neck as landmarks ([x, y, z, w], as the muscles). */
import { addLens, addTube, type Placement } from '../shared/loft.ts';
import { clamp, lerp, splineAt, type Vector } from '../shared/maths.ts';
import { TriangleMesh } from '../shared/mesh.ts';

const CLAVICLE = {
  path: [
    [1.55, 21.15, 5.7, 0],
    [2.8, 20.9, 5.8, 0],
    [5, 20.6, 5.7, 0],
    [8, 20.15, 4.7, 0],
    [11, 19.4, 3.3, 0],
    [14, 18.75, 1.9, 0],
    [17, 18.5, 0.5, 0],
    [18.6, 18.5, -0.4, 0],
  ],
  radiusVertical: [0.72, 0.7, 0.5, 0.43, 0.4, 0.4, 0.44, 0.4],
  radiusAcross: [0.55, 0.55, 0.46, 0.42, 0.4, 0.45, 0.6, 0.5],
};
const HYOID = {
  path: [
    [2.3, 12, 3.9, 0.46],
    [2.1, 12.2, 4.9, 0.46],
    [1.65, 12.38, 6.1, 0.45],
    [0.9, 12.48, 6.85, 0.44],
    [0, 12.5, 6.95, 0.44],
  ],
  radiusVertical: [0.18, 0.22, 0.3, 0.36, 0.38],
  radiusAcross: [0.14, 0.16, 0.18, 0.22, 0.24],
};
/** Upper and lower border from the midline outwards and back. */
const THYROID = {
  a: [
    [0, 14.35, 7.3, 0.32],
    [0.4, 13.6, 6.9, 0.33],
    [1.05, 13.35, 6.1, 0.34],
    [1.55, 13.3, 5.3, 0.34],
    [1.85, 13, 4.3, 0.34],
  ],
  b: [
    [0, 15.95, 6.95, 0.27],
    [0.4, 16, 6.6, 0.27],
    [0.9, 16.05, 6, 0.27],
    [1.3, 15.8, 5.2, 0.28],
    [1.55, 16, 4.2, 0.27],
  ],
};
const CRICOID = {
  a: [
    [0, 16.55, 6.45, 0.26],
    [0.7, 16.5, 6.2, 0.26],
    [1.35, 16.2, 5.4, 0.26],
    [1.5, 15.8, 4.4, 0.26],
  ],
  b: [
    [0, 17.4, 6.4, 0.24],
    [0.8, 17.35, 6.1, 0.24],
    [1.4, 17.1, 5.3, 0.24],
    [1.5, 17, 4.4, 0.24],
  ],
};
const THYROHYOID_MEMBRANE = {
  a: [
    [0, 12.6, 6.1, 0.43],
    [1.1, 12.6, 5.6, 0.43],
    [1.35, 12.4, 5, 0.43],
  ],
  b: [
    [0, 14.9, 6.1, 0.32],
    [1.1, 14.4, 5.5, 0.32],
    [1.3, 14.2, 5, 0.32],
  ],
};
const CRICOTHYROID_MEMBRANE = {
  a: [
    [0, 15.5, 6.2, 0.28],
    [0.8, 15.6, 5.8, 0.28],
    [1.1, 15.6, 4.8, 0.28],
  ],
  b: [
    [0, 16.9, 5.95, 0.25],
    [0.8, 16.8, 5.6, 0.25],
    [1.1, 16.8, 4.8, 0.25],
  ],
};
const TRACHEA_AXIS = [
  [0, 16.8, 5, 0.2],
  [0, 18.5, 4.7, 0.1],
  [0, 20.6, 4.2, 0.05],
  [0, 22.8, 3.5, 0],
];
const MANUBRIUM_MIDLINE = [
  [0, 21.8, 5.2, 0],
  [0, 23, 5.6, 0],
  [0, 26.5, 6, 0],
  [0, 30, 6.2, 0],
];

/** Material kinds understood by the shader of hard parts. */
const BONE = [0, 0, 0, 0];
const CARTILAGE = [1, 0, 0, 0];
const MEMBRANE = [2, 0, 0, 0];

const mirrored = (half: Vector[]): Vector[] => [
  ...[...half].reverse().map((p) => [-p[0], p[1], p[2], p[3]]),
  ...half.slice(1),
];

/** `numberOf` gives the part number for the id picture. */
export function buildHardParts(place: Placement, numberOf: (part: string) => number): TriangleMesh {
  const mesh = new TriangleMesh();
  for (const side of [1, -1]) {
    mesh.part = numberOf(`collarbone.${side > 0 ? 'left' : 'right'}`);
    addTube(mesh, { ...CLAVICLE, side, material: BONE, place });
  }
  mesh.part = numberOf('hyoid');
  addTube(mesh, { ...HYOID, mirror: true, material: BONE, place });

  const plate = (shape: { a: Vector[]; b: Vector[] }, thickness: number, material: Vector): void =>
    addLens(mesh, {
      edgeA: mirrored(shape.a),
      edgeB: mirrored(shape.b),
      side: 1,
      thickness,
      material,
      place,
      rows: 61,
      axisDepth: 0,
      inner: 0.5,
      endTaper: 0.6,
    });
  mesh.part = numberOf('voice-box');
  plate(THYROID, 0.22, CARTILAGE);
  plate(CRICOID, 0.24, CARTILAGE);
  mesh.part = 0;
  plate(THYROHYOID_MEMBRANE, 0.1, MEMBRANE);
  plate(CRICOTHYROID_MEMBRANE, 0.1, MEMBRANE);

  mesh.part = numberOf('breastbone');
  const border = (side: number): Vector[] =>
    MANUBRIUM_MIDLINE.map((p) => [
      side * (2.35 - (p[1] > 24 ? 0.6 : 0)),
      p[1] - (p[1] < 22 ? 0.5 : 0),
      p[2] - 0.1,
      0,
    ]);
  addLens(mesh, {
    edgeA: border(-1),
    edgeB: border(1),
    side: 1,
    thickness: 0.5,
    material: BONE,
    place,
    rows: 24,
    axisDepth: 0,
  });

  mesh.part = numberOf('windpipe');
  addTube(mesh, {
    path: TRACHEA_AXIS,
    radiusVertical: [1.05, 1.05, 1.05, 1.05],
    radiusAcross: [1.05, 1.05, 1.05, 1.05],
    rows: 20,
    columns: 30,
    material: MEMBRANE,
    caps: false,
    place,
  });
  for (let ring = 0; ring < 6; ring++) addTrachealRing(mesh, 17.85 + ring * 0.78, place);
  return mesh;
}

/** One C-shaped ring, open at the back. */
function addTrachealRing(mesh: TriangleMesh, y: number, place: Placement): void {
  const centre = splineAt(TRACHEA_AXIS, clamp((y - 16.8) / 6));
  const arc = Array.from({ length: 9 }, (_, i) => {
    const angle = lerp(-1.9, 1.9, i / 8);
    const radius = 1.12;
    return [
      radius * Math.sin(angle),
      y + 0.12 * Math.cos(angle),
      centre[2] + radius * Math.cos(angle),
      centre[3],
    ];
  });
  addTube(mesh, {
    path: arc,
    radiusVertical: arc.map(() => 0.27),
    radiusAcross: arc.map(() => 0.17),
    rows: 41,
    columns: 12,
    material: CARTILAGE,
    place,
  });
}

/** Points (landmarks) on which a callout of a hard part or a region would like to sit. */
export const LABEL_POINTS: Record<string, Vector> = {
  hyoid: [-0.9, 12.45, 7.1, 0.44],
  'voice-box': [0.25, 15.1, 7.4, 0.3],
  windpipe: [0, 19.4, 5.9, 0.08],
  breastbone: [0, 23.6, 6.2, 0],
  'collarbone.left': [9, 19.95, 4.9, 0],
  'collarbone.right': [-9, 19.95, 4.9, 0],
};
