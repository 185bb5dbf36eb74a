/**
 * Landmarks of the muscles around the eye, in centimetres of the face plane: x > 0 is the subject's
 * left (the right is mirrored), y down from the eye line.
 *
 * Every shape has three key forms: [open, gently closed, squeezed]. The orbicularis oculi is three
 * rings between four closed lines: lid margin, border of the tarsal plate, rim of the septum, outer
 * border over the bone. Each line has eight points: medial corner, three above, lateral corner,
 * three below (from lateral to medial).
 */
import { clamp, lerp, type Vector } from '../shared/maths.ts';

type KeyForms = [Vector[], Vector[], Vector[]];

/** Closure at which the three key forms stand. */
const KEY_CLOSURES = [0, 0.55, 1];

/** The form at a closure 0…1, eased between the keys. */
export function formAt(forms: KeyForms, closure: number): Vector[] {
  const c = clamp(closure);
  const i = c < KEY_CLOSURES[1] ? 0 : 1;
  const t = (c - KEY_CLOSURES[i]) / (KEY_CLOSURES[i + 1] - KEY_CLOSURES[i]);
  const soft = t * t * (3 - 2 * t);
  return forms[i].map((p, k) => p.map((v, m) => lerp(v, forms[i + 1][k][m], soft)));
}

export const RING_LINES: Record<'margin' | 'tarsal' | 'septal' | 'orbital', KeyForms> = {
  margin: [
    [
      [1.62, 0.46],
      [2.2, 0.19],
      [3.05, 0.08],
      [3.95, 0.15],
      [4.7, 0.36],
      [4.02, 0.8],
      [3.1, 0.94],
      [2.2, 0.86],
    ],
    [
      [1.62, 0.5],
      [2.2, 0.82],
      [3.1, 1],
      [4, 0.84],
      [4.68, 0.4],
      [4, 0.87],
      [3.1, 1.03],
      [2.2, 0.85],
    ],
    [
      [1.54, 0.52],
      [2.12, 0.66],
      [2.98, 0.76],
      [3.82, 0.67],
      [4.48, 0.46],
      [3.82, 0.7],
      [2.98, 0.79],
      [2.12, 0.69],
    ],
  ],
  tarsal: [
    [
      [1.46, 0.44],
      [2.1, -0.2],
      [3.05, -0.44],
      [4.05, -0.28],
      [4.95, 0.28],
      [4.2, 1.18],
      [3.1, 1.42],
      [2.15, 1.18],
    ],
    [
      [1.46, 0.48],
      [2.1, 0.06],
      [3.05, -0.08],
      [4.02, 0.06],
      [4.93, 0.34],
      [4.15, 1.24],
      [3.1, 1.48],
      [2.15, 1.2],
    ],
    [
      [1.4, 0.5],
      [2.04, 0.2],
      [2.94, 0.09],
      [3.84, 0.2],
      [4.72, 0.44],
      [3.94, 1.06],
      [2.98, 1.24],
      [2.1, 1.06],
    ],
  ],
  septal: [
    [
      [1.26, 0.38],
      [1.7, -0.8],
      [3, -1.22],
      [4.4, -0.92],
      [5.35, 0.16],
      [4.55, 1.76],
      [3.1, 2.1],
      [1.8, 1.64],
    ],
    [
      [1.26, 0.42],
      [1.74, -0.7],
      [3, -1.1],
      [4.36, -0.8],
      [5.32, 0.24],
      [4.5, 1.74],
      [3.1, 2.06],
      [1.82, 1.62],
    ],
    [
      [1.2, 0.46],
      [1.68, -0.42],
      [2.9, -0.7],
      [4.12, -0.5],
      [5.08, 0.38],
      [4.24, 1.54],
      [2.98, 1.8],
      [1.78, 1.5],
    ],
  ],
  orbital: [
    [
      [0.85, 0.3],
      [1, -2],
      [3.1, -3.29],
      [5.64, -2.55],
      [6.83, 0.07],
      [5.81, 3.09],
      [3.21, 3.95],
      [1.35, 2.86],
    ],
    [
      [0.85, 0.32],
      [1, -1.93],
      [3.08, -3.21],
      [5.59, -2.48],
      [6.78, 0.12],
      [5.77, 3.06],
      [3.19, 3.9],
      [1.35, 2.83],
    ],
    [
      [0.81, 0.39],
      [0.85, -1.57],
      [2.93, -2.71],
      [5.27, -2.07],
      [6.4, 0.3],
      [5.38, 2.72],
      [3.06, 3.42],
      [1.3, 2.6],
    ],
  ],
};

