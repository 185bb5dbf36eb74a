/**
 * Muscles of the neck and shoulder as landmarks.
 *
 * A landmark is [x, y, z, w]: centimetres, y down from the eye line, +z to the viewer, +x the
 * subject's LEFT; w says how much the point follows the skull (0 trunk … 1 skull). Only the left
 * side is authored; the right is its mirror image. Attachments follow the standard descriptions:
 * sternocleidomastoid from manubrium and medial clavicle to mastoid; splenius capitis from the
 * nuchal ligament and C7–T3 to mastoid and lateral nuchal line; levator scapulae from C1–C4 to the
 * superior angle of the scapula; scalenes from C3–C6 to the first ribs; semispinalis capitis from
 * C4–T6 to the occiput; upper trapezius from the occiput and nuchal ligament to the lateral clavicle
 * and acromion.
 */
import type { Vector } from '../shared/maths.ts';

export interface Muscle {
  /** Part of the diagram that this belly belongs to (without its side). */
  part: string;
  /** Number of fascicles drawn across the belly. */
  fascicles: number;
  /** Share of the length that is tendon at origin and insertion. */
  tendon: [number, number];
  /** Brightness at rest, 0…1; deeper muscles are darker. */
  base: number;
  /** Thickness in cm. */
  thickness: number;
  edgeA: Vector[];
  edgeB: Vector[];
  /** How far the belly rises when it works, in cm; by default grows with its thickness. */
  bulge?: number;
  /** Ideal callout point: share across, share along. */
  label?: [number, number];
  /** Shown only where the back is opened; from the front it would peep through gaps. */
  backOnly?: boolean;
}

