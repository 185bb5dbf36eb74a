import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayer } from '../../../src-main/content/layer.ts';
import { makeLibrary } from '../../../src-main/content/library.ts';
import type { Step } from '../../../src-main/contract/structure.ts';
import type { DiagramsWords } from '../../../src-main/contract/words.ts';
import { measurePanel } from '../../../src-renderer/comfort/panel.ts';
import {
  faults,
  placeCallouts,
  threadedCallout,
  type CalloutArea,
  type CalloutRequest,
} from '../../../src-renderer/diagram/callouts.ts';
import { lay, onStage } from '../../../src-renderer/diagram/geometry.ts';
import { project, viewProjection } from '../../../src-renderer/diagram/model/camera.ts';
import { numbersOf } from '../../../src-renderer/diagram/model/poses.ts';
import { formWeights, poseJoints, posedLabel } from '../../../src-renderer/diagram/model/rig.ts';
import { sideOf } from '../../../src-renderer/diagram/parts.ts';
import { lookOf } from '../../../src-renderer/diagram/scene.ts';
import { drawnOf } from '../../content/anatomy/drawn.ts';

const root = path.resolve(import.meta.dirname, '../../..');

const area: CalloutArea = {
  left: 40,
  right: 1200,
  middle: 620,
  top: { left: 40, right: 40 },
  bottom: 800,
  gap: 16,
};
const request = (id: string, x: number, y: number, more: Partial<CalloutRequest> = {}): CalloutRequest => ({
  id,
  anchor: { x, y },
  width: 200,
  height: 100,
  line: 60,
  rise: 50,
  ...more,
});

