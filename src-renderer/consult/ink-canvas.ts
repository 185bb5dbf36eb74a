/** Puts ink on a canvas: a whole page of it, or what a stroke has grown by. */
import type { Eye } from '../diagram/model/model.ts';
import { inkPlaces, POINT_LENGTH, type Ink, type InkPage, type Stroke } from './ink.ts';

/** `halo`: lies round all ink, so that it stands out from what is as dark as itself. */
export type InkColours = Readonly<Record<Exclude<Ink, 'erase'>, string>> & { readonly halo?: string };

/** Where a picture lies on the canvas, px of it, and how it is looked at. */
export interface InkFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly eye: Eye;
}

/** As long as a stroke's breadth changes less than this, it is one line: a canvas draws one faster than many. */
const SAME_BREADTH = 0.12;

/** @param first the point of the stroke from which it has grown */
export function paintStroke(
  context: CanvasRenderingContext2D,
  { ink, points }: Stroke,
  { left, top, width, height, eye }: InkFrame,
  colours: InkColours,
  first = 0,
): void {
  const places = inkPlaces(points, eye, width / height, first);
  const count = places.length / 3;
  if (count === 0) return;
  context.globalCompositeOperation = ink === 'erase' ? 'destination-out' : 'source-over';
  context.strokeStyle = ink === 'erase' ? '#000' : colours[ink];
  context.lineCap = context.lineJoin = 'round';
  const x = (n: number): number => left + places[n * 3]! * width;
  const y = (n: number): number => top + places[n * 3 + 1]! * height;
  const breadth = (n: number): number => places[n * 3 + 2]! * height;

  let start = 0;
  while (start < count) {
    const own = breadth(start);
    context.lineWidth = own;
    context.beginPath();
    context.moveTo(x(start), y(start));
    // A dot is a line to where it began.
    if (start === count - 1) context.lineTo(x(start), y(start));
    let n = start + 1;
    for (; n < count; n++) {
      context.lineTo(x(n), y(n));
      if (Math.abs(breadth(n) - own) > SAME_BREADTH * own) break;
    }
    context.stroke();
    if (n >= count - 1) break;
    start = n;
  }
  context.globalCompositeOperation = 'source-over';
}

export function paintPage(
  context: CanvasRenderingContext2D,
  page: InkPage,
  frame: InkFrame,
  colours: InkColours,
): void {
  const { halo } = colours;
  for (const stroke of page.strokes) {
    if (halo !== undefined && stroke.ink !== 'erase')
      paintStroke(context, broader(stroke), frame, { gold: halo, blue: halo, linen: halo });
    paintStroke(context, stroke, frame, colours);
  }
}

/** How much broader a halo is than its stroke. */
const HALO = 1.9;

const broader = ({ ink, points }: Stroke): Stroke => ({
  ink,
  points: points.map((value, n) => (n % POINT_LENGTH === POINT_LENGTH - 1 ? value * HALO : value)),
});

/** How many points a stroke has. */
export const lengthOf = ({ points }: Stroke): number => points.length / POINT_LENGTH;
