import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project, viewProjection } from '../../../src-renderer/diagram/model/camera.ts';
import type { Eye } from '../../../src-renderer/diagram/model/model.ts';
import { atLeft, eyeOf, hiddenIn, stepped, travelMs } from '../../../src-renderer/diagram/sight.ts';

const home: Eye = { orbit: 0, elevation: 0, centre: [0, 10, 0], height: 50 };
const orbit = fc.integer({ min: -720, max: 720 });

describe('what is laid aside to begin with', () => {
  const view = {
    orbit: 0,
    elevation: 0,
    centre: [0, 0, 0] as [number, number, number],
    height: 50,
    without: [],
  };
  const views = { front: view, nerves: { ...view, shows: ['nerve' as const] } };

  it.each([
    ['front', ['skin', 'nerve']],
    ['nerves', ['skin']],
    ['nowhere', ['skin', 'nerve']],
  ])('%s: %j', (name, hidden) => {
    expect(hiddenIn({ hidden: ['skin', 'nerve'], views }, name)).toEqual(hidden);
  });
});

describe('the patient’s sides', () => {
  it.each([
    [0, 'patient-right'],
    [46, 'patient-right'],
    [-60, 'patient-right'],
    [90, 'front'],
    [-90, 'back'],
    [130, 'patient-left'],
    [180, 'patient-left'],
    [-180, 'patient-left'],
    [270, 'back'],
  ] as const)('at %i° the viewer has at the left: %s', (degrees, what) => {
    expect(atLeft(degrees)).toBe(what);
  });

  it('lie where the camera draws them, from every side', () => {
    fc.assert(
      fc.property(orbit, (degrees) => {
        const camera = viewProjection({ ...home, centre: [0, 0, 0], orbit: degrees }, 1);
        const [xOfLeft] = project(camera, [10, 0, 0]);
        const [xOfFront] = project(camera, [0, 0, 10]);
        const what = atLeft(degrees);
        if (what === 'patient-left') expect(xOfLeft).toBeLessThan(0.5);
        if (what === 'patient-right') expect(xOfLeft).toBeGreaterThan(0.5);
        if (what === 'front') expect(xOfFront).toBeLessThan(0.5);
        if (what === 'back') expect(xOfFront).toBeGreaterThan(0.5);
      }),
    );
  });
});

describe('the eye', () => {
  it('stands where a view has it, and there must be such a view', () => {
    const views = { front: { ...home, centre: [0, 10, 0] as [number, number, number], without: [] } };
    expect(eyeOf({ id: 'neck', views }, 'front')).toEqual(home);
    expect(() => eyeOf({ id: 'neck', views }, 'inside')).toThrow('neck has no view inside');
  });

  it('never turns upside down, never comes too near, and never loses the figure', () => {
    const step = fc.record({
      orbit: fc.integer({ min: -90, max: 90 }),
      elevation: fc.integer({ min: -90, max: 90 }),
      nearer: fc.double({ min: 0.5, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const eye = steps.reduce((at, by) => stepped(at, by, home), home);
        expect(Math.abs(eye.elevation)).toBeLessThanOrEqual(80);
        expect(eye.height).toBeGreaterThanOrEqual(home.height * 0.3 - 1e-9);
        expect(eye.height).toBeLessThanOrEqual(home.height * 1.25 + 1e-9);
        expect(Math.abs(eye.orbit)).toBeLessThanOrEqual(180);
      }),
    );
  });

  it('travels for 600 to 900 ms, the longer the farther', () => {
    const at = (degrees: number): Eye => ({ ...home, orbit: degrees });
    expect(travelMs(home, home)).toBe(600);
    expect(travelMs(home, at(180))).toBe(900);
    expect(travelMs(at(170), at(-170))).toBeLessThan(travelMs(home, at(90)));
  });
});
