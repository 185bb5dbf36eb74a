/** What lies under a finger, on a still; and which part is meant by a finger that came down beside it. */
import type { TouchMap } from '../../src-main/contract/api.ts';
import type { Point } from './geometry.ts';

/** The cells of a touch map, row by row: the place of the part in `names`, or −1. */
export interface TouchGrid {
  readonly columns: number;
  readonly rows: number;
  readonly names: readonly string[];
  readonly cells: Int16Array;
}

export function gridOf({ columns, rows, names, runs }: TouchMap): TouchGrid {
  const cells = new Int16Array(columns * rows).fill(-1);
  let at = 0;
  for (const [name, length] of runs) {
    cells.fill(name, at, at + length);
    at += length;
  }
  return { columns, rows, names, cells };
}

/**
 * The part nearest to a point, as the eye sees it, no further away than `radius`.
 * @param point shares of the picture's width and height
 * @param size of the picture, in the unit of `radius`
 * @param wanted which parts count
 */
export function partNear(
  { columns, rows, names, cells }: TouchGrid,
  point: Point,
  size: readonly [number, number],
  radius: number,
  wanted: (part: string) => boolean,
): string | undefined {
  const [cellWidth, cellHeight] = [size[0] / columns, size[1] / rows];
  const [x, y] = [point.x * columns - 0.5, point.y * rows - 0.5];
  // At least the cell in which the point lies.
  const reach = Math.max(radius, Math.hypot(cellWidth, cellHeight) / 2);
  let nearest: string | undefined;
  let least = reach;
  const span = (middle: number, cell: number, count: number): [number, number] => [
    Math.max(0, Math.ceil(middle - reach / cell)),
    Math.min(count - 1, Math.floor(middle + reach / cell)),
  ];
  const [left, right] = span(x, cellWidth, columns);
  const [top, bottom] = span(y, cellHeight, rows);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const distance = Math.hypot((column - x) * cellWidth, (row - y) * cellHeight);
      const part = names[cells[row * columns + column]!];
      if (part !== undefined && distance <= least && wanted(part)) [nearest, least] = [part, distance];
    }
  }
  return nearest;
}
