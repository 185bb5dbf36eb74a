import type { Diagram } from '../../src-main/contract/api.ts';
import type { Side } from './callouts.ts';

/** A part's id taken apart: `sternocleidomastoid.left` is the left one of a pair. Sides are the patient's. */
export function sideOf(part: string): { base: string; side?: Side } {
  const [base = part, side] = part.split('.');
  return side === 'left' || side === 'right' ? { base, side } : { base };
}

/** The picture of a pose as a camera sees it. */
export const pictureOf = (
  diagram: Diagram,
  pose: string,
  camera: string,
): Diagram['pictures'][string] | undefined => diagram.pictures[`${pose}@${camera}`];

/**
 * The patient's side that lies on the viewer's left in a picture, told by where its paired parts lie;
 * nothing where a picture shows no pair apart.
 */
export function patientSideOnLeft(anchors: Diagram['pictures'][string]['anchors']): Side | undefined {
  let sum = 0;
  for (const [part, [x]] of Object.entries(anchors)) {
    const { base, side } = sideOf(part);
    const other = anchors[`${base}.right`];
    if (side === 'left' && other) sum += Math.sign(x - other[0]);
  }
  return sum === 0 ? undefined : sum > 0 ? 'right' : 'left';
}
