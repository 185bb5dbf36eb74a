import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pour } from '../../../src-renderer/sheet/pour.ts';

const tall = (...heights: number[]) => heights.map((height) => ({ height }));

describe('pouring blocks onto pages', () => {
  it('fills the first page as far as it has room, then the next', () => {
    expect(pour(tall(40, 40, 40, 40), [100, 120])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('takes a head along with what it leads', () => {
    expect(pour([{ height: 80 }, { height: 10, leads: true }, { height: 20 }], [100, 100])).toEqual([
      [0],
      [1, 2],
    ]);
  });

  it('gives a block that is too tall a page of its own', () => {
    expect(pour(tall(150, 10), [100, 100])).toEqual([[0], [1]]);
  });

  it('neither loses a block nor changes their order', () => {
    const block = fc.record({ height: fc.double({ min: 0, max: 150, noNaN: true }), leads: fc.boolean() });
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const pages = pour(blocks, [60, 100]);
        expect(pages.flat()).toEqual(blocks.map((_, index) => index));
        expect(pages.slice(1).every((page) => page.length > 0)).toBe(true);
      }),
    );
  });
});
