import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOf, pageTops, settled, type Band } from '../../../src-renderer/ui/turning.ts';

/** Bands that follow one another, of these heights. */
function stacked(heights: readonly number[], gap = 0): Band[] {
  let top = 0;
  return heights.map((height) => {
    const band = { top, bottom: top + height, leads: false };
    top += height + gap;
    return band;
  });
}
const heightOf = (bands: readonly Band[]): number => bands.at(-1)?.bottom ?? 0;

describe('bands', () => {
  it('that stand side by side are one', () => {
    const pairs = [
      { top: 0, bottom: 20 },
      { top: 0, bottom: 30 },
      { top: 31, bottom: 40 },
    ];
    expect(settled(pairs)).toMatchObject([
      { top: 0, bottom: 30 },
      { top: 31, bottom: 40 },
    ]);
  });

  it('of lines that reach into one another by a hair stay two', () => {
    expect(
      settled([
        { top: 0, bottom: 21 },
        { top: 20, bottom: 40 },
      ]),
    ).toHaveLength(2);
  });

  it('of a heading are one with what follows, however many headings there are', () => {
    const lines = [
      { top: 0, bottom: 20 },
      { top: 30, bottom: 40, leads: true },
      { top: 45, bottom: 50, leads: true },
      { top: 55, bottom: 75 },
      { top: 80, bottom: 100 },
    ];
    expect(settled(lines).map(({ top, bottom }) => [top, bottom])).toEqual([
      [0, 20],
      [30, 75],
      [80, 100],
    ]);
  });
});

describe('pages', () => {
  it('begin with what could not be seen whole', () => {
    expect(pageTops(stacked(Array.from({ length: 12 }, () => 30)), 360, 100)).toEqual([0, 90, 180, 270]);
  });

  it('are one where all is seen', () => {
    expect(pageTops(stacked([30, 30]), 60, 60)).toEqual([0]);
  });

  it('have a last one that is as full as can be', () => {
    expect(pageTops(stacked([40, 40, 40, 40, 20]), 180, 100)).toEqual([0, 80]);
    expect(pageTops(stacked(Array.from({ length: 7 }, () => 30)), 210, 100)).toEqual([0, 90, 120]);
  });

  it('are turned by a share of what is higher than they are', () => {
    expect(pageTops(stacked([250]), 250, 100)).toEqual([0, 80, 150]);
    expect(cutOf(stacked([250]), 80, 100)).toBe(100);
  });

  it('have no empty room at the end where no line is level', () => {
    expect(pageTops([], 185, 100)).toEqual([0, 80, 85]);
    expect(pageTops([], 102, 100)).toEqual([0, 2]);
  });

  it('of a place without height are one', () => {
    expect(pageTops(stacked([10, 10]), 20, 0)).toEqual([0]);
  });

  it('show all of it, each row whole on some page, and come to an end', () => {
    const heights = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 60, max: 200 }),
        (all, gap, outer) => {
          const bands = stacked(all, gap);
          const tops = pageTops(bands, heightOf(bands), outer);
          expect([...new Set(tops)].sort((a, b) => a - b)).toEqual(tops);
          for (const band of bands) {
            const isShown = tops.some(
              (top) => band.top >= top && band.bottom <= top + cutOf(bands, top, outer) + 1,
            );
            expect(isShown).toBe(true);
          }
        },
      ),
    );
  });
});
