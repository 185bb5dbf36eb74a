/** A shell swept round a closed rim towards its centre: an ear. */
import type { ShapeOf } from '../../../../src-main/contract/shape-kinds.ts';
import { upright } from '../lines.ts';
import {
  addScaled,
  closedSplineAt,
  dot,
  lerp,
  normalise,
  smooth,
  splineAt,
  subtract,
  table,
  type Vec3,
  type Vec4,
} from '../maths.ts';
import { draftGrid, steps, type Draft, type Placed } from '../mesh.ts';
import type { Context } from './context.ts';
import { closed } from './loft.ts';

type Dish = ShapeOf<'dish'>;

const COLUMNS = 64;
const ROWS_A_SECTION = 2.4;
/** Of the section within the rim, what counts for the height to which it is calmed: share of the radius. */
const CALMED = 0.45;

export function draftDish(dish: Dish, { detail }: Context): Draft<object> {
  const rim = dish.rim.map((point): Vec4 => [...upright(point), 0]);
  const centre = upright(dish.centre);
  const outward = normalise(upright(dish.outward));
  const section = dish.section.map(([share, height, light]): Vec4 => [share, height, light, 0]);
  const rows = steps(section.length * ROWS_A_SECTION, detail);
  const columns = steps(COLUMNS, detail);
  const calm = dish.calm ? table(dish.calm) : () => 0;
  const widest = section.reduce((best, [share], k) => (share > section[best]![0] ? k : best), 0);
  const rimRow = (widest / (section.length - 1)) * (rows - 1);
  const inner = section.slice(widest + 1).filter(([share]) => share > CALMED);
  const calmHeight = inner.reduce((sum, [, raised]) => sum + raised, 0) / (inner.length || 1);
  /** Only what lies within the rim is calmed. */
  const height = (i: number, j: number): number => {
    const [share, raised] = splineAt(section, j / (rows - 1));
    const within = j > rimRow ? calm(i / columns) * smooth(0.3, 0.55, share) : 0;
    return lerp(raised, calmHeight, within);
  };
  return draftGrid<object>({
    grid: { rows, columns, closes: 'ring' },
    lines: dish,
    looks: (base) => looksInward(base, outward, Math.ceil(rimRow + 1) * columns),
    place: () => (i, j) => {
      const [x, y, z] = closedSplineAt(rim, i / columns);
      const [share] = splineAt(section, j / (rows - 1));
      const point = addScaled(centre, subtract([x, y, z], centre), share);
      return [...addScaled(point, outward, height(i, j)), dish.follows];
    },
    dress: (_, j) => ({
      uv: [...closed(dish.material), 1],
      ambient: splineAt(section, j / (rows - 1))[2],
    }),
    spot: () => ({ point: addScaled(centre, outward, section.at(-1)![1]), follows: dish.follows }),
  });
}

/** Whether the inner face, which follows the rim, looks away from `outward`. */
function looksInward({ normals }: Placed, outward: Vec3, from: number): boolean {
  let sum = 0;
  for (let v = from * 3; v < normals.length; v += 3) {
    sum += dot([normals[v]!, normals[v + 1]!, normals[v + 2]!], outward);
  }
  return sum < 0;
}
