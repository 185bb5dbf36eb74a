import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BLANK,
  cleared,
  drawnOn,
  inkPlaces,
  inkPoint,
  redone,
  undone,
  withoutStroke,
  type InkPage,
  type Stroke,
} from '../../../src-renderer/consult/ink.ts';
import { axesOf, orbited, panned, zoomed } from '../../../src-renderer/diagram/model/camera.ts';
import { dot } from '../../../src-renderer/diagram/model/maths.ts';
import type { Eye } from '../../../src-renderer/diagram/model/model.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const eyes: fc.Arbitrary<Eye> = fc.record({
  orbit: number(-180, 180),
  elevation: number(-60, 80),
  centre: fc.tuple(number(-50, 50), number(-100, 100), number(-30, 30)),
  height: number(5, 200),
});
const shares = fc.record({ x: number(0, 1), y: number(0, 1) });
const ASPECT = 1280 / 1152;

const places = (eye: Eye, seen: Eye, share: { x: number; y: number }) =>
  inkPlaces([...inkPoint(eye, ASPECT, share), 1], seen, ASPECT);

describe('ink on a picture', () => {
  it('lies where it was drawn, for the eye that looked on', () => {
    fc.assert(
      fc.property(eyes, shares, (eye, share) => {
        const [x, y] = places(eye, eye, share);
        expect(x).toBeCloseTo(share.x, 4);
        expect(y).toBeCloseTo(share.y, 4);
      }),
    );
  });

  it('lies on the plane through the middle of the picture that faces the eye', () => {
    fc.assert(
      fc.property(eyes, shares, (eye, share) => {
        const [x, y, z] = inkPoint(eye, ASPECT, share);
        const [cx, cy, cz] = eye.centre;
        expect(dot(axesOf(eye).back, [x - cx, y + cy, z - cz])).toBeCloseTo(0, 6);
      }),
    );
  });

  it('goes with the picture: aside, nearer, and round', () => {
    const eye: Eye = { orbit: 0, elevation: 0, centre: [0, -10, 0], height: 40 };
    const share = { x: 0.7, y: 0.4 };
    const [aside] = places(eye, panned(eye, 0.1, 0), share);
    expect(aside).toBeCloseTo(0.7 - 0.1 / ASPECT, 5);
    const [nearX, nearY, broad] = places(eye, zoomed(eye, 2, [1, 400]), share);
    expect([nearX, nearY]).toEqual([expect.closeTo(0.9, 2), expect.closeTo(0.3, 2)]);
    expect(broad).toBeCloseTo(1 / 20, 5);
    // From behind, what was at the right is at the left.
    const [behind] = places(eye, orbited(eye, 180, 0), share);
    expect(behind).toBeCloseTo(0.3, 4);
  });

  it('comes back to its place when the eye does', () => {
    fc.assert(
      fc.property(eyes, shares, number(-0.5, 0.5), number(-0.5, 0.5), (eye, share, right, up) => {
        const back = panned(panned(eye, right, up), -right, -up);
        const [x, y] = places(eye, back, share);
        expect(x).toBeCloseTo(share.x, 4);
        expect(y).toBeCloseTo(share.y, 4);
      }),
    );
  });

  it('is looked at from a point on, for what a stroke has grown by', () => {
    const eye: Eye = { orbit: 0, elevation: 0, centre: [0, 0, 0], height: 40 };
    const points = [0.2, 0.4, 0.6].flatMap((x) => [...inkPoint(eye, ASPECT, { x, y: 0.5 }), 1]);
    expect(inkPlaces(points, eye, ASPECT, 1)[0]).toBeCloseTo(0.4, 5);
    expect(inkPlaces(points, eye, ASPECT, 3)).toHaveLength(0);
  });

  it('places a stroke of ten thousand points well within a frame', () => {
    const eye: Eye = { orbit: 20, elevation: 10, centre: [0, 0, 0], height: 40 };
    const points = Array.from({ length: 10_000 }, (_, n) => [
      ...inkPoint(eye, ASPECT, { x: (n % 100) / 100, y: n / 10_000 }),
      0.1,
    ]).flat();
    inkPlaces(points, eye, ASPECT);
    const began = performance.now();
    expect(inkPlaces(points, eye, ASPECT)).toHaveLength(30_000);
    // Against a slip by an order of magnitude, not for speed: `npm run bench -- --only ink` measures that.
    expect(performance.now() - began).toBeLessThan(400);
  });
});

const stroke = (id: number): Stroke => ({ ink: 'gold', points: [id, 0, 0, 1] });
type Act = 'draw' | 'undo' | 'redo' | 'clear';
const acts = fc.array(fc.constantFrom<Act>('draw', 'undo', 'redo', 'clear'), { maxLength: 40 });
const after = (list: readonly Act[]): InkPage =>
  list.reduce<InkPage>((page, act, index) => {
    if (act === 'draw') return drawnOn(page, stroke(index));
    return act === 'undo' ? undone(page) : act === 'redo' ? redone(page) : cleared(page);
  }, BLANK);

describe('a page of ink', () => {
  it('undoes what was redone and redoes what was undone', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const page = after(list);
        if (page.strokes.length > 0) expect(redone(undone(page))).toEqual(page);
        if (page.undone.length > 0) expect(undone(redone(page))).toEqual(page);
      }),
    );
  });

  it('brings everything back that was wiped away', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const page = after(list);
        let back = cleared(page);
        if (page.strokes.length > 0) expect(back.strokes).toEqual([]);
        for (let step = 0; step < page.strokes.length; step++) back = redone(back);
        expect(back.strokes).toEqual(page.strokes);
      }),
    );
  });

  it('forgets what was undone once something is drawn, and the stroke of a palm at once', () => {
    const page = drawnOn(undone(drawnOn(BLANK, stroke(1))), stroke(2));
    expect([page.strokes.length, page.undone.length]).toEqual([1, 0]);
    expect(withoutStroke(page, page.strokes[0]!).strokes).toEqual([]);
  });

  it('does not grow for ever', () => {
    let page = BLANK;
    for (let n = 0; n < 1000; n++) page = drawnOn(page, stroke(n));
    expect(page.strokes).toHaveLength(400);
    expect(page.strokes.at(-1)).toEqual(stroke(999));
  });
});
