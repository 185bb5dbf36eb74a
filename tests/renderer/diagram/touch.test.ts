import { describe, expect, it } from 'vitest';
import { gridOf, partNear } from '../../../src-renderer/diagram/touch.ts';

// ......
// ..AA..
// ...B..
const grid = gridOf({
  columns: 6,
  rows: 3,
  names: ['a', 'b'],
  runs: [
    [-1, 8],
    [0, 2],
    [-1, 5],
    [1, 1],
    [-1, 2],
  ],
});
/** Cells of 10 × 10. */
const size: [number, number] = [60, 30];
const at = (column: number, row: number) => ({ x: (column + 0.5) / 6, y: (row + 0.5) / 3 });
const near = (column: number, row: number, radius: number, wanted = (_: string): boolean => true) =>
  partNear(grid, at(column, row), size, radius, wanted);

describe('what lies under a finger', () => {
  it('is the part of its cell', () => {
    expect([near(2, 1, 0), near(3, 1, 0), near(3, 2, 0), near(0, 0, 0)]).toEqual(['a', 'a', 'b', undefined]);
  });

  it('is the nearest part where the finger misses, but only so far', () => {
    expect(near(4, 2, 10)).toBe('b');
    expect(near(0, 1, 20)).toBe('a');
    expect(near(0, 1, 19)).toBeUndefined();
  });

  it('is a part that counts', () => {
    expect(near(2, 1, 15, (part) => part === 'b')).toBe('b');
    expect(near(2, 1, 5, (part) => part === 'b')).toBeUndefined();
  });

  it('is nothing beside the picture', () => {
    expect(partNear(grid, { x: -3, y: 9 }, size, 10, () => true)).toBeUndefined();
  });
});
