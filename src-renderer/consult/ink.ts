/**
 * Ink on a picture. Its points are points of the world, on the plane through the middle of the picture that faced the eye
 * when they were drawn: so they stay on what they were drawn on when the eye moves.
 */
import { axesOf, project, viewProjection } from '../diagram/model/camera.ts';
import type { Vec3 } from '../diagram/model/maths.ts';
import type { Eye } from '../diagram/model/model.ts';

export const INK_COLOURS = ['gold', 'blue', 'linen'] as const;
export type InkColour = (typeof INK_COLOURS)[number];

/** Of what a stroke is made: `erase` takes away what lies beneath. */
export type Ink = InkColour | 'erase';

/** What a stroke holds of each point: x, y, z (cm, y up) and how broad it is there (cm). */
export const POINT_LENGTH = 4;

export interface Stroke {
  readonly ink: Ink;
  /** `POINT_LENGTH` numbers for each point; it grows while it is drawn. */
  readonly points: number[];
}

/** A place on the picture, as shares of its width and height from its upper left corner. */
export interface Share {
  readonly x: number;
  readonly y: number;
}

/** The point of the world on which ink falls. @param aspect width of the picture through its height */
export function inkPoint(eye: Eye, aspect: number, { x, y }: Share): Vec3 {
  const { right, up } = axesOf(eye);
  const [across, high] = [(x - 0.5) * eye.height * aspect, (0.5 - y) * eye.height];
  const [cx, cy, cz] = eye.centre;
  return [
    cx + right[0] * across + up[0] * high,
    -cy + right[1] * across + up[1] * high,
    cz + right[2] * across + up[2] * high,
  ];
}

/** Where an eye sees points of a stroke: x, y and breadth of each, as shares of the picture's height but for x. */
export function inkPlaces(points: readonly number[], eye: Eye, aspect: number, first = 0): Float32Array {
  const camera = viewProjection(eye, aspect);
  const count = Math.max(0, points.length / POINT_LENGTH - first);
  const places = new Float32Array(count * 3);
  for (let n = 0; n < count; n++) {
    const at = (first + n) * POINT_LENGTH;
    const [x, y] = project(camera, [points[at]!, points[at + 1]!, points[at + 2]!]);
    places[n * 3] = x;
    places[n * 3 + 1] = y;
    places[n * 3 + 2] = points[at + 3]! / eye.height;
  }
  return places;
}

/** What has been drawn on one picture, and what was undone. */
export interface InkPage {
  readonly strokes: readonly Stroke[];
  readonly undone: readonly Stroke[];
}

export const BLANK: InkPage = { strokes: [], undone: [] };

/** So many strokes can be undone; a visit that lasts all day must not grow. */
const MOST_STROKES = 400;

export const drawnOn = ({ strokes }: InkPage, stroke: Stroke): InkPage => ({
  strokes: [...strokes, stroke].slice(-MOST_STROKES),
  undone: [],
});

/** A hand lay on the glass: what it drew was none. */
export const withoutStroke = (page: InkPage, stroke: Stroke): InkPage => ({
  ...page,
  strokes: page.strokes.filter((one) => one !== stroke),
});

export function undone({ strokes, undone }: InkPage): InkPage {
  const last = strokes.at(-1);
  return last ? { strokes: strokes.slice(0, -1), undone: [...undone, last] } : { strokes, undone };
}

export function redone({ strokes, undone }: InkPage): InkPage {
  const next = undone.at(-1);
  return next ? { strokes: [...strokes, next], undone: undone.slice(0, -1) } : { strokes, undone };
}

/** What was wiped away can be brought back, stroke by stroke. */
export const cleared = ({ strokes, undone }: InkPage): InkPage =>
  strokes.length === 0 ? { strokes, undone } : { strokes: [], undone: strokes.toReversed() };
