/** What the pictures of the voice box have to agree with, besides which muscle does what. World: cm, y up. */
import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../src-renderer/diagram/model/poses.ts';
import { posedVertices } from '../../../src-renderer/diagram/model/rig.ts';
import { drawnOf, type Drawn } from './drawn.ts';

type Point = readonly [number, number, number];

/** Every vertex of a part in a pose. */
function pointsOf({ diagram, model }: Drawn, part: string, pose: string): Point[] {
  const number = model.parts.indexOf(part) + 1;
  const numbers = numbersOf(diagram, pose);
  return model.batches.flatMap(({ marks }, index) => {
    const points = posedVertices(model, index, numbers);
    return Array.from({ length: marks.length / 4 }, (_, v) => v)
      .filter((v) => marks[v * 4] === number)
      .map((v): Point => [points[v * 3]!, points[v * 3 + 1]!, points[v * 3 + 2]!]);
  });
}

const middle = (points: readonly Point[], axis: 0 | 1 | 2): number =>
  points.reduce((sum, point) => sum + point[axis], 0) / points.length;

const least = (points: readonly Point[], axis: 0 | 1 | 2): number => Math.min(...points.map((p) => p[axis]));
const most = (points: readonly Point[], axis: 0 | 1 | 2): number => Math.max(...points.map((p) => p[axis]));

/** How wide the airway stands open between the folds in the middle of their length, cm as drawn. */
function gap(pose: string): number {
  const drawn = drawnOf('voice-above');
  const [left, right] = ['vocal-fold.left', 'vocal-fold.right'].map((part) => pointsOf(drawn, part, pose));
  const [front, back] = [most(left!, 2), least(left!, 2)];
  const within = ([, , z]: Point): boolean => Math.abs(z - (front + back) / 2) < (front - back) / 8;
  return least(left!.filter(within), 0) - most(right!.filter(within), 0);
}

describe('voice-above (C3)', () => {
  it('opens the folds for a breath, and wider still when they fly open', () => {
    expect(gap('rest')).toBeGreaterThan(1);
    expect(gap('abductor')).toBeGreaterThan(gap('rest') * 1.5);
  });

  it('closes the folds to speak, harder when they clamp shut, and lets them meet gently after a shot', () => {
    expect(gap('speak')).toBeLessThan(0.2);
    expect(gap('speak')).toBeGreaterThan(0);
    expect(gap('adductor')).toBeLessThan(gap('speak'));
    expect(gap('eased')).toBeCloseTo(gap('speak'), 3);
  });

  it('has the epiglottis in front of the folds and above them, the opening muscle behind', () => {
    const drawn = drawnOf('voice-above');
    const [fold, epiglottis, opener] = ['vocal-fold.left', 'epiglottis', 'posterior-cricoarytenoid.left'].map(
      (part) => pointsOf(drawn, part, 'rest'),
    );
    expect(middle(epiglottis!, 2)).toBeGreaterThan(most(fold!, 2));
    expect(middle(epiglottis!, 1)).toBeGreaterThan(most(fold!, 1));
    expect(most(opener!, 2)).toBeLessThan(least(fold!, 2));
  });
});

describe('voice-side', () => {
  const drawn = drawnOf('voice-side');
  const of = (part: string): Point[] => pointsOf(drawn, part, 'rest');

  it('has the folds within the voice box, below the epiglottis and the hyoid, above the windpipe', () => {
    const [fold, box] = [of('vocal-fold.left'), of('voice-box')];
    for (const axis of [1, 2] as const) {
      expect(least(fold, axis)).toBeGreaterThan(least(box, axis));
      expect(most(fold, axis)).toBeLessThan(most(box, axis));
    }
    expect(middle(of('epiglottis'), 1)).toBeGreaterThan(most(fold, 1));
    expect(middle(of('hyoid'), 1)).toBeGreaterThan(most(fold, 1));
    expect(most(of('windpipe'), 1)).toBeLessThan(least(fold, 1));
  });

  it('has from front to back the windpipe, the food pipe, the spine', () => {
    const low = (part: string): Point[] => of(part).filter(([, y]) => y < -19 && y > -22);
    expect(middle(low('windpipe'), 2)).toBeGreaterThan(most(low('food-pipe'), 2));
    expect(middle(low('food-pipe'), 2)).toBeGreaterThan(middle(low('cervical-spine'), 2));
  });

  it('leads the breath from the windpipe past the folds and out before the face', () => {
    const breath = of('breath');
    const fold = of('vocal-fold.left');
    expect(least(breath, 1)).toBeLessThan(-20);
    expect(most(breath, 2)).toBeGreaterThan(10.5);
    const passing = breath.filter(([, y]) => y < most(fold, 1) && y > least(fold, 1));
    expect(passing.length).toBeGreaterThan(0);
    expect(least(passing, 2)).toBeGreaterThan(least(fold, 2));
    expect(most(passing, 2)).toBeLessThan(most(fold, 2));
  });
});
