/** Lines of landmarks, brought into the local space of the mesh builder: y up. */
import type { Landmark } from '../../../src-main/contract/shape-kinds.ts';
import { closedSplineAt, mix4, splineAt, type Vec3, type Vec4 } from './maths.ts';

/** A line as authored: landmarks, or points of a drawing laid on a surface. */
export type AuthoredLine = readonly (Landmark | readonly [number, number])[];

export const upright = ([x, y, z]: readonly [number, number, number, ...unknown[]]): Vec3 => [x, -y, z];

export const landmark = ([x, y, z, w = 0]: Landmark): Vec4 => [x, -y, z, w];

const onMidline = (point: Vec4): boolean => Math.abs(point[0]) < 1e-6;

/** Things along an authored half, and along its mirror image before it. The half may begin or end on the midline. */
export function whole<T>(
  half: readonly T[],
  starts: { first: Vec4; last: Vec4 },
  mirror: (thing: T) => T,
): T[] {
  const outward = Math.abs(starts.first[0]) <= Math.abs(starts.last[0]);
  const line = outward ? [...half] : half.toReversed();
  const shared = onMidline(outward ? starts.first : starts.last) && line.length > 1;
  return [
    ...line
      .slice(shared ? 1 : 0)
      .reverse()
      .map(mirror),
    ...line,
  ];
}

export const mirrored = ([x, y, z, w]: Vec4): Vec4 => [-x, y, z, w];

/** A line in local space; of one that is laid on a surface, depth and weight are 0 until it is laid. */
export function pointsOf(line: AuthoredLine, halved: boolean): Vec4[] {
  const points = line.map((point): Vec4 =>
    point.length === 2 ? [point[0], -point[1], 0, 0] : landmark(point),
  );
  if (!halved) return points;
  return whole(points, { first: points[0]!, last: points.at(-1)! }, mirrored);
}

export const isFlat = (line: AuthoredLine): boolean => line[0]!.length === 2;

/** A point of a closed line: round, or crisp at its first and its middle point. */
export function ringPoint(line: readonly Vec4[], t: number, crisp: number): Vec4 {
  const round = closedSplineAt(line, t);
  if (crisp <= 0) return round;
  const middle = Math.floor(line.length / 2);
  const sharp =
    t < 0.5
      ? splineAt(line.slice(0, middle + 1), t * 2)
      : splineAt([...line.slice(middle), line[0]!], t * 2 - 1);
  return mix4(round, sharp, crisp);
}
