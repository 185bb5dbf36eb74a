/** Finds, for each part, a pixel on which a callout can sit and truly point at that part. */
import type { IdPicture } from './ids.ts';

/** x and y in pixels of the picture, and whether the eye sees the part there. */
export type Anchor = [x: number, y: number, seen: 'seen' | 'hidden'];

export interface AnchorRequest {
  readonly id: string;
  /** Number in the id picture. */
  readonly part: number;
  /** Has no surface of its own; where it lies is known by its depth. */
  readonly bodiless: boolean;
  /** Where it would like to sit: share of width, share of height, depth 0…1. */
  readonly ideal: readonly [number, number, number] | undefined;
}

/** Radii of a disc that must lie within the part, as shares of the larger side, best first. */
const RADII = [0.012, 0.0085, 0.005, 0.003];
/** So far from where it would like to sit (share of the larger side) a larger disc is worth going. */
const WORTH_GOING = 0.03;
/** Depth of the buffer in which a bodiless point still counts as on the surface. */
const DEPTH_TOLERANCE = 0.006;
/** A covered point that lies this near to the outline (share of the width) is shown at the outline: *behind here*. */
const NEAR_OUTLINE = 0.09;

function holdsDisc(ids: IdPicture, part: number, x: number, y: number, radius: number): boolean {
  if (ids.part(x, y) !== part) return false;
  for (let k = 0; k < 12; k++) {
    const angle = (k / 12) * 2 * Math.PI;
    const [px, py] = [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
    if (ids.part(px, py) !== part) return false;
  }
  return true;
}

/** Places of each part, gathered in one walk over the picture. */
function pixelsByPart(ids: IdPicture, [top, bottom]: readonly [number, number]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let y = Math.ceil(top * ids.height); y < bottom * ids.height; y++) {
    for (let x = 0; x < ids.width; x++) {
      const part = ids.part(x, y);
      if (part === 0) continue;
      const pixels = found.get(part);
      if (pixels) pixels.push(x, y);
      else found.set(part, [x, y]);
    }
  }
  return found;
}

function middleOf(pixels: readonly number[]): [number, number] {
  let [x, y] = [0, 0];
  for (let k = 0; k < pixels.length; k += 2) {
    x += pixels[k] ?? 0;
    y += pixels[k + 1] ?? 0;
  }
  const count = pixels.length / 2;
  return [Math.round(x / count), Math.round(y / count)];
}

function nearest(
  ids: IdPicture,
  part: number,
  pixels: readonly number[],
  x0: number,
  y0: number,
): [number, number] | undefined {
  const larger = Math.max(ids.width, ids.height);
  const radii = RADII.map((share) => Math.max(1, share * larger));
  const near = (k: number): number => ((pixels[k] ?? 0) - x0) ** 2 + ((pixels[k + 1] ?? 0) - y0) ** 2;
  let far: [number, number] | undefined;
  for (const radius of radii) {
    if (holdsDisc(ids, part, x0, y0, radius)) return [x0, y0];
    let best = -1;
    let least = Infinity;
    for (let k = 0; k < pixels.length; k += 2) {
      if (near(k) >= least) continue;
      if (!holdsDisc(ids, part, pixels[k] ?? 0, pixels[k + 1] ?? 0, radius)) continue;
      least = near(k);
      best = k;
    }
    if (best < 0) continue;
    const found: [number, number] = [pixels[best] ?? 0, pixels[best + 1] ?? 0];
    if (least <= (WORTH_GOING * larger) ** 2) return found;
    far ??= found;
  }
  return far;
}

/** Where the outline of the figure is met on the way from the nearer side of the picture. */
function outlineAt(ids: IdPicture, x: number, y: number): number {
  const step = x < ids.width / 2 ? 1 : -1;
  for (let px = step > 0 ? 0 : ids.width - 1; px !== x; px += step) {
    if (ids.depth(px, y) > 0) return px;
  }
  return x;
}

/** `rows`: shares of the height between which the picture is not faded away; `scale`: from pixels of `ids` to the picture's. */
export function findAnchors(
  ids: IdPicture,
  requests: readonly AnchorRequest[],
  rows: readonly [number, number],
  scale: number,
): Record<string, Anchor> {
  const anchors: Record<string, Anchor> = {};
  const places = pixelsByPart(ids, rows);
  const [right, bottom] = [ids.width - 1, ids.height - 1];
  for (const { id, part, bodiless, ideal } of requests) {
    const put = (x: number, y: number, seen: boolean): void => {
      const within = (value: number, most: number): number =>
        Math.round(Math.min(most, Math.max(0, value)) * scale);
      anchors[id] = [within(x, right), within(y, bottom), seen ? 'seen' : 'hidden'];
    };
    const pixels = places.get(part);
    const wanted = ideal && ([Math.round(ideal[0] * ids.width), Math.round(ideal[1] * ids.height)] as const);
    if (bodiless) {
      if (!wanted) continue;
      const depth = ids.depth(...wanted);
      put(...wanted, ids.inside(...wanted) && (depth === 0 || depth > ideal[2] - DEPTH_TOLERANCE));
      continue;
    }
    const [x, y] = wanted ?? (pixels ? middleOf(pixels) : [NaN, NaN]);
    const pixel = pixels && nearest(ids, part, pixels, x, y);
    if (pixel) put(...pixel, true);
    else if (wanted) {
      const outline = ids.inside(x, y) ? outlineAt(ids, x, y) : x;
      put(Math.abs(outline - x) < NEAR_OUTLINE * ids.width ? outline : x, y, false);
    }
  }
  return anchors;
}