export interface Strap {
  part: string;
  fascicles: number;
  tendon: [number, number];
  base: number;
  thickness: number;
  /** Share of the width over which each border feathers out. */
  edgeFeather: number;
  /** Share of the length over which origin and insertion feather out. */
  endFeather: [number, number];
  edgeA: KeyForms;
  edgeB: KeyForms;
  /** Callout point: share across, share along. */
  label: [number, number];
}

export const STRAPS: Record<'frontalis' | 'corrugator' | 'procerus', Strap> = {
  frontalis: {
    part: 'frontalis',
    fascicles: 15,
    tendon: [0.04, 0.1],
    base: 0.32,
    thickness: 0.1,
    edgeFeather: 0.3,
    endFeather: [0.14, 0.62],
    label: [0.42, 0.28],
    edgeA: [
      [
        [0.6, -2],
        [0.72, -4],
        [1, -6],
        [1.5, -8.6],
      ],
      [
        [0.6, -2],
        [0.72, -4],
        [1, -6],
        [1.5, -8.6],
      ],
      [
        [0.55, -1.7],
        [0.68, -3.8],
        [0.98, -5.9],
        [1.5, -8.6],
      ],
    ],
    edgeB: [
      [
        [5.4, -1.9],
        [5.9, -4],
        [5.8, -6.2],
        [5.2, -8.4],
      ],
      [
        [5.4, -1.9],
        [5.9, -4],
        [5.8, -6.2],
        [5.2, -8.4],
      ],
      [
        [5.3, -1.55],
        [5.8, -3.85],
        [5.75, -6.1],
        [5.2, -8.4],
      ],
    ],
  },
  corrugator: {
    part: 'corrugator',
    fascicles: 6,
    tendon: [0.16, 0.1],
    base: 0.42,
    thickness: 0.16,
    edgeFeather: 0.26,
    endFeather: [0.06, 0.4],
    label: [0.5, 0.36],
    edgeA: [
      [
        [0.62, -1.96],
        [1.5, -2.32],
        [2.6, -2.62],
        [3.7, -2.72],
      ],
      [
        [0.62, -1.92],
        [1.5, -2.28],
        [2.6, -2.58],
        [3.68, -2.68],
      ],
      [
        [0.54, -1.64],
        [1.3, -2.02],
        [2.3, -2.28],
        [3.3, -2.34],
      ],
    ],
    edgeB: [
      [
        [0.8, -1.36],
        [1.75, -1.74],
        [2.75, -2.12],
        [3.75, -2.38],
      ],
      [
        [0.8, -1.32],
        [1.75, -1.7],
        [2.75, -2.08],
        [3.72, -2.34],
      ],
      [
        [0.7, -1.02],
        [1.6, -1.38],
        [2.5, -1.74],
        [3.35, -1.96],
      ],
    ],
  },
  procerus: {
    part: 'procerus',
    fascicles: 5,
    tendon: [0.13, 0.08],
    base: 0.4,
    thickness: 0.12,
    edgeFeather: 0.14,
    endFeather: [0.24, 0.44],
    label: [0.4, 0.52],
    edgeA: [
      [
        [-0.02, 2],
        [-0.02, 0.4],
        [-0.02, -1.2],
        [-0.02, -3.2],
      ],
      [
        [-0.02, 2],
        [-0.02, 0.4],
        [-0.02, -1.2],
        [-0.02, -3.15],
      ],
      [
        [-0.02, 1.9],
        [-0.02, 0.5],
        [-0.02, -0.95],
        [-0.02, -2.7],
      ],
    ],
    edgeB: [
      [
        [0.72, 1.9],
        [0.5, 0.4],
        [0.62, -1.1],
        [1.15, -3.1],
      ],
      [
        [0.72, 1.9],
        [0.5, 0.4],
        [0.62, -1.1],
        [1.15, -3.05],
      ],
      [
        [0.74, 1.8],
        [0.58, 0.5],
        [0.7, -0.85],
        [1.06, -2.6],
      ],
    ],
  },
};

/** Middle line of the brow, medial to lateral; level, so that nobody looks angry. */
export const BROW: KeyForms = [
  [
    [1.3, -2.02],
    [2.5, -2.36],
    [3.9, -2.5],
    [5, -2.2],
    [5.65, -1.68],
  ],
  [
    [1.3, -1.98],
    [2.5, -2.3],
    [3.9, -2.44],
    [5, -2.14],
    [5.65, -1.62],
  ],
  [
    [1.16, -1.6],
    [2.3, -1.86],
    [3.65, -1.98],
    [4.8, -1.76],
    [5.5, -1.34],
  ],
];

/** Centre and radii of the eye in cm. */
export const EYE = { x: 3.14, y: 0.46, iris: 0.58, pupil: 0.21 };
