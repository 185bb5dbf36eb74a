import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../src-main/contract/api.ts';
import { asSeen, isHidden, layersOf, partsOf, toggled, viewsOf } from '../../../src-renderer/diagram/list.ts';

const diagram = {
  poses: { rest: { parameters: {} }, look: { parameters: { scope: 1 } } },
  parts: {
    'trapezius.left': { layer: 'muscle' },
    'trapezius.right': { layer: 'muscle' },
    hyoid: { layer: 'bone' },
    windpipe: { layer: 'cartilage' },
    unnamed: { layer: 'muscle' },
    scope: { layer: 'region', appears: 'scope' },
  },
  layers: ['skin', 'muscle', 'bone', 'cartilage'],
  views: {
    oblique: { without: [] },
    back: { without: ['hyoid'] },
    front: { without: [] },
    left: { without: [] },
  },
  pictures: { 'rest@front': {}, 'rest@oblique': {}, 'turned@back': {} },
} as unknown as Diagram;
const words = {
  trapezius: { name: 'T' },
  hyoid: { name: 'H' },
  windpipe: { name: 'W' },
  scope: { name: 'S' },
};
const front = { pose: 'rest', view: 'front' };

describe('what can be chosen', () => {
  it('has a name, stands in reading order, and is not laid aside', () => {
    expect(partsOf(diagram, words, [], front)).toEqual([
      'trapezius.left',
      'trapezius.right',
      'hyoid',
      'windpipe',
    ]);
    expect(partsOf(diagram, words, ['muscle'], front)).toEqual(['hyoid', 'windpipe']);
  });

  it('belongs to the scene of the pose, and is not taken away in the view', () => {
    expect(partsOf(diagram, words, ['muscle'], { pose: 'look', view: 'front' })).toEqual([
      'hyoid',
      'windpipe',
      'scope',
    ]);
    expect(partsOf(diagram, words, ['muscle'], { pose: 'rest', view: 'back' })).toEqual(['windpipe']);
  });

  it('are the layers of the diagram, bone and cartilage as one', () => {
    const groups = layersOf(diagram);
    expect(groups.map(({ id }) => id)).toEqual(['skin', 'muscle', 'bone']);
    const bone = groups[2]!;
    const without = toggled(['skin'], bone);
    expect(without).toEqual(['skin', 'bone', 'cartilage']);
    expect([isHidden(without, bone), isHidden(['cartilage'], bone), isHidden([], bone)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(toggled(without, bone)).toEqual(['skin']);
  });

  it('are the views that have a name, and a still where nothing can be drawn', () => {
    expect(viewsOf(diagram, 'rest', false)).toEqual(['front', 'left', 'back']);
    expect(viewsOf(diagram, 'rest', true)).toEqual(['front']);
  });
});

describe('pairs of the list', () => {
  const parts = ['a.left', 'a.right', 'b', 'c.right', 'c.left', 'd.left'];

  it('begin with the side that the picture has where a line begins', () => {
    const right = ['a.right', 'a.left', 'b', 'c.right', 'c.left', 'd.left'];
    const left = ['a.left', 'a.right', 'b', 'c.left', 'c.right', 'd.left'];
    expect(asSeen(parts, 0, 'ltr')).toEqual(right);
    expect(asSeen(parts, 180, 'ltr')).toEqual(left);
    expect(asSeen(parts, 0, 'rtl')).toEqual(left);
    expect(asSeen(parts, 180, 'rtl')).toEqual(right);
  });

  it('stay as they are where the picture is seen from a side', () => {
    expect(asSeen(parts, 90, 'ltr')).toEqual(parts);
  });
});
