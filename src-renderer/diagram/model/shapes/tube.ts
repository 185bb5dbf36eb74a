/** A rod along a path: a bone, a ring of cartilage, a nerve. */
import type { ShapeOf } from '../../../../src-main/contract/shape-kinds.ts';
import { landmark, mirrored, whole } from '../lines.ts';
import {
  addScaled,
  clamp,
  cross,
  dot,
  normalise,
  splineAt,
  subtract,
  type Vec3,
  type Vec4,
} from '../maths.ts';
import { draftGrid, steps, type Draft } from '../mesh.ts';
import type { Context } from './context.ts';

type Tube = ShapeOf<'tube'>;
type Lines = Pick<Tube, 'path' | 'radii'>;

/** Rows: some for the ends, some for each point of the path. */
const ROWS = 14;
const ROWS_A_POINT = 2.5;
const MOST_ROWS = 49;
const COLUMNS = 14;
/** Thick, short rods need more columns. */
const COLUMNS_OF_THICK = 12;

interface Rod {
  /** Centre and weight, by share along. */
  readonly centre: (t: number) => Vec4;
  /** Across and up, cm. */
  readonly radius: (t: number) => readonly [number, number];
}

function rodOf({ path, radii }: Lines, halved: boolean): Rod {
  const half = path.map(landmark);
  const sizes = half.map((_, i): Vec4 => {
    const size = radii[Math.min(i, radii.length - 1)]!;
    return typeof size === 'number' ? [size, size, 0, 0] : [size[0], size[1], 0, 0];
  });
  const ends = { first: half[0]!, last: half.at(-1)! };
  const centres = halved ? whole(half, ends, mirrored) : half;
  const widths = halved ? whole(sizes, ends, (size) => size) : sizes;
  return {
    centre: (t) => splineAt(centres, clamp(t)),
    radius: (t) => {
      const [across, up] = splineAt(widths, t);
      return [across, up];
    },
  };
}

/**
 * Sideways and up at each row. Up is upwards on a rod that lies, forwards on one that stands; on one that does both,
 * the frame is carried along so that the rod does not twist.
 */
function framesOf({ centre }: Rod, rows: number): [Vec3, Vec3][] {
  const tangents = Array.from({ length: rows }, (_, j) => {
    const t = j / (rows - 1);
    return normalise(subtract(centre(t + 0.02), centre(t - 0.02)));
  });
  const frame = (tangent: Vec3, hint: Vec3): [Vec3, Vec3] => {
    const sideways = normalise(cross(tangent, hint), [1, 0, 0]);
    return [sideways, normalise(cross(sideways, tangent))];
  };
  const upright: Vec3 = [0, 1, 0];
  const forward: Vec3 = [0, 0, 1];
  if (tangents.every(([, y]) => Math.abs(y) < 0.8)) return tangents.map((tangent) => frame(tangent, upright));
  if (tangents.every(([, , z]) => Math.abs(z) < 0.8))
    return tangents.map((tangent) => frame(tangent, forward));
  let sideways = frame(tangents[0]!, Math.abs(tangents[0]![1]) > 0.8 ? forward : upright)[0];
  return tangents.map((tangent) => {
    sideways = normalise(addScaled(sideways, tangent, -dot(sideways, tangent)), sideways);
    return [sideways, normalise(cross(sideways, tangent))];
  });
}

/** The frames of a rod whose section is turned about its path. */
function frames(rod: Rod, rows: number, roll: number): [Vec3, Vec3][] {
  const plain = framesOf(rod, rows);
  if (roll === 0) return plain;
  const [c, s] = [Math.cos((roll * Math.PI) / 180), Math.sin((roll * Math.PI) / 180)];
  const zero: Vec3 = [0, 0, 0];
  return plain.map(([sideways, up]) => [
    addScaled(addScaled(zero, sideways, c), up, s),
    addScaled(addScaled(zero, up, c), sideways, -s),
  ]);
}

/** Of a sine or cosine: rounder or squarer. */
const squared = (value: number, power: number): number =>
  power === 2 ? value : Math.sign(value) * Math.abs(value) ** (2 / power);

