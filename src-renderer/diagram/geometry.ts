/** A point of the stage, px from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a picture lies on the stage. */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Lays a picture over the whole width of the stage, and over its height but for the foot,
 * where pictures have faded out and controls stand.
 * @param picture width and height, px
 * @param bare what the picture need not reach, px: the foot, and both sides together, where names find room; `aside`:
 * how far right of the middle the picture stands, px
 */
export function lay(
  stage: Size,
  picture: readonly [number, number],
  {
    foot = 0,
    sides = 0,
    aside = 0,
  }: { readonly foot?: number; readonly sides?: number; readonly aside?: number } = {},
): Placement {
  const scale = Math.max((stage.width - sides) / picture[0], (stage.height - foot) / picture[1]);
  return { scale, x: (stage.width - picture[0] * scale) / 2 + aside, y: 0 };
}

/**
 * Shows a picture from its top to its foot, centred but for `aside`; its sides may reach beyond the stage.
 * Margins in px.
 */
export function fit(
  stage: Size,
  picture: readonly [number, number],
  margin: { readonly top: number; readonly foot: number; readonly aside?: number },
): Placement {
  const scale = Math.max(0, stage.height - margin.top - margin.foot) / picture[1];
  return { scale, x: (stage.width - picture[0] * scale) / 2 + (margin.aside ?? 0), y: margin.top };
}

/** A point of the picture, on the stage. */
export const onStage = (placement: Placement, [x, y]: readonly [number, number, ...unknown[]]): Point => ({
  x: placement.x + x * placement.scale,
  y: placement.y + y * placement.scale,
});

/** Whether the segments a–b and c–d cross. Segments that only touch at an end do not. */
export function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const contains = (box: Box, { x, y }: Point): boolean =>
  x > box.left && x < box.right && y > box.top && y < box.bottom;

/** Whether a segment runs through a box. */
export function passesThrough(a: Point, b: Point, box: Box): boolean {
  if (contains(box, a) || contains(box, b)) return true;
  const corners = [
    { x: box.left, y: box.top },
    { x: box.right, y: box.top },
    { x: box.right, y: box.bottom },
    { x: box.left, y: box.bottom },
  ] as const;
  return corners.some((corner, index) => cross(a, b, corner, corners[(index + 1) % 4]!));
}
