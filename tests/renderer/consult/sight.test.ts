import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eyeThrough, moved, STRAIGHT, type SightStep } from '../../../src-renderer/consult/sight.ts';
import type { Eye } from '../../../src-renderer/diagram/model/model.ts';

const home: Eye = { orbit: 10, elevation: 5, centre: [1, 2, 3], height: 40 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const steps: fc.Arbitrary<SightStep[]> = fc.array(
  fc.record(
    {
      orbit: number(-90, 90),
      elevation: number(-50, 50),
      nearer: number(0.3, 3),
      right: number(-0.4, 0.4),
      up: number(-0.4, 0.4),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 12 },
);

describe('one way of looking for two pictures', () => {
  it('leaves the eye where the view has it', () => {
    const eye = eyeThrough(STRAIGHT, home);
    expect(eye).toEqual({ ...home, centre: home.centre.map((value) => expect.closeTo(value, 9) as number) });
  });

  it('turns, moves and brings nearer each from its own place', () => {
    const sight = moved(STRAIGHT, { orbit: 20, nearer: 2 });
    const other = { ...home, orbit: -30, height: 100 };
    expect([eyeThrough(sight, home).orbit, eyeThrough(sight, other).orbit]).toEqual([30, -10]);
    expect([eyeThrough(sight, home).height, eyeThrough(sight, other).height]).toEqual([20, 50]);
  });

  it('never loses the picture', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const sight = list.reduce(moved, STRAIGHT);
        const eye = eyeThrough(sight, home);
        expect(eye.height).toBeGreaterThanOrEqual(home.height * 0.3 - 1e-9);
        expect(eye.height).toBeLessThanOrEqual(home.height * 1.25 + 1e-9);
        expect(Math.abs(sight.right)).toBeLessThanOrEqual(0.6);
        expect(Math.abs(sight.up)).toBeLessThanOrEqual(0.6);
        expect(eye.elevation).toBeLessThanOrEqual(80);
        expect(eye.elevation).toBeGreaterThanOrEqual(-60);
      }),
    );
  });
});
