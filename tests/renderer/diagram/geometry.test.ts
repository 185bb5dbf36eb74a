import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lay, cross, onStage, passesThrough } from '../../../src-renderer/diagram/geometry.ts';

const coordinate = fc.integer({ min: -500, max: 500 });
const point = fc.record({ x: coordinate, y: coordinate });

describe('a picture on the stage', () => {
  it('covers the stage, centred, with its top edge kept', () => {
    expect(lay({ width: 1000, height: 500 }, [500, 500])).toEqual({ scale: 2, x: 0, y: 0 });
    expect(lay({ width: 500, height: 1000 }, [500, 500])).toEqual({ scale: 2, x: -250, y: 0 });
  });

  it('leaves its foot to controls and its sides to names', () => {
    const stage = { width: 1000, height: 900 };
    expect(lay(stage, [500, 500], { foot: 400, sides: 200 })).toEqual({ scale: 1.6, x: 100, y: 0 });
    expect(lay(stage, [500, 500], { sides: 200 })).toEqual({ scale: 1.8, x: 50, y: 0 });
  });

  it('leaves no part of any stage bare', () => {
    const length = fc.integer({ min: 100, max: 4000 });
    fc.assert(
      fc.property(length, length, length, length, (width, height, w, h) => {
        const { scale, x } = lay({ width, height }, [w, h]);
        expect(x).toBeLessThanOrEqual(1e-6);
        expect(x + w * scale).toBeGreaterThanOrEqual(width - 1e-6);
        expect(h * scale).toBeGreaterThanOrEqual(height - 1e-6);
      }),
    );
  });

  it('puts anchors where the picture puts them', () => {
    expect(onStage({ scale: 2, x: -10, y: 5 }, [30, 40, 'seen'])).toEqual({ x: 50, y: 85 });
  });
});

describe('segments', () => {
  it('cross or do not', () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 10, y: 10 },
    ];
    expect(cross(a, b, { x: 0, y: 10 }, { x: 10, y: 0 })).toBe(true);
    expect(cross(a, b, { x: 20, y: 0 }, { x: 30, y: 10 })).toBe(false);
    expect(cross(a, b, b, { x: 20, y: 0 })).toBe(false);
  });

  it('cross either way round', () => {
    fc.assert(
      fc.property(point, point, point, point, (a, b, c, d) => {
        expect(cross(a, b, c, d)).toBe(cross(c, d, a, b));
        expect(cross(a, b, c, d)).toBe(cross(b, a, c, d));
      }),
    );
  });

  it('pass through a box from side to side, and past it', () => {
    const box = { left: 10, top: 10, right: 20, bottom: 20 };
    expect(passesThrough({ x: 0, y: 15 }, { x: 30, y: 15 }, box)).toBe(true);
    expect(passesThrough({ x: 12, y: 12 }, { x: 13, y: 13 }, box)).toBe(true);
    expect(passesThrough({ x: 0, y: 25 }, { x: 30, y: 25 }, box)).toBe(false);
  });
});
