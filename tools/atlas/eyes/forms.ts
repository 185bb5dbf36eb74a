/** The lines of one pose of the eyes: lids, rings and brows between their key forms. */
import type { HeadPlacement } from '../head/mesh.ts';
import { closedSplineAt, mixVectors, smooth, splineAt, type Vector } from '../shared/maths.ts';
import { BROW, formAt, RING_LINES } from './landmarks.ts';
import type { EyePose } from './poses.ts';

/** The close-up looks straight at the face. */
export const FRONTAL: HeadPlacement = {
  point: (p) => [p[0], -p[1], p[2], p[3] ?? 1],
  direction: (n) => [n[0], -n[1], n[2]],
};

type Lines = Record<keyof typeof RING_LINES, Vector[]>;

/** Lifted brows draw everything above the lid fold upwards. */
export const lifted = (points: Vector[], lift: number, from: number, to: number): Vector[] =>
  points.map(([x, y]) => [x, y - 0.95 * lift * smooth(from, to, y)]);

export function ringLines({ closure, lift }: EyePose): Lines {
  const lines = Object.fromEntries(
    Object.entries(RING_LINES).map(([name, forms]) => [name, formAt(forms, closure)]),
  ) as Lines;
  lines.orbital = lifted(lines.orbital, lift, 0.2, -2);
  lines.septal = lifted(lines.septal, lift * 0.35, 0.2, -1);
  return lines;
}

/** Point of a ring line: crisp at the corners of the eye (`crisp` 1) or round (0). */
export function ringPoint(line: Vector[], t: number, crisp: number): Vector {
  const round = closedSplineAt(line, t);
  if (crisp <= 0) return round;
  const sharp =
    t < 0.5 ? splineAt(line.slice(0, 5), t * 2) : splineAt([...line.slice(4), line[0]], t * 2 - 1);
  return mixVectors(round, sharp, crisp);
}

/** The brow line of a pose. */
export function browLine({ closure, lift }: EyePose): Vector[] {
  return formAt(BROW, closure * (1 - lift)).map(([x, y]) => [x, y - 0.75 * lift]);
}
