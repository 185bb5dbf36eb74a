import { describe, expect, it } from 'vitest';
import { measurePanel, reachOf } from '../../../src-renderer/comfort/panel.ts';

describe('the panel (R-01)', () => {
  // Active areas of common panels, mm, from their data sheets.
  it.each([
    ['15.6″', 1920, 1080, 15.6, 344.2, 'landscape', 'small'],
    ['21.5″', 1920, 1080, 21.5, 476.1, 'landscape', 'regular'],
    ['32″', 1920, 1080, 32, 698.4, 'landscape', 'large'],
    ['21.5″ upright', 1080, 1920, 21.5, 267.8, 'portrait', 'regular'],
    ['32″ upright', 1080, 1920, 32, 392.9, 'portrait', 'large'],
    ['21.5″ with 4K', 3840, 2160, 21.5, 476.1, 'landscape', 'regular'],
  ] as const)(
    '%s: a millimetre is right within 2 %%',
    (_, width, height, inches, widthMm, orientation, size) => {
      const panel = measurePanel(width, height, inches);
      expect(width / panel.mm / widthMm).toBeGreaterThan(0.98);
      expect(width / panel.mm / widthMm).toBeLessThan(1.02);
      expect(panel).toMatchObject({ orientation, size });
      expect(panel.scale).toBeGreaterThanOrEqual(1);
    },
  );
});

describe('everything low (R-32)', () => {
  /** From where to where the screens stand, mm above the floor. */
  const between = (height: number, mountHeight: number): number[] => {
    const { share, below } = reachOf(height, mountHeight);
    const from = mountHeight + below * height;
    return [from, from + share * height].map(Math.round);
  };

  it.each([
    ['32″ upright, as it should hang', 708, 690, 1100],
    ['32″ upright, low', 708, 450, 1100],
    ['21.5″ upright', 476, 690, 1100],
    ['21.5″ upright, low', 476, 500, 976],
  ])('%s: from 700 to 1100 mm, or to the end of the glass', (_, height, mountHeight, end) => {
    expect(between(height, mountHeight)).toEqual([700, end]);
  });

  it('never above 1220 mm, though no layout is made for less than its share', () => {
    expect(between(708, 800)).toEqual([800, 1196]);
  });

  it('is nothing to do on a panel that is within reach as it hangs', () => {
    expect(reachOf(398, 700)).toEqual({ share: 1, below: 0 });
  });

  it('is a share of the glass as long as nobody has told how high it hangs', () => {
    expect(reachOf(708, undefined)).toEqual({ share: 0.66, below: 0 });
  });
});
