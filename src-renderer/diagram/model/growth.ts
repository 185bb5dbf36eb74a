/** Forms that everything takes on, as a body that grows. World space: cm, y up. */
import type { Form } from '../../../src-main/contract/shapes.ts';
import { normalise, table, type Vec3 } from './maths.ts';

export interface Growth {
  readonly point: (p: Vec3) => Vec3;
  /** A unit normal at a point, there. */
  readonly normal: (n: Vec3, p: Vec3) => Vec3;
  /** The factor of what lies at a point, about. */
  readonly size: (p: Vec3) => number;
}

/** Slopes of the tables are taken over so many cm. */
const SLOPE = 0.5;

export function growthOf({ height, girth }: NonNullable<Form['grown']>): Growth {
  const [rise, wide] = [table(height), table(girth)];
  const slope = (curve: (y: number) => number, y: number): number =>
    (curve(y + SLOPE) - curve(y - SLOPE)) / (2 * SLOPE);
  return {
    point: ([x, y, z]) => {
      const by = wide(-y);
      return [x * by, -rise(-y), z * by];
    },
    normal: ([nx, ny, nz], [x, y, z]) => {
      const by = wide(-y);
      const along = Math.max(0.05, slope(rise, -y));
      const leans = (x * nx + z * nz) * -slope(wide, -y);
      return normalise([nx / by, (ny - leans / by) / along, nz / by]);
    },
    size: ([, y]) => wide(-y),
  };
}