export const MUSCLES: Record<string, Muscle> = {
  trapezius: {
    part: 'trapezius',
    fascicles: 14,
    tendon: [0.06, 0.2],
    base: 0.32,
    thickness: 0.85,
    bulge: 0.45,
    label: [0.5, 0.24],
    edgeA: [
      [10.6, 18.65, 2.4, 0],
      [8.9, 17, 0.5, 0.05],
      [7.4, 14, -2.5, 0.2],
      [5.6, 9.6, -5.5, 0.58],
      [4.4, 5.4, -6.5, 0.84],
      [3.3, 1.2, -6.4, 1],
    ],
    edgeB: [
      [18.9, 18.3, -1.2, 0],
      [13.6, 17.2, -4.2, 0],
      [7.4, 14.9, -6.7, 0.14],
      [2.2, 10.2, -7.6, 0.52],
      [0.5, 5.4, -7.6, 0.84],
      [0.2, 1, -7, 1],
    ],
  },
  trapeziusMiddle: {
    part: 'trapezius',
    backOnly: true,
    fascicles: 15,
    tendon: [0.06, 0.12],
    base: 0.3,
    thickness: 0.6,
    edgeA: [
      [18.6, 18.6, -1.9, 0],
      [13.6, 17.3, -4, 0],
      [7.2, 14.5, -6.3, 0.17],
      [2.1, 8.6, -7.1, 0.66],
      [-0.3, 4.6, -7.2, 0.9],
    ],
    edgeB: [
      [17.4, 20.4, -4.8, 0],
      [12.5, 21.6, -7.3, 0],
      [7.5, 23, -8.7, 0],
      [3, 25, -9.2, 0],
      [-0.3, 26.5, -9.3, 0],
    ],
  },
  splenius: {
    part: 'splenius-capitis',
    fascicles: 8,
    tendon: [0.1, 0.17],
    base: 0.4,
    thickness: 0.7,
    bulge: 0.45,
    label: [0.25, 0.62],
    edgeA: [
      [0.5, 19, -7.3, 0.02],
      [2.9, 14.6, -6.3, 0.25],
      [5.2, 11.2, -4.6, 0.5],
      [6.7, 7.6, -2.9, 0.78],
      [6.1, 2.4, -1.6, 1],
    ],
    edgeB: [
      [0.15, 12.5, -6.7, 0.3],
      [1.6, 10.2, -6.4, 0.48],
      [3.2, 8, -5.9, 0.66],
      [4.4, 5.6, -5.1, 0.84],
      [4.5, 1.9, -4.1, 1],
    ],
  },
  levator: {
    part: 'levator-scapulae',
    fascicles: 8,
    tendon: [0.1, 0.12],
    base: 0.34,
    thickness: 0.75,
    label: [0.35, 0.45],
    edgeA: [
      [7.7, 19.8, -4, 0],
      [6.6, 17.2, -2.4, 0.06],
      [5.9, 14.4, -1.2, 0.22],
      [5.1, 11.2, -0.6, 0.5],
      [4.4, 8, -0.4, 0.8],
    ],
    edgeB: [
      [10.2, 19.6, -5, 0],
      [8.5, 17.2, -4.2, 0.05],
      [7, 14, -3, 0.2],
      [5.9, 10.8, -2.1, 0.5],
      [4.8, 7.4, -1.6, 0.8],
    ],
  },
  scalenes: {
    part: 'scalenes',
    fascicles: 8,
    tendon: [0.12, 0.1],
    base: 0.24,
    thickness: 0.8,
    label: [0.6, 0.35],
    edgeA: [
      [4.2, 21, 2.6, 0],
      [4.1, 18, 2.4, 0.08],
      [3.9, 15, 2, 0.25],
      [3.6, 12, 1.4, 0.45],
      [3.2, 9, 1, 0.7],
    ],
    edgeB: [
      [8, 20.4, 0.4, 0],
      [7, 17.8, 0.2, 0.06],
      [6.1, 14.8, -0.2, 0.22],
      [5.1, 11.6, -0.4, 0.45],
      [4.3, 8.6, -0.4, 0.7],
    ],
  },
  scmClavicular: {
    part: 'sternocleidomastoid',
    fascicles: 9,
    tendon: [0.1, 0.1],
    base: 0.46,
    thickness: 0.66,
    label: [0.5, 0.3],
    edgeA: [
      [3.3, 20.7, 5.6, 0],
      [3.5, 18, 5, 0.12],
      [4.2, 14.4, 3.7, 0.38],
      [5.5, 9.8, 1.2, 0.72],
      [6.6, 3.6, -0.8, 1],
    ],
    edgeB: [
      [6.6, 20, 4.9, 0],
      [6, 17.4, 3.9, 0.12],
      [5.9, 13.8, 2, 0.38],
      [6.35, 9.2, -0.6, 0.72],
      [6.3, 3, -2.8, 1],
    ],
  },
  scmSternal: {
    part: 'sternocleidomastoid',
    fascicles: 8,
    tendon: [0.17, 0.1],
    base: 0.52,
    thickness: 0.9,
    label: [0.55, 0.5],
    edgeA: [
      [1.3, 22, 6.1, 0],
      [1.75, 18.4, 5.8, 0.12],
      [2.9, 14.6, 5, 0.38],
      [4.6, 10.2, 3.2, 0.72],
      [6.8, 3.9, 0.3, 1],
    ],
    edgeB: [
      [1.75, 22.2, 6.1, 0],
      [3.3, 18.2, 5.5, 0.12],
      [4.75, 14.2, 4, 0.38],
      [6.05, 9.6, 1.6, 0.72],
      [6.9, 3.5, -1.4, 1],
    ],
  },
  sternohyoid: {
    part: 'sternohyoid',
    fascicles: 5,
    tendon: [0.1, 0.08],
    base: 0.24,
    thickness: 0.34,
    edgeA: [
      [0.75, 22, 5.3, 0],
      [1, 19, 5.6, 0.08],
      [1.25, 16, 5.9, 0.2],
      [1.15, 13.8, 6.2, 0.34],
      [0.7, 12.5, 6.5, 0.42],
    ],
    edgeB: [
      [2.1, 21.6, 5.2, 0],
      [2.3, 18.8, 5.2, 0.08],
      [2.55, 16, 5.2, 0.2],
      [2.3, 13.8, 5.5, 0.34],
      [1.7, 12.5, 6.1, 0.42],
    ],
  },
  digastric: {
    part: 'digastric',
    fascicles: 5,
    tendon: [0.12, 0.08],
    base: 0.22,
    thickness: 0.5,
    edgeA: [
      [0.9, 12.4, 6.6, 0.42],
      [0.8, 11.7, 7, 0.6],
      [0.5, 11, 7.4, 0.8],
      [0.2, 9.4, 7.9, 1],
    ],
    edgeB: [
      [1.9, 12.5, 6, 0.42],
      [2.35, 11.8, 6.3, 0.6],
      [2.3, 11, 6.8, 0.8],
      [1.9, 9.2, 7.2, 1],
    ],
  },
  mylohyoid: {
    part: 'mylohyoid',
    fascicles: 8,
    tendon: [0.02, 0],
    base: 0.16,
    thickness: 0.3,
    edgeA: [
      [-0.05, 12.2, 6.2, 0.42],
      [-0.05, 11.5, 6.7, 0.6],
      [-0.05, 10.6, 7.1, 0.8],
      [-0.05, 9, 7.4, 1],
    ],
    edgeB: [
      [2.1, 12.1, 5.5, 0.45],
      [3.4, 10.8, 4.8, 0.66],
      [3.7, 9.1, 4.7, 0.9],
      [3, 7.2, 5.1, 1],
    ],
  },
  pectoralis: {
    part: 'pectoralis-major',
    fascicles: 16,
    tendon: [0.05, 0],
    base: 0.2,
    thickness: 0.9,
    edgeA: [
      [2.4, 21.9, 5.4, 0],
      [2.3, 23.4, 6, 0],
      [2.5, 25.2, 6.4, 0],
      [3.2, 27.5, 6.6, 0],
    ],
    edgeB: [
      [11.6, 19.9, 3.4, 0],
      [12.5, 21.4, 3.7, 0],
      [13.7, 23.3, 3.5, 0],
      [15.4, 26, 2.9, 0],
    ],
  },
  deltoid: {
    part: 'deltoid',
    fascicles: 9,
    tendon: [0.05, 0],
    base: 0.2,
    thickness: 1.3,
    edgeA: [
      [12.3, 19.6, 2.9, 0],
      [13.1, 21.2, 3.2, 0],
      [14.3, 23.2, 3.1, 0],
      [15.9, 26, 2.7, 0],
    ],
    edgeB: [
      [19.2, 18.9, -0.6, 0],
      [20.9, 20.6, -0.4, 0],
      [21.9, 23, 0, 0],
      [22.3, 26, 0.2, 0],
    ],
  },
  semispinalis: {
    part: 'semispinalis-capitis',
    fascicles: 6,
    tendon: [0.04, 0.12],
    base: 0.28,
    thickness: 0.9,
    bulge: 0.4,
    label: [0.5, 0.76],
    edgeA: [
      [0.15, 27, -7.6, 0],
      [0.15, 20, -6.7, 0],
      [0.15, 15, -6.2, 0.2],
      [0.15, 10, -6, 0.55],
      [0.15, 6, -6, 0.85],
      [0.3, 1.4, -5.4, 1],
    ],
    edgeB: [
      [3.4, 27, -7, 0],
      [3.6, 20, -5.6, 0],
      [3.4, 15, -5.2, 0.2],
      [3.6, 10, -4.9, 0.55],
      [3.9, 6, -4.9, 0.85],
      [4, 1.6, -4.2, 1],
    ],
  },
};

/** Key of a belly with its side, as used for activation: `splenius.left`. */
export type BellyKey = string;

export const BELLY_KEYS: BellyKey[] = Object.keys(MUSCLES).flatMap((name) => [
  `${name}.left`,
  `${name}.right`,
]);

/** Index of the activation slot of a belly. */
export const bellySlot = (name: string, side: number): number =>
  BELLY_KEYS.indexOf(`${name}.${side > 0 ? 'left' : 'right'}`);
