import { describe, expect, it } from 'vitest';
import { tiltedPane } from '../../../src-renderer/comfort/tilt.ts';

describe('a pane that is tilted (R-31)', () => {
  const places = [
    { width: 500, height: 800 },
    { width: 900, height: 400 },
    { width: 600, height: 600 },
    { width: 1200, height: 300 },
  ];
  const cases = places.flatMap((place) =>
    [5, 10, 15, 20, 25, 30].flatMap((degrees) => [degrees, -degrees].map((tilt) => ({ place, tilt }))),
  );

  it.each(cases)('lies within $place when it is turned by $tilt°', ({ place, tilt }) => {
    const { width, height } = tiltedPane(place, tilt);
    const turn = (Math.abs(tilt) * Math.PI) / 180;
    expect(width * Math.cos(turn) + height * Math.sin(turn)).toBeLessThan(place.width + 0.01);
    expect(width * Math.sin(turn) + height * Math.cos(turn)).toBeLessThan(place.height + 0.01);
    expect(Math.min(width, height)).toBeGreaterThan(100);
  });

  it('is the whole place when it is straight', () => {
    expect(tiltedPane({ width: 10, height: 20 }, 0)).toEqual({ width: 10, height: 20 });
  });
});