describe('callouts', () => {
  it('stand on the side of their part, with the line a little above the ring', () => {
    const [placed] = placeCallouts([request('a', 900, 400)], area);
    expect(placed).toMatchObject({ side: 'right', top: 290 });
    expect(placed!.leader).toEqual([
      { x: 1200, y: 350 },
      { x: 1000, y: 350 },
      { x: 900, y: 400 },
    ]);
  });

  it('hold the thread at the height of the title', () => {
    const pinned = request('a', 620, 300, { pin: { side: 'right', y: 130 } });
    const placed = placeCallouts([pinned, request('b', 900, 600)], area);
    expect(placed.find(({ id }) => id === 'a')).toMatchObject({ side: 'right', top: 70 });
  });

  it('tie the thread to a working part on the paper’s side, or near the middle, or to none', () => {
    const at = (x: number, working = true) => ({ anchor: { x, y: 0 }, working });
    const across = { left: 0, right: 1000, middle: 500 };
    const [far, near, away, resting] = [at(900), at(480), at(200), at(900, false)];
    expect(threadedCallout([away, far], 'right', across)).toBe(far);
    expect(threadedCallout([away, near], 'right', across)).toBe(near);
    expect(threadedCallout([away, resting], 'right', across)).toBeUndefined();
    expect(threadedCallout([far, away], 'left', across)).toBe(away);
  });

  it('rather lose the thread than stand on the side where their part is not', () => {
    const pinned = request('a', 1100, 500, { pin: { side: 'right', y: 130 } });
    const placed = placeCallouts([pinned, request('b', 1005, 200)], area);
    expect(placed.map(({ id, side }) => [id, side])).toEqual([
      ['b', 'right'],
      ['a', 'right'],
    ]);
  });

  it('are left out, where optional, rather than that one stands on the side where its part is not', () => {
    // Beside its part there is only room over it.
    const low = { ...area, bottom: 160 };
    const first = request('a', 300, 90);
    const covered = request('b', 1100, 100, { width: 300 });
    const sides = (requests: CalloutRequest[]) =>
      placeCallouts(requests, low).map(({ id, side }) => [id, side]);
    expect(sides([covered])).toEqual([['b', 'left']]);
    expect(sides([{ ...covered, optional: true }])).toEqual([]);
    expect(sides([{ ...covered, optional: true }, first])).toEqual([['a', 'left']]);
  });

  it('are not level with the ring of another on their side, where they may stand elsewhere', () => {
    // As the neck of a figure, beside its hand.
    const low = { ...area, top: { left: 300, right: 400 } };
    const hand = request('hand', 420, 350);
    const neck = request('neck', 600, 120, { twin: { x: 640, y: 120 } });
    const sides = placeCallouts([hand, neck], low).map(({ id, side }) => [id, side]);
    expect(Object.fromEntries(sides)).toEqual({ hand: 'left', neck: 'right' });
  });

  it('know left from right by the picture, which may stand aside', () => {
    const beside = request('a', 560, 400);
    expect(placeCallouts([beside], area)[0]!.side).toBe('left');
    expect(placeCallouts([beside], { ...area, middle: 400 })[0]!.side).toBe('right');
  });

  it('lead to the nearer side of what is on both, and stand on both sides', () => {
    const requests = ['a', 'b', 'c', 'd'].map((id, at) => {
      const y = 200 + 40 * at;
      return request(id, 600, y, { twin: { x: 640, y } });
    });
    const placed = placeCallouts(requests, area);
    expect(placed).toHaveLength(4);
    expect(placed.filter(({ side }) => side === 'left').length).toBeGreaterThan(0);
    expect(placed.filter(({ side }) => side === 'right').length).toBeGreaterThan(0);
    for (const { side, leader } of placed) expect(leader[2].x).toBe(side === 'left' ? 600 : 640);
  });

  it('leave out the least important ones where there is no room', () => {
    const many = Array.from({ length: 8 }, (_, index) => request(`r${index}`, 1000, 100 * index));
    const placed = placeCallouts(many, { ...area, bottom: 400 });
    expect(placed.map(({ id }) => id).sort()).toEqual(['r0', 'r1', 'r2']);
  });

  it('never overlap and never leave the stage', () => {
    const anchor = fc.tuple(fc.integer({ min: 300, max: 900 }), fc.integer({ min: 40, max: 800 }));
    fc.assert(
      fc.property(fc.array(anchor, { minLength: 1, maxLength: 6 }), (anchors) => {
        const requests = anchors.map(([x, y], index) => request(`r${index}`, x, y));
        const placed = placeCallouts(requests, area);
        for (const a of placed) {
          expect(a.top).toBeGreaterThanOrEqual(area.top.left - 1e-6);
          expect(a.top + 100).toBeLessThanOrEqual(area.bottom + 1e-6);
          for (const b of placed) {
            if (a !== b && a.side === b.side)
              expect(Math.abs(a.top - b.top)).toBeGreaterThanOrEqual(100 + area.gap * 0.5 - 1e-6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Sizes as the stage takes them from a panel. */
function panelOf(width: number, height: number, inches: number, across: number, down: number) {
  const { mm, scale } = measurePanel(width, height, inches);
  const unit = mm * scale;
  const stage = { width: width * across, height: height * down };
  const columns: CalloutArea = {
    left: 10 * unit,
    right: stage.width - 10 * unit,
    middle: stage.width / 2,
    top: { left: 12 * unit, right: 12 * unit },
    bottom: stage.height - 64 * unit,
    gap: 4 * unit,
  };
  return { unit, stage, columns };
}

const PANELS = [
  ['21.5″ lying', 1920, 1080, 21.5, 0.6555, 1],
  ['21.5″ upright', 1080, 1920, 21.5, 1, 0.6],
  ['32″ upright', 1080, 1920, 32, 1, 0.6],
  ['15.6″ lying', 1920, 1080, 15.6, 0.5, 1],
] as const;

it('names never cross, overlap or leave the stage, wherever the parts lie and however long the names are', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const callout = fc.record({ x: share, y: share, long: share, lines: fc.integer({ min: 1, max: 3 }) });
  const pin = fc.constantFrom(undefined, 'left', 'right');
  fc.assert(
    fc.property(
      fc.constantFrom(...PANELS),
      fc.array(callout, { minLength: 1, maxLength: 5 }),
      pin,
      (panel, wanted, side) => {
        const [, width, height, inches, across, down] = panel;
        const { unit, stage, columns } = panelOf(width, height, inches, across, down);
        const requests = wanted.map(({ x, y, long, lines }, index): CalloutRequest => {
          const line = (7 + 9 * lines) * unit;
          return {
            id: `r${index}`,
            anchor: { x: x * stage.width, y: y * stage.height },
            width: (20 + long * (stage.width / unit) * 0.3) * unit,
            height: line + 11 * unit,
            line,
            rise: 16 * unit,
            pin: index === 0 && side ? { side, y: 60 * unit } : undefined,
          };
        });
        const placed = placeCallouts(requests, columns);
        expect(faults(placed, requests, columns)).toBe(0);
        if (!side) expect(placed.map(({ id }) => id)).toContain('r0');
        for (const { id, side: own, top, leader } of placed) {
          const { width, height } = requests.find((request) => request.id === id)!;
          expect(top).toBeGreaterThanOrEqual(columns.top[own] - 0.01);
          expect(top + height).toBeLessThanOrEqual(columns.bottom + 0.5);
          expect(Math.abs(leader[0].x - leader[1].x)).toBeCloseTo(width, 3);
          expect(leader[0].x).toBeGreaterThanOrEqual(columns.left - 0.01);
          expect(leader[0].x).toBeLessThanOrEqual(columns.right + 0.01);
          for (const other of placed) {
            if (other.id >= id || other.side !== own) continue;
            const below = requests.find((request) => request.id === other.id)!;
            const apart = Math.max(other.top - (top + height), top - (other.top + below.height));
            expect(apart).toBeGreaterThanOrEqual(columns.gap * 0.5 - 0.51);
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
}, 60_000);

const { library: made } = makeLibrary([await readLayer(root, '')]);
if (!made) throw new Error('The shipped content cannot be used.');
const library = made;
const names = ['en', 'es'].map((tag) => library.words(tag, 'diagrams')!.words as DiagramsWords);

/** Width of a part's name in the language in which it is longest, mm: letters are 0.55 em wide on average. */
const widthOf = (diagram: string, part: string): number =>
  Math.max(...names.map((of) => of[diagram]!.parts[sideOf(part).base]!.name.length)) * 0.55 * 7.25;

/** Where the parts of a step lie, px of the picture, as the engine reckons them. */
function anchorsOf(step: Step): Record<string, [number, number]> {
  const diagram = library.diagrams.get(step.diagram)!;
  const [width, height] = diagram.size;
  const { model } = drawnOf(diagram.id);
  const { numbers, eye } = lookOf(
    { diagram, pose: step.pose, view: step.camera, hidden: diagram.hidden },
    numbersOf(diagram, step.pose),
    model.windows,
  );
  const camera = viewProjection(eye, width / height);
  const joints = poseJoints(model, numbers.parameters);
  const weights = formWeights(model, numbers.parameters);
  return Object.fromEntries(
    step.show.map((part) => {
      const point = posedLabel(model, joints, weights, part);
      if (!point) throw new Error(`${step.diagram}: ${part} has no place`);
      const [x, y] = project(camera, point);
      return [part, [x * width, y * height]];
    }),
  );
}

describe.each([...library.tours.values()])('the callouts of the tour $id', ({ steps }) => {
  it.each(PANELS.slice(0, 3))('all stand, and none cross, on a panel of %s', (_, ...of) => {
    const { unit, stage, columns } = panelOf(...of);
    for (const step of steps) {
      const anchors = anchorsOf(step);
      const { size } = library.diagrams.get(step.diagram)!;
      const requests = step.show.map((part) => ({
        id: part,
        anchor: onStage(lay(stage, size, { foot: 64 * unit }), anchors[part]!),
        width: Math.min(widthOf(step.diagram, part) * unit, stage.width * 0.32),
        height: 27 * unit,
        line: 16 * unit,
        rise: 16 * unit,
      }));
      const placed = placeCallouts(requests, columns);
      expect(placed.map(({ id }) => id).sort(), `${step.id}: all of ${step.show.join(', ')}`).toEqual(
        [...step.show].sort(),
      );
    }
  });
});
