import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mirroredPart, mirroredPose } from '../../../src-main/contract/mirror.ts';

const known = {
  turn: { sided: true },
  bend: { sided: false },
  'raise-left': {},
  'raise-right': {},
  'lone-left': {},
};
const numbers = fc.record({
  parameters: fc.dictionary(fc.constantFrom(...Object.keys(known)), fc.integer({ min: -40, max: 40 })),
  activation: fc.dictionary(
    fc.constantFrom('a.left', 'a.right', 'b'),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
});

describe('the other side of a pose', () => {
  it('has the other parts at work, and the opposite of what is sided', () => {
    expect(
      mirroredPose({ parameters: { turn: 20, bend: 3 }, activation: { 'a.left': 1, b: 0.5 } }, known),
    ).toEqual({
      parameters: { turn: -20, bend: 3 },
      activation: { 'a.right': 1, b: 0.5 },
    });
  });

  it('gives the number of one limb to the other, where there are two', () => {
    const { parameters } = mirroredPose(
      { parameters: { 'raise-left': 4, 'lone-left': 2 }, activation: {} },
      known,
    );
    expect(parameters).toEqual({ 'raise-right': 4, 'lone-left': 2 });
  });

  it('is the pose itself, taken twice', () => {
    fc.assert(
      fc.property(numbers, (pose) => {
        expect(mirroredPose(mirroredPose(pose, known), known)).toEqual(pose);
      }),
    );
    expect(['a.left', 'b', 'left.b'].map((part) => mirroredPart(mirroredPart(part)))).toEqual([
      'a.left',
      'b',
      'left.b',
    ]);
  });
});
