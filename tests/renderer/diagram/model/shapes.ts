/** Small sets of shapes for tests, filled in as the kiosk fills them in. */
import type { z } from 'zod';
import type { ServedGroup, ServedShapes } from '../../../../src-main/contract/api.ts';
import { ShapesFile } from '../../../../src-main/contract/shapes.ts';
import { buildModel, type Parts } from '../../../../src-renderer/diagram/model/build.ts';
import type { Model } from '../../../../src-renderer/diagram/model/model.ts';

type Written = z.input<typeof ShapesFile>;

export const file = (written: Partial<Written>): ShapesFile =>
  ShapesFile.parse({ frame: 'A test.', shapes: [], ...written });

export function served(written: Partial<Written>, group: Partial<ServedGroup> = {}): ServedShapes {
  const { frame, joints, forms, labels, shades, light, fade, shapes } = file(written);
  const own: ServedGroup = { pitch: 0, move: [0, 0, 0], scale: 1, detail: 1, shapes, ...group };
  return { frame, joints, forms, labels, shades, light, fade, groups: [own] };
}

export const modelOf = (
  written: Partial<Written>,
  parts: Parts = {},
  group: Partial<ServedGroup> = {},
): Model => buildModel(served(written, group), parts);

export const PARTS: Parts = {
  'sling.left': { layer: 'muscle' },
  'sling.right': { layer: 'muscle' },
  post: { layer: 'bone' },
};

/** A paired muscle, from a foot that stays to a head that moves. */
export const SLING = {
  kind: 'sheet',
  part: 'sling',
  pair: true,
  material: 'muscle',
  thickness: 0.8,
  fascicles: 8,
  edges: [
    [
      [3, 10, 1, 0],
      [4, 5, 1, 0.5],
      [3, 0, 0, 1],
    ],
    [
      [5, 10, 0, 0],
      [6, 5, 0, 0.5],
      [5, 0, -1, 1],
    ],
  ],
} satisfies Written['shapes'][number];

export const POST = {
  kind: 'tube',
  part: 'post',
  material: 'bone',
  path: [
    [0, 10, 0],
    [0, 5, 0.5],
    [0, 0, 0],
  ],
  radii: [1, 0.8, 1],
} satisfies Written['shapes'][number];

/** A round skin, deeper than it is wide, with a bump that looks to the front. */
export const DRUM = {
  kind: 'loft',
  id: 'drum',
  material: 'skin',
  width: [
    [-10, 4],
    [10, 6],
  ],
  front: [
    [-10, 5],
    [10, 5],
  ],
  back: [
    [-10, -5],
    [10, -5],
  ],
  axis: [
    [-10, 0],
    [10, 0],
  ],
  power: [
    [-10, 2],
    [10, 2],
  ],
  follows: [
    [-10, 1],
    [10, 0],
  ],
  relief: [{ at: [2, 0], size: [1, 1], rise: 0.5 }],
  grid: [24, 32],
} satisfies Written['shapes'][number];

/** The chain on which `SLING` hangs: turns about y, leans about z. */
export const CHAIN = {
  chain: {
    foot: [0, 10, 0],
    head: [0, 0, 0],
    turns: { turn: { axis: 'y', degrees: 1 }, lean: { axis: 'z', degrees: 1 } },
  },
} satisfies Written['joints'];

export const numbers = (
  parameters: Record<string, number> = {},
  activation: Record<string, number> = {},
): { parameters: Record<string, number>; activation: Record<string, number> } => ({ parameters, activation });