/** Round ends: how much of the radius is left. */
const cap = (t: number): number => Math.sqrt(Math.max(0, 1 - Math.abs(t * 2 - 1) ** 14));

export function draftTube(tube: Tube, { detail }: Context): Draft<Lines> {
  const { halved, caps, fascicles, tone, repeat, roll, power } = tube;
  const rod = rodOf(tube, halved);
  const run = Array.from({ length: 8 }, (_, i) => subtract(rod.centre((i + 1) / 8), rod.centre(i / 8)))
    .map((step) => Math.hypot(...step))
    .reduce((sum, step) => sum + step, 0);
  const thick = Math.max(...Array.from({ length: 5 }, (_, i) => Math.max(...rod.radius(i / 4))));
  const rows = steps(Math.min(MOST_ROWS, ROWS + ROWS_A_POINT * tube.path.length * (halved ? 2 : 1)), detail);
  const columns = steps(COLUMNS + COLUMNS_OF_THICK * clamp((2 * thick) / (run || 1)), detail);
  const once = draftGrid<Lines>({
    grid: { rows, columns, closes: 'ring' },
    lines: tube,
    looks: 'tube',
    place: (lines) => {
      const shape = rodOf(lines, halved);
      const axes = frames(shape, rows, roll);
      return (i, j) => {
        const t = j / (rows - 1);
        const angle = (i / columns) * 2 * Math.PI;
        const [across, up] = shape.radius(t);
        const [sideways, upwards] = axes[j]!;
        const round = caps ? cap(t) : 1;
        const centre = shape.centre(t);
        const lifted = addScaled(centre, upwards, up * squared(Math.sin(angle), power) * round);
        return [...addScaled(lifted, sideways, across * squared(Math.cos(angle), power) * round), centre[3]];
      };
    },
    dress: (i, j) => ({ uv: [i / columns, j / (rows - 1), fascicles, 0], surface: [tone, 0, 0] }),
    spot: (lines) => spotOn(rodOf(lines, halved), tube),
  });
  return repeat ? repeated(once, repeat.count, landmark(repeat.step)) : once;
}

/** Round the rod: 0 and ½ are its sides, ¼ its front or top. */
function spotOn(rod: Rod, { label, roll, power }: Tube): { point: Vec3; follows: number } {
  const [round, t] = label ?? [0.25, 0.5];
  const centre = rod.centre(t);
  const row = frames(rod, MOST_ROWS, roll)[Math.round(t * (MOST_ROWS - 1))]!;
  const [across, up] = rod.radius(t);
  const angle = round * 2 * Math.PI;
  const lifted = addScaled(centre, row[1], up * squared(Math.sin(angle), power));
  return { point: addScaled(lifted, row[0], across * squared(Math.cos(angle), power)), follows: centre[3] };
}

function repeated(once: Draft<Lines>, count: number, [x, y, z, w]: Vec4): Draft<Lines> {
  const size = once.ambient.length;
  const again = (array: Float32Array): Float32Array => {
    const all = new Float32Array(array.length * count);
    for (let n = 0; n < count; n++) all.set(array, n * array.length);
    return all;
  };
  const moved = ({ positions, normals }: Draft<Lines>['base']): Draft<Lines>['base'] => {
    const all = again(positions);
    for (let n = 0; n < count; n++) {
      for (let v = n * size * 4; v < (n + 1) * size * 4; v += 4) {
        all[v]! += x * n;
        all[v + 1]! += y * n;
        all[v + 2]! += z * n;
        all[v + 3] = clamp(all[v + 3]! + w * n);
      }
    }
    return { positions: all, normals: again(normals) };
  };
  const indices = new Uint32Array(once.indices.length * count);
  for (let n = 0; n < count; n++) {
    indices.set(
      once.indices.map((v) => v + n * size),
      n * once.indices.length,
    );
  }
  return {
    base: moved(once.base),
    form: (lines) => moved({ ...once, ...once.form(lines) }),
    indices,
    uvs: again(once.uvs),
    surface: again(once.surface),
    ambient: again(once.ambient),
    opacity: again(once.opacity),
    spot: once.spot,
  };
}
