import type { Placement } from '../diagram/geometry.ts';

/** A picture's box on the stage, and the picture's place in it; px. */
export interface Frame {
  /** The page of ink that lies on it. */
  readonly key: string;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly placement: Placement;
  /** Width and height of the picture. */
  readonly size: readonly [number, number];
}

/** A point of the stage, as shares of the picture's width and height. */
export const shareAt = (
  { left, placement, size }: Frame,
  x: number,
  y: number,
): { x: number; y: number } => ({
  x: (x - left - placement.x) / (size[0] * placement.scale),
  y: (y - placement.y) / (size[1] * placement.scale),
});
