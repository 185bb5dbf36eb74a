import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DiagramFile, TourFile } from '../../../src-main/contract/structure.ts';
import { DiagramsWords } from '../../../src-main/contract/words.ts';
import { measurePanel } from '../../../src-renderer/comfort/panel.ts';
import {
  faults,
  placeCallouts,
  threadedCallout,
  type CalloutArea,
  type CalloutRequest,
} from '../../../src-renderer/diagram/callouts.ts';
import { lay, onStage } from '../../../src-renderer/diagram/geometry.ts';

const area: CalloutArea = { left: 40, right: 1200, top: { left: 40, right: 40 }, bottom: 800, gap: 16 };
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
    const [far, near, away, resting] = [at(900), at(480), at(200), at(900, false)];
    expect(threadedCallout([away, far], 'right', 1000)).toBe(far);
    expect(threadedCallout([away, near], 'right', 1000)).toBe(near);
    expect(threadedCallout([away, resting], 'right', 1000)).toBeUndefined();
    expect(threadedCallout([far, away], 'left', 1000)).toBe(away);
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
              expect(Math.abs(a.top - b.top)).toBeGreaterThanOrEqual(100 + area.gap - 1e-6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'));

const names = ['en', 'es'].map((tag) => DiagramsWords.parse(read(`locales/${tag}/diagrams.json`)));

/** Width of a part's name in the language in which it is longest, mm: letters are 0.55 em wide on average. */
const widthOf = (diagram: string, part: string): number =>
  Math.max(...names.map((words) => words[diagram]!.parts[part.split('.')[0]!]!.name.length)) * 0.55 * 7.25;

describe.each(['neck', 'eyelids'])('the callouts of the tour %s', (tour) => {
  const { steps } = TourFile.parse(read(`assets/tours/${tour}.json`));

  it.each([
    ['21.5″ lying', 1920, 1080, 21.5, 0.6555, 1],
    ['21.5″ upright', 1080, 1920, 21.5, 1, 0.6],
    ['32″ upright', 1080, 1920, 32, 1, 0.6],
  ] as const)('all stand, and none cross, on a panel of %s', (_, width, height, inches, across, down) => {
    const { mm, scale } = measurePanel(width, height, inches);
    const unit = mm * scale;
    const stage = { width: width * across, height: height * down };
    for (const step of steps) {
      const diagram = DiagramFile.parse(read(`assets/diagrams/${step.diagram}/diagram.json`));
      const { anchors } = diagram.pictures[`${step.pose}@${step.camera}`]!;
      const requests = step.show.map((part) => ({
        id: part,
        anchor: onStage(lay(stage, diagram.size, 64 * unit), anchors[part]!),
        width: Math.min(widthOf(step.diagram, part) * unit, stage.width * 0.32),
        height: 27 * unit,
        line: 16 * unit,
        rise: 16 * unit,
      }));
      const columns: CalloutArea = {
        left: 10 * unit,
        right: stage.width - 10 * unit,
        top: { left: 12 * unit, right: 12 * unit },
        bottom: stage.height - 64 * unit,
        gap: 4 * unit,
      };
      const placed = placeCallouts(requests, columns);
      expect(placed.length, `${step.id}: all of ${step.show.join(', ')}`).toBe(step.show.length);
      expect(faults(placed, requests, columns), `${step.id}: crossings`).toBe(0);
    }
  });
});
