/** A spot of colour within a closed line: rings of colour round a centre, seen between two lids. */
import type { ShapeOf } from '../../../../src-main/contract/shape-kinds.ts';
import { pointsOf, ringPoint } from '../lines.ts';
import { addScaled, clamp, lerp, mix4, smooth, splineAt, type Vec4 } from '../maths.ts';
import { draftGrid, gridPoints, steps, type Draft, type Placed } from '../mesh.ts';
import type { Context } from './context.ts';

type Fill = ShapeOf<'fill'>;
type Lines = Pick<Fill, 'line'>;

const ROWS = 11;
const COLUMNS = 61;
const EDGE_STEPS = 96;
/** How far the line in its middle reaches, as a share of the way between its ends. */
const SPINE = 0.75;

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
  const { on, lift, halved, centre, feather } = fill;
  const ground = on === undefined ? fail('needs a surface to lie on') : surface(on);
  const [rows, columns] = [steps(ROWS, detail), steps(COLUMNS, detail)];
  const colouring = (lines: Lines): Colouring => {
    const line = pointsOf(lines.line, halved);
    const half = Math.floor(line.length / 2);
    const [there, back] = [line.slice(0, half + 1), [...line.slice(half), line[0]!]];
    const height = (part: readonly Vec4[]): number => part.reduce((sum, [, y]) => sum + y, 0) / part.length;
    const upper = height(there) >= height(back) ? there : back.toReversed();
    const [first, last] = [line[0]!, line[half]!];
    const edge = Array.from({ length: EDGE_STEPS + 1 }, (_, k) => splineAt(upper, k / EDGE_STEPS));
    const edgeAt = (x: number): number => {
      const k = edge.findIndex((_, n) => n > 0 && (edge[n]![0] - x) * (edge[n - 1]![0] - x) <= 0);
      const nearest = Math.abs(x - edge[0]![0]) < Math.abs(x - edge.at(-1)![0]) ? edge[0]! : edge.at(-1)!;
      if (k < 0) return nearest[1];
      const [from, to] = [edge[k - 1]!, edge[k]!];
      return lerp(from[1], to[1], clamp((x - from[0]) / (to[0] - from[0] || 1)));
    };
    // it is woven outwards from a line between its ends, so that closed to a slit it covers nothing
    const middle = (t: number): Vec4 => {
      const along = lerp(0.5, t < 0.5 ? 2 * t : 2 - 2 * t, SPINE) / 2;
      return mix4(ringPoint(line, along, 1), ringPoint(line, 1 - along, 1), 0.5);
    };
    const flat = (i: number, j: number): readonly [number, number] => {
      const t = i / (columns - 1);
      const [x, y] = mix4(middle(t), ringPoint(line, t, 1), j / (rows - 1));
      return [x, y];
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
        return [x - centre[0], -y - centre[1], edgeAt(x) - y, across];
      },
    };
  };
  const rest = colouring(fill);
  const opacity = (share: number): number => (feather === 0 ? 1 : smooth(0, feather, 1 - share));
  const grid = { rows, columns, closes: 'column-seam' as const };
  const draft = draftGrid<Lines>({
    grid,
    lines: fill,
    looks: 'face',
    place: (lines) => colouring(lines).point,
    dress: (i, j) => ({ uv: rest.paint(i, j), opacity: opacity(j / (rows - 1)) }),
    spot: (lines) => {
      const [x, y, z, follows] = colouring(lines).point((columns - 1) / 4, 0);
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
