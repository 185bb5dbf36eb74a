import { describe, expect, it } from 'vitest';
import type { Diagram, Tour } from '../../../src-main/contract/api.ts';
import { usesOf } from '../../../src-main/content/uses.ts';
import { libraryOf } from '../../fixtures/content.ts';

const part = (term?: string) => ({ layer: 'muscle' as const, ...(term !== undefined && { term }) });
const view = { orbit: 0, elevation: 0, centre: [0, 0, 0] as const, height: 40, without: [] };
const still = (part: string, seen: 'seen' | 'hidden') => ({
  src: 's',
  anchors: { [part]: [1, 1, seen] as const },
});

const diagram = {
  id: 'neck',
  parts: { 'a.left': part('a'), 'a.right': part('a'), b: part('b'), c: part() },
  poses: { rest: { working: [] }, turned: { working: ['b'] } },
  views: { front: view, back: view },
  pictures: {
    'rest@front': still('b', 'hidden'),
    'rest@back': still('b', 'seen'),
    'turned@back': still('a.right', 'seen'),
    'turned@front': still('b', 'seen'),
  },
} as unknown as Diagram;

const step = (pose: string, camera: string, show: string[], terms: string[]) => ({
  ...{ id: `${pose}-${camera}`, diagram: 'neck', pose, camera, show, terms },
});
const tour = (id: string, ...steps: object[]): Tour => ({ id, steps }) as unknown as Tour;
const diagrams = new Map([['neck', diagram]]);

describe('where a term is met', () => {
  it('is the first step of each tour that explains it, in the order of lists', () => {
    const tours = [
      tour(
        'one',
        step('rest', 'front', [], []),
        step('rest', 'front', [], ['x']),
        step('rest', 'front', [], ['x']),
      ),
      tour('two', step('rest', 'front', [], ['x'])),
    ];
    expect(usesOf(tours, diagrams)['x']?.steps).toEqual([
      { tour: 'one', step: 1 },
      { tour: 'two', step: 0 },
    ]);
  });

  it('is the first step that shows its part where none explains it', () => {
    const tours = [tour('one', step('rest', 'front', ['c', 'b'], []))];
    expect(usesOf(tours, diagrams)['b']?.steps).toEqual([{ tour: 'one', step: 0 }]);
  });

  it('is a picture in which its part is seen, at rest rather than not', () => {
    const tours = [tour('one', step('turned', 'back', ['a.right'], ['a']))];
    const uses = usesOf(tours, diagrams);
    expect(uses['a']?.picture).toEqual({ diagram: 'neck', part: 'a.right', pose: 'turned', view: 'back' });
    expect(uses['b']?.picture).toEqual({ diagram: 'neck', part: 'b', pose: 'rest', view: 'back' });
  });

  it('is rather one in which its part works', () => {
    const tours = [tour('one', step('rest', 'back', ['b'], []), step('turned', 'front', ['b'], []))];
    expect(usesOf(tours, diagrams)['b']?.picture).toEqual({
      ...{ diagram: 'neck', part: 'b' },
      ...{ pose: 'turned', view: 'front' },
    });
  });

  it('is the picture of the first step that explains it where it is of no part', () => {
    const tours = [tour('one', step('rest', 'front', [], []), step('turned', 'back', [], ['x']))];
    expect(usesOf(tours, diagrams)['x']?.picture).toEqual({ diagram: 'neck', pose: 'turned', view: 'back' });
  });

  it('is nowhere for a term that no tour and no part names', () => {
    expect(usesOf([], diagrams)['x']).toBeUndefined();
    expect(usesOf([], new Map())).toEqual({});
  });

  it('is part of the library', async () => {
    const { library } = await libraryOf({});
    expect(library?.uses['tremor']?.steps).toEqual([{ tour: 'neck', step: 0 }]);
  });
});
