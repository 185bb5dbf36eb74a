/** Meshes of the muscles around the eye: three rings, three straps, and the glow in the skin. */
import { clamp, lerp, mixVectors, smooth, splineAt, type Vector } from '../shared/maths.ts';
import { TriangleMesh } from '../shared/mesh.ts';
import { lifted, ringLines, ringPoint } from './forms.ts';
import { formAt, STRAPS, type Strap } from './landmarks.ts';
import type { EyeMuscle, EyePose } from './poses.ts';
import { onSkin } from './surface.ts';

/** Activation slots of the shader, one a muscle. */
export const SLOTS: EyeMuscle[] = [
  'orbicularis-orbital',
  'orbicularis-preseptal',
  'orbicularis-pretarsal',
  'corrugator',
  'procerus',
  'frontalis',
];

interface Ring {
  muscle: EyeMuscle;
  inner: Vector[];
  outer: Vector[];
  crispInner: number;
  fascicles: number;
  base: number;
  tendon: number;
  thickness: number;
  /** Share of the ring, from outside, that feathers into the skin. */
  feather: number;
}

function addRing(mesh: TriangleMesh, ring: Ring, side: number): void {
  const rows = 29;
  const columns = 181;
  const { inner, outer, crispInner, feather } = ring;
  const material = [SLOTS.indexOf(ring.muscle), ring.base, ring.tendon, ring.tendon];
  mesh.addGrid(
    rows,
    columns,
    false,
    (i, j) => {
      const [u, t] = [j / (rows - 1), i / (columns - 1)];
      const [x, y] = mixVectors(ringPoint(inner, t, crispInner), ringPoint(outer, t, 0), u);
      const profile = Math.pow(Math.sin(Math.PI * clamp(u * 0.92 + 0.04)), 0.8);
      const edge = feather ? smooth(0, 0.16, u) : smooth(0, 0.2, u) * smooth(1, 0.8, u);
      return {
        position: onSkin(x * side, y, 0.02 + ring.thickness * profile),
        uv: [u, t, ring.fascicles, 0.1 * profile],
        material,
        ambient: lerp(0.72, 1, edge),
        opacity: feather ? Math.min(0.98, Math.pow(1 - smooth(1 - feather, 1, u), 1.4)) : 1,
      };
    },
    side > 0,
  );
}

function addStrap(mesh: TriangleMesh, name: keyof typeof STRAPS, side: number, pose: EyePose): void {
  const strap: Strap = STRAPS[name];
  const { closure, lift } = pose;
  // the corrugator lies deep: at rest it only shimmers through
  const presence = name === 'corrugator' ? lerp(0.5, 1, pose.activation.corrugator) : 1;
  const rows = 61;
  const columns = 31;
  const shape = (forms: Strap['edgeA']): Vector[] => {
    const points = formAt(forms, lift > 0 ? closure * (1 - lift) : closure);
    return name === 'procerus' ? points : lifted(points, lift * 0.75, -6.5, -1.5);
  };
  const [edgeA, edgeB] = [shape(strap.edgeA), shape(strap.edgeB)];
  const slot = SLOTS.indexOf(strap.part as EyeMuscle);
  mesh.addGrid(
    rows,
    columns,
    false,
    (i, j) => {
      const [u, t] = [i / (columns - 1), j / (rows - 1)];
      const [x, y] = mixVectors(splineAt(edgeA, t), splineAt(edgeB, t), u);
      const profile = Math.pow(Math.sin(Math.PI * clamp(u)), 0.7) * Math.sin(Math.PI * clamp(0.1 + t * 0.8));
      const inside = Math.min(u, 1 - u);
      // the procerus meets its twin on the midline: no feather there
      const border = name === 'procerus' ? 1 - u : inside;
      const opacity =
        smooth(0, strap.edgeFeather, border) *
        smooth(0, strap.endFeather[0], t) *
        smooth(1, 1 - strap.endFeather[1], t);
      return {
        position: onSkin(x * side, y, 0.03 + strap.thickness * profile),
        uv: [u, t, strap.fascicles, 0.12 * profile],
        material: [slot, strap.base, strap.tendon[0], strap.tendon[1]],
        ambient: 1,
        opacity: Math.min(0.985, opacity * presence),
      };
    },
    side > 0,
  );
}

/** All muscles in the order in which they lie over each other. */
export function buildMuscles(pose: EyePose): TriangleMesh {
  const mesh = new TriangleMesh();
  const lines = ringLines(pose);
  for (const side of [-1, 1]) addStrap(mesh, 'frontalis', side, pose);
  for (const side of [-1, 1]) {
    addStrap(mesh, 'corrugator', side, pose);
    addRing(
      mesh,
      {
        muscle: 'orbicularis-orbital',
        inner: lines.septal,
        outer: lines.orbital,
        crispInner: 0,
        fascicles: 8,
        base: 0.4,
        tendon: 0.035,
        thickness: 0.16,
        feather: 1,
      },
      side,
    );
    addRing(
      mesh,
      {
        muscle: 'orbicularis-preseptal',
        inner: lines.tarsal,
        outer: lines.septal,
        crispInner: 0,
        fascicles: 5,
        base: 0.46,
        tendon: 0.05,
        thickness: 0.12,
        feather: 0,
      },
      side,
    );
    addRing(
      mesh,
      {
        muscle: 'orbicularis-pretarsal',
        inner: lines.margin,
        outer: lines.tarsal,
        crispInner: 1,
        fascicles: 4,
        base: 0.52,
        tendon: 0.05,
        thickness: 0.07,
        feather: 0,
      },
      side,
    );
  }
  for (const side of [-1, 1]) addStrap(mesh, 'procerus', side, pose);
  return mesh;
}

/** A soft coral light in the skin around what works: material.x is the slot. */
export function buildGlow(pose: EyePose): TriangleMesh {
  const mesh = new TriangleMesh();
  const lines = ringLines(pose);
  for (const side of [-1, 1]) {
    mesh.addGrid(24, 121, false, (i, j) => {
      const [u, t] = [j / 23, i / 120];
      const outer = ringPoint(lines.orbital, t, 0).map((v, k) => v + (v - [3.1, 0.3][k]) * 0.22);
      const [x, y] = mixVectors(ringPoint(lines.septal, t, 0), outer, u);
      return {
        position: onSkin(clamp(x, 0.1, 6.85) * side, y, 0.01),
        uv: [0, 0, 0, 0],
        material: [0, 0, 0, 0],
        opacity: 1 - smooth(0.35, 1, u),
      };
    });
  }
  return mesh;
}
