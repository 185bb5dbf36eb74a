import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../src-main/contract/api.ts';
import { lookBetween, lookOf, numbersNow, type Aim } from '../../../src-renderer/diagram/scene.ts';

const view = (orbit: number, more = {}) => ({
  ...{ orbit, elevation: 0, centre: [0, 0, 0], height: 40, without: [] },
  ...more,
});
const diagram = {
  id: 'neck',
  layers: ['skin', 'muscle'],
  hidden: ['skin'],
  ghost: 0.5,
  parameters: { turn: {} },
  poses: {
    rest: { parameters: {}, activation: {}, working: [] },
    turned: { parameters: { turn: 40 }, activation: { a: 1 }, working: ['a'] },
  },
  views: { front: view(170, { window: 'plate' }), back: view(-170, { without: ['a'] }) },
  motions: {},
} as unknown as Diagram;
const aim = (more: Partial<Aim> = {}): Aim => ({
  ...{ diagram, pose: 'rest', view: 'front', hidden: diagram.hidden },
  ...more,
});
const look = (more: Partial<Aim> = {}) =>
  lookOf(aim(more), numbersNow(aim(more), undefined), ['plate', 'opened']);

describe('how the stage looks', () => {
  it('is the view’s eye, its opening, and what it takes away', () => {
    expect(look()).toMatchObject({ windows: [1, 0], without: [], eye: { orbit: 170 }, ghost: 0.5 });
    expect(look({ view: 'back' })).toMatchObject({ windows: [0, 0], without: ['a'] });
    const eye = { orbit: 3, elevation: 4, centre: [0, 0, 0], height: 9 } as const;
    expect(look({ eye, selected: 'a' })).toMatchObject({ eye, selected: 'a' });
  });

  it('has no opening in a skin that is put on', () => {
    expect(look({ hidden: [] }).windows).toEqual([0, 0]);
  });

  it('goes from one to the other in one piece, round the shorter way', () => {
    const [from, to] = [look(), look({ pose: 'turned', view: 'back' })];
    const half = lookBetween(from, to, 0.5);
    expect(half.numbers).toEqual({ parameters: { turn: 20 }, activation: { a: 0.5 } });
    expect(Math.abs(half.eye.orbit)).toBeCloseTo(180);
    expect(half.windows).toEqual([0.5, 0]);
    expect([lookBetween(from, to, 0.4).without, half.without]).toEqual([[], ['a']]);
    expect(lookBetween(from, to, 0).numbers.parameters).toEqual({ turn: 0 });
    expect(lookBetween(from, to, 1)).toBe(to);
  });
});
