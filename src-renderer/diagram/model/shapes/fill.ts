/** A spot of colour within a closed line: rings of colour round a centre, seen between two lids. */
import type { ShapeOf } from '../../../../src-main/contract/shape-kinds.ts';
import { pointsOf, ringPoint } from '../lines.ts';
import { addScaled, clamp, lerp, splineAt, type Vec4 } from '../maths.ts';
import { draftGrid, gridPoints, steps, type Draft, type Placed } from '../mesh.ts';
import type { Context } from './context.ts';

type Fill = ShapeOf<'fill'>;
type Lines = Pick<Fill, 'line'>;

const ROWS = 11;
const COLUMNS = 61;

/** The paint of a vertex: x and y (down) from the centre, distance below the upper edge, share across. */
interface Colouring {
  readonly point: (column: number, row: number) => Vec4;
  readonly paint: (column: number, row: number) => Vec4;
}

/**
 * The lines of a form move the colouring too: it stays where it is while the edge moves over it. So the last three
 * numbers of the forms of paint tell how the first three of its `uvs` change, in place of normals.
 */
export function draftFill(fill: Fill, { detail, surface, fail }: Context): Draft<Lines> {
  const { on, lift, halved, centre } = fill;
  const ground = on === undefined ? fail('needs a surface to lie on') : surface(on);
  const [rows, columns] = [steps(ROWS, detail), steps(COLUMNS, detail)];
  const colouring = (lines: Lines): Colouring => {
    const line = pointsOf(lines.line, halved);
    const half = Math.floor(line.length / 2);
    const [there, back] = [line.slice(0, half + 1), [...line.slice(half), line[0]!]];
    const height = (part: readonly Vec4[]): number => part.reduce((sum, [, y]) => sum + y, 0) / part.length;
    const upper = height(there) >= height(back) ? there : back.toReversed();
    const [first, last] = [line[0]!, line[half]!];
    const middle: Vec4 = [
      line.reduce((sum, [x]) => sum + x, 0) / line.length,
      (splineAt(there, 0.5)[1] + splineAt(back, 0.5)[1]) / 2,
      0,
      0,
    ];
    const flat = (i: number, j: number): readonly [number, number] => {
      const rim = ringPoint(line, i / (columns - 1), 1);
      const share = j / (rows - 1);
      return [lerp(middle[0], rim[0], share), lerp(middle[1], rim[1], share)];
    };
    return {
      point: (i, j) => {
        const [x, y] = flat(i, j);
        const { place, normal, follows } = ground.at(x, -y);
        return [...addScaled(place, normal, lift), follows];
      },
      paint: (i, j) => {
        const [x, y] = flat(i, j);
        const across = clamp((x - first[0]) / (last[0] - first[0] || 1));
        return [x - centre[0], -y - centre[1], splineAt(upper, across)[1] - y, across];
      },
    };
  };
  const rest = colouring(fill);
  const grid = { rows, columns, closes: 'column-seam' as const };
  const draft = draftGrid<Lines>({
    grid,
    lines: fill,
    looks: 'face',
    place: (lines) => colouring(lines).point,
    dress: (i, j) => ({ uv: rest.paint(i, j) }),
    spot: (lines) => {
      const [x, y, z, follows] = colouring(lines).point(0, 0);
      return { point: [x, y, z], follows };
    },
  });
  return {
    ...draft,
    form: (lines): Placed => {
      const formed = colouring(lines);
      const paint = gridPoints(grid, formed.paint);
      const normals = draft.base.normals.map((n, k) => {
        const own = Math.floor(k / 3) * 4 + (k % 3);
        return n + paint[own]! - draft.uvs[own]!;
      });
      return { positions: gridPoints(grid, formed.point), normals };
    },
  };
}
