import { describe, expect, it } from 'vitest';
import { measurePanel } from '../../../src-renderer/comfort/panel.ts';

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
