import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Field } from '../../../../src-renderer/diagram/model/shapes/field.ts';
import {
  distanceTo,
  limbsOf,
  type Blend,
  type Limb,
} from '../../../../src-renderer/diagram/model/shapes/limbs.ts';
import { served } from './shapes.ts';

const CELL = 0.5;

type Ball = [x: number, y: number, z: number, radius: number];

interface Authored {
  readonly path: Ball[];
  readonly flat: [number, number];
}

/** Spread evenly, as doubles are not. */
const within = (min: number, max: number) =>
  fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => tenths / 10);
const ball = fc.tuple(within(-5, 5), within(-5, 5), within(-5, 5), within(0.3, 4)) as fc.Arbitrary<Ball>;
const limb = fc.record({
  path: fc.array(ball, { minLength: 2, maxLength: 4 }),
  flat: fc.constantFrom<[number, number]>([1, 1], [1, 1], [1.4, 0.7]),
});

const limbsWith = (limbs: readonly Authored[], melt: number): Limb[] => {
  const shape = { kind: 'blend' as const, material: 'skin' as const, melt, cell: CELL, limbs: [...limbs] };
  const [blend] = served({ shapes: [shape] }).groups[0]!.shapes;
  return limbsOf(blend as Blend, CELL * 3, () => {
    throw new Error('there is no loft');
  });
};

/** Of each cell: how far the skin is, reckoned with all spans of all limbs, and what the field holds. */
function* cells(field: Field, limbs: readonly Limb[]): Generator<readonly [number, number]> {
  const [width, height, depth] = field.size;
  for (let k = 0; k < depth; k++)
    for (let j = 0; j < height; j++)
      for (let i = 0; i < width; i++) {
        const [x, y, z] = field.low.map((low, m) => low + [i, j, k][m]! * CELL) as [number, number, number];
        yield [distanceTo(limbs, x, y, z), field.values[field.index(i, j, k)]!];
      }
}

it('holds the distance of each cell near the skin', () => {
  fc.assert(
    fc.property(fc.array(limb, { minLength: 1, maxLength: 3 }), within(0, 1.5), (authored, melt) => {
      const limbs = limbsWith(authored, melt);
      let [near, worst] = [0, 0];
      for (const [distance, held] of cells(new Field(limbs, CELL), limbs)) {
        if (Math.abs(distance) > CELL * 2) continue;
        near++;
        worst = Math.max(worst, Math.abs(held - distance));
      }
      expect(near).toBeGreaterThan(20);
      expect(worst).toBeLessThan(1e-4);
    }),
    { numRuns: 20 },
  );
});

it('is the same in whatever order limbs that do not melt are taken', () => {
  fc.assert(
    fc.property(fc.array(limb, { minLength: 2, maxLength: 4 }), (authored) => {
      const limbs = limbsWith(authored, 0);
      expect(new Field(limbs.toReversed(), CELL).values).toEqual(new Field(limbs, CELL).values);
    }),
    { numRuns: 20 },
  );
});
