/** Finds, for each part, a pixel on which a callout can sit and truly point at that part. */
import type { Anchor } from './diagram.ts';
import type { Vector } from './maths.ts';
import type { IdPicture } from './renderer.ts';

export interface AnchorRequest {
  id: string;
  /** Number in the id picture; regions have none and are tested by depth. */
  part: number;
  region: boolean;
  /** Projected ideal point: share of width, share of height, depth 0…1. */
  ideal: Vector;
}

/** A patch must hold a disc of this radius (pixels) to carry a callout. */
const GOOD_RADIUS = 7;
const LEAST_RADIUS = 2;
/** Depth of the buffer in which a region's point still counts as on the surface. */
const DEPTH_TOLERANCE = 0.006;
/** A covered point that lies this near to the outline (share of the width) is shown at the outline: *behind here*. */
const NEAR_OUTLINE = 0.09;
/** Below this share of the height the picture fades out. */
const FADE_FROM = 0.87;

const holdsDisc = (ids: IdPicture, part: number, x: number, y: number, radius: number): boolean => {
  for (let k = 0; k < 12; k++) {
    const angle = (k / 12) * 2 * Math.PI;
    const [px, py] = [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
    if (px < 0 || py < 0 || px >= ids.width || py >= ids.height || ids.part(px, py) !== part) return false;
  }
  return ids.part(x, y) === part;
};

function nearestPixel(ids: IdPicture, part: number, x0: number, y0: number, radius: number): number[] | null {
  let best: number[] | null = null;
  let least = Infinity;
  const bottom = Math.floor(ids.height * FADE_FROM);
  for (let y = radius; y < bottom; y += 2) {
    for (let x = radius; x < ids.width - radius; x += 2) {
      if (ids.part(x, y) !== part) continue;
      const distance = (x - x0) ** 2 + (y - y0) ** 2;
      if (distance < least && holdsDisc(ids, part, x, y, radius)) {
        least = distance;
        best = [x, y];
      }
    }
  }
  return best;
}

/** Where the outline of the figure is met on the way from the nearer side of the picture. */
function outlineAt(ids: IdPicture, x: number, y: number): number {
  const step = x < ids.width / 2 ? 1 : -1;
  for (let px = step > 0 ? 0 : ids.width - 1; px !== x; px += step) {
    if (ids.depth(px, y) > 0) return px;
  }
  return x;
}

/** The id picture may be larger than the picture; `scale` brings pixels back to picture pixels. */
export function findAnchors(
  ids: IdPicture,
  requests: AnchorRequest[],
  scale: number,
): Record<string, Anchor> {
  const anchors: Record<string, Anchor> = {};
  for (const { id, part, region, ideal } of requests) {
    const x = Math.round(ideal[0] * ids.width);
    const y = Math.round(ideal[1] * ids.height);
    const inside = x >= 0 && y >= 0 && x < ids.width && y < ids.height;
    const at = (px: number, py: number, seen: boolean): Anchor => [
      Math.round(px * scale),
      Math.round(py * scale),
      seen ? 'seen' : 'hidden',
    ];
    if (region) {
      const free = inside && ids.depth(x, y) > ideal[2] - DEPTH_TOLERANCE;
      anchors[id] = at(x, y, free);
      continue;
    }
    let pixel: number[] | null = null;
    for (let radius = GOOD_RADIUS; radius >= LEAST_RADIUS && !pixel; radius -= 2) {
      pixel = inside && holdsDisc(ids, part, x, y, radius) ? [x, y] : nearestPixel(ids, part, x, y, radius);
    }
    if (pixel) anchors[id] = at(pixel[0], pixel[1], true);
    else {
      const outline = inside ? outlineAt(ids, x, y) : x;
      anchors[id] = at(Math.abs(outline - x) < NEAR_OUTLINE * ids.width ? outline : x, y, false);
    }
  }
  return anchors;
}
