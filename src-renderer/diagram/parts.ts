import type { Diagram, ServedPicture } from '../../src-main/contract/api.ts';
import type { Layer } from '../../src-main/contract/diagram.ts';
import type { Side } from './callouts.ts';
import { frameCount } from './model/poses.ts';

/** A part's id taken apart: `sternocleidomastoid.left` is the left one of a pair. Sides are the patient's. */
export function sideOf(part: string): { base: string; side?: Side } {
  const [base = part, side] = part.split('.');
  return side === 'left' || side === 'right' ? { base, side } : { base };
}

/** Where callouts of parts stand: x and y in picture pixels, and whether the eye sees the part there. */
export type Anchors = ServedPicture['anchors'];

/** The still of a pose as a view sees it. */
export const pictureOf = (diagram: Diagram, pose: string, view: string): ServedPicture | undefined =>
  diagram.pictures[`${pose}@${view}`];

/** Whether there is a still of every moment of a motion. */
export function hasFrames({ pictures, motions }: Diagram, id: string): boolean {
  const motion = motions[id];
  if (!motion) return false;
  return Array.from({ length: frameCount(motion) }).every(
    (_, number) => pictures[`${id}.${number}@${motion.view}`],
  );
}

/** What a visitor lays aside or adds as one: bone with cartilage. In the order of the body, outermost first. */
export const LAYER_GROUPS = [
  { id: 'skin', layers: ['skin'] },
  { id: 'muscle', layers: ['muscle'] },
  { id: 'bone', layers: ['bone', 'cartilage'] },
  { id: 'nerve', layers: ['nerve'] },
] as const satisfies readonly { id: string; layers: readonly Layer[] }[];

export type LayerGroup = (typeof LAYER_GROUPS)[number];

/**
 * Beside a title that names the part, what stands at the part is its side.
 * @param t words by their key
 * @returns what a stage takes as `names`; nothing where the part has no side: then its own name stands there
 */
export function sideAsName(
  part: string | undefined,
  t: (key: string) => string,
): Record<string, { name: string; run: object }> | undefined {
  const side = part === undefined ? undefined : sideOf(part).side;
  return part !== undefined && side ? { [part]: { name: t(`side.${side}`), run: {} } } : undefined;
}
