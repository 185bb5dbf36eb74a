import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eyeBetween,
  orbited,
  project,
  viewProjection,
  zoomed,
} from '../../../../src-renderer/diagram/model/camera.ts';
import type { Eye } from '../../../../src-renderer/diagram/model/model.ts';

const FRONT: Eye = { orbit: 0, elevation: 0, centre: [0, 10, -1], height: 50 };

const eyes = fc.record({
  orbit: fc.double({ min: -180, max: 180, noNaN: true }),
  elevation: fc.double({ min: -60, max: 80, noNaN: true }),
  centre: fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -200, max: 200 }), fc.integer({ min: -9, max: 9 })), // prettier-ignore
  height: fc.double({ min: 1, max: 400, noNaN: true }),
});

const near = (a: readonly number[], b: readonly number[], digits = 4): void =>
  a.forEach((value, k) => expect(value).toBeCloseTo(b[k]!, digits));

describe('the eye', () => {
  it('sees its centre in the middle, and so much of the height as it says', () => {
    const camera = viewProjection(FRONT, 16 / 9);
    near(project(camera, [0, -10, -1]).slice(0, 2), [0.5, 0.5]);
    near(project(camera, [0, 15, -1]).slice(0, 2), [0.5, 0]);
    near(project(camera, [0, -35, -1]).slice(0, 2), [0.5, 1]);
    // the patient's left is on the right
    near(project(camera, [25 * (16 / 9), -10, -1]).slice(0, 2), [1, 0.5]);
  });

  it('has what is nearer before what is further, all between 0 and 1', () => {
    const camera = viewProjection(FRONT, 1);
    const [behind, before] = [project(camera, [0, -10, -30])[2], project(camera, [0, -10, 30])[2]];
    expect(before).toBeGreaterThan(0);
    expect(behind).toBeLessThan(1);
    expect(before).toBeLessThan(behind);
  });

  it('stands further off from what is tall', () => {
    expect(viewProjection(FRONT, 1).distance).toBe(151);
    expect(viewProjection({ ...FRONT, height: 190 }, 1).distance).toBeCloseTo(418);
  });

  it('stands at the side, behind, and above', () => {
    const from = (orbit: number, elevation: number): readonly number[] => {
      const { position, distance } = viewProjection({ ...FRONT, orbit, elevation, centre: [0, 0, 0] }, 1);
      return position.map((k) => k / distance);
    };
    near(from(0, 0), [0, 0, 1]);
    near(from(90, 0), [1, 0, 0]);
    near(from(180, 0), [0, 0, -1]);
    near(from(0, 30), [0, 0.5, Math.sqrt(0.75)]);
  });

  it('sees every centre in the middle, wherever it stands', () => {
    fc.assert(
      fc.property(eyes, (eye) => {
        const [x, y, depth] = project(viewProjection(eye, 1.5), [
          eye.centre[0],
          -eye.centre[1],
          eye.centre[2],
        ]);
        return Math.abs(x - 0.5) < 1e-3 && Math.abs(y - 0.5) < 1e-3 && depth > 0 && depth < 1;
      }),
    );
  });

  it('turns directions without stretching them', () => {
    fc.assert(
      fc.property(eyes, (eye) => {
        const { view3x3: m } = viewProjection(eye, 1.5);
        const column = (k: number): number[] => [...m.slice(k * 3, k * 3 + 3)];
        const dots = [0, 1, 2].map((a) =>
          [0, 1, 2].map((b) => column(a).reduce((sum, value, k) => sum + value * column(b)[k]!, 0)),
        );
        return dots.every((row, a) => row.every((value, b) => Math.abs(value - (a === b ? 1 : 0)) < 1e-5));
      }),
    );
  });
});

describe('on its way', () => {
  it('the eye goes round the shorter way', () => {
    const [a, b] = [
      { ...FRONT, orbit: 150 },
      { ...FRONT, orbit: -150, elevation: 20, height: 200 },
    ];
    expect(eyeBetween(a, b, 0)).toEqual(a);
    expect(eyeBetween(a, b, 1)).toEqual(b);
    expect(Math.abs(eyeBetween(a, b, 0.5).orbit)).toBeCloseTo(180);
    expect(eyeBetween(a, b, 0.5)).toMatchObject({ elevation: 10, height: 100 });
  });

  it('is led round, but never over the head', () => {
    expect(orbited(FRONT, 200, 0).orbit).toBe(-160);
    expect(orbited(FRONT, 0, 100).elevation).toBe(80);
    expect(orbited(FRONT, 0, -100).elevation).toBe(-60);
  });

  it('comes near within its limits', () => {
    expect(zoomed(FRONT, 2, [10, 50]).height).toBe(25);
    expect(zoomed(FRONT, 20, [10, 50]).height).toBe(10);
    expect(zoomed(FRONT, 0.5, [10, 50]).height).toBe(50);
  });
});
