/** What lies under a finger: one pixel, or a whole grid of them. */
import type { TouchMap } from '../../../src-main/contract/api.ts';
import type { IdPicture } from './ids.ts';

/** A finger may miss a part by this share of the picture's height. */
const MISS = 0.012;

/** Number of the part at, or next to, a pixel; 0: none. */
export function partNear(ids: IdPicture, x: number, y: number): number {
  const exact = ids.part(x, y);
  if (exact > 0) return exact;
  const reach = Math.ceil(MISS * ids.height);
  let best = 0;
  let least = reach * reach + 1;
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const part = ids.part(x + dx, y + dy);
      const distance = dx * dx + dy * dy;
      if (part > 0 && distance < least) [best, least] = [part, distance];
    }
  }
  return best;
}

/** The part that most of a cell shows; 0 if most of it shows none. */
function partOfCell(ids: IdPicture, x0: number, y0: number, x1: number, y1: number): number {
  const counts = new Map<number, number>();
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const part = ids.part(x, y);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
  }
  let best = 0;
  for (const [part, count] of counts) if (count > (counts.get(best) ?? 0)) best = part;
  return best;
}

export function touchMapOf(
  ids: IdPicture,
  parts: readonly string[],
  columns: number,
  rows: number,
): TouchMap {
  const names: string[] = [];
  const runs: [number, number][] = [];
  const edge = (k: number, of: number, size: number): number => Math.floor((k * size) / of);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [edge(column, columns, ids.width), edge(row, rows, ids.height)];
      const right = Math.max(x + 1, edge(column + 1, columns, ids.width));
      const part = parts[partOfCell(ids, x, y, right, Math.max(y + 1, edge(row + 1, rows, ids.height))) - 1];
      let name = part === undefined ? -1 : names.indexOf(part);
      if (part !== undefined && name < 0) name = names.push(part) - 1;
      const last = runs.at(-1);
      if (last?.[0] === name) last[1]++;
      else runs.push([name, 1]);
    }
  }
  return { columns, rows, names, runs };
}
