/** A line of ink, a soft shaded band, or hairs along a line; free, or laid on a surface. */
import type { ShapeOf } from '../../../../src-main/contract/shape-kinds.ts';
import { isFlat, pointsOf, upright } from '../lines.ts';
import {
  addScaled,
  cross,
  dot,
  lerp,
  normalise,
  seededRandom,
  splineAt,
  subtract,
  type Vec4,
} from '../maths.ts';
import { gridIndices, steps, wear, type Draft, type Placed } from '../mesh.ts';
import type { SurfacePoint } from '../surface.ts';
import type { Context } from './context.ts';

type Stroke = ShapeOf<'stroke'>;
type Lines = Pick<Stroke, 'points'>;
type Ribbon = readonly SurfacePoint[];

const STEPS = 33;
const HAIR_STEPS = 5;
/** No ribbon is thinner than this, cm: it would flicker. */
const HALF_FIBRE = 0.015;
/** Of a hair: half width as a share of its length. */
const HAIR_WIDTH = 0.037;

export function draftStroke(stroke: Stroke, { detail, surface, fail }: Context): Draft<Lines> {
  const { on, lift, halved, width, opacity, soft, hairs } = stroke;
  if (on === undefined && isFlat(stroke.points)) fail('a line without depth needs a surface to lie on');
  const ground = on === undefined ? undefined : surface(on);
  const facing = normalise(upright(stroke.facing));
  const lay = (points: readonly Vec4[], count: number): Ribbon =>
    Array.from({ length: count + 1 }, (_, k) => {
      const [x, y, z, follows] = splineAt(points, k / count);
      if (ground) return ground.at(x, -y);
      return { place: [x, y, z], normal: facing, follows };
    });
  const pathsOf = (lines: Lines): Vec4[][] => {
    const points = pointsOf(lines.points, halved);
    return hairs ? hairsAlong(points, hairs, width) : [points];
  };
  const length = hairs ? HAIR_STEPS : steps(STEPS, detail);
  const half = hairs ? hairs.length * HAIR_WIDTH : width;
  const taper = (t: number): number => Math.sin(Math.PI * lerp(soft && !hairs ? 0.1 : 0.03, 0.97, t)) ** 0.6;

  const place = (lines: Lines): Placed => {
    const ribbons = pathsOf(lines).map((path) => lay(path, length));
    const positions = new Float32Array(ribbons.length * (length + 1) * 12);
    const normals = new Float32Array(ribbons.length * (length + 1) * 9);
    ribbons.forEach((ribbon, n) => {
      ribbon.forEach((own, j) => {
        const run = subtract(ribbon[Math.min(length, j + 1)]!.place, ribbon[Math.max(0, j - 1)]!.place);
        // a free line has no ground: it looks where it is told to
        const tangent = normalise(run, [1, 0, 0]);
        const normal = ground
          ? own.normal
          : normalise(addScaled(own.normal, tangent, -dot(own.normal, tangent)));
        const sideways = normalise(cross(normal, tangent), [1, 0, 0]);
        const lifted = addScaled(own.place, normal, lift);
        const reach = half * taper(j / length) + (hairs ? 0 : HALF_FIBRE);
        for (let i = 0; i < 3; i++) {
          const v = (n * (length + 1) + j) * 3 + i;
          positions.set([...addScaled(lifted, sideways, reach * (i - 1)), own.follows], v * 4);
          normals.set(normal, v * 3);
        }
      });
    });
    return { positions, normals };
  };
  const base = place(stroke);
  const count = base.positions.length / (4 * 3 * (length + 1));
  const one = gridIndices({ rows: length + 1, columns: 3 });
  const indices = new Uint32Array(one.length * count);
  for (let n = 0; n < count; n++) {
    indices.set(
      one.map((v) => v + n * (length + 1) * 3),
      n * one.length,
    );
  }
  return {
    base,
    form: place,
    indices,
    ...wear({ rows: count * (length + 1), columns: 3 }, (i, j) => ({
      uv: [i - 1, (j % (length + 1)) / length, opacity, soft && !hairs ? 1 : 0],
    })),
    spot: (lines) => {
      const { place: point, follows } = lay(pointsOf(lines.points, halved), 2)[1]!;
      return { point, follows };
    },
  };
}

/** Short hairs that stand up where the line begins and lie along it where it ends. */
function hairsAlong(
  line: readonly Vec4[],
  { count, length, seed }: NonNullable<Stroke['hairs']>,
  halfWidth: number,
): Vec4[][] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const t = random();
    const root = splineAt(line, t);
    const [ax, ay] = subtract(splineAt(line, Math.min(1, t + 0.02)), splineAt(line, Math.max(0, t - 0.02)));
    const run = Math.hypot(ax, ay) || 1;
    const [tx, ty] = [ax / run, ay / run];
    const width = halfWidth * 0.74 * Math.sin(Math.PI * Math.min(1, 0.1 + t * 0.88)) ** 0.7;
    const off = (random() * 2 - 1) * width * 0.8;
    const angle = lerp(0.75, 0.04, t ** 0.45) + (off > 0 ? 0.12 : -0.16);
    const size = length * (1 - 0.25 * t) * (0.75 + 0.4 * random());
    const [dx, dy] = [
      tx * Math.cos(angle) - ty * Math.sin(angle),
      tx * Math.sin(angle) + ty * Math.cos(angle),
    ];
    const at = (reach: number, ahead: number): Vec4 => [
      root[0] + ty * off + (dx * reach + tx * ahead) * size,
      root[1] - tx * off + (dy * reach + ty * ahead) * size,
      root[2],
      root[3],
    ];
    return [at(0, 0), at(0.55, 0), at(1, 0.15)];
  });
}
