import { describe, expect, it } from 'vitest';
import type { Numbers } from '../../../src-renderer/diagram/model/model.ts';
import { numbersOf } from '../../../src-renderer/diagram/model/poses.ts';
import { posedVertices } from '../../../src-renderer/diagram/model/rig.ts';
import { drawnOf } from './drawn.ts';

type Point = readonly [number, number, number];

/** Ten carriers stand for a hundred: 30 to 40 of them become ill (C8). */
const SHARE = [0.3, 0.4] as const;
/** The parts that are lit, one person each; all others are one part. */
const LIT = ['first', 'second', 'third', 'fourth'] as const;
const CARRIERS = 10;

const chance = drawnOf('chance');

const carriers = (pose: string): number[] => {
  const { activation } = numbersOf(chance.diagram, pose);
  return [...LIT, 'others'].map((part) => activation[part] ?? 0);
};

/** The middle of each shape of a part that is drawn in a material, cm, y up. */
function middles(part: string, material: string, numbers: Numbers): Point[] {
  const number = chance.model.parts.indexOf(part) + 1;
  const sums = new Map<string, { sum: [number, number, number]; count: number }>();
  chance.model.batches.forEach((batch, index) => {
    if (batch.material !== material) return;
    const points = posedVertices(chance.model, index, numbers);
    for (let v = 0; v < batch.marks.length / 4; v++) {
      if (batch.marks[v * 4] !== number) continue;
      const key = `${index}:${material === 'skin' ? '' : batch.surface[v * 4]}`;
      const middle = sums.get(key) ?? { sum: [0, 0, 0], count: 0 };
      sums.set(key, middle);
      middle.count += 1;
      for (const axis of [0, 1, 2] as const) middle.sum[axis] += points[v * 3 + axis]!;
    }
  });
  return [...sums.values()].map(({ sum, count }) => [sum[0] / count, sum[1] / count, sum[2] / count]);
}

describe('carriers (C8)', () => {
  it('are all calm at rest', () => {
    expect(carriers('rest')).toEqual([...LIT, 'others'].map(() => 0));
  });

  it('are lit as often as they become ill', () => {
    const lit = carriers('three-to-four-in-ten');
    expect(lit.filter((work) => work === 1)).toHaveLength(CARRIERS * SHARE[0]);
    expect(lit.filter((work) => work > 0)).toHaveLength(CARRIERS * SHARE[1]);
  });

  it('are lit one by one', () => {
    const counts = chance.diagram.motions['light']!.poses.map(
      (pose) => carriers(pose).filter((work) => work > 0).length,
    );
    expect(counts).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('a changed copy of a gene (C8)', () => {
  const from = numbersOf(chance.diagram, 'parents');
  const to = numbersOf(chance.diagram, 'inherit');
  const parent = middles('parent-1', 'skin', to)[0]!;
  const other = middles('parent-2', 'skin', to)[0]!;
  const child = middles('child', 'skin', to)[0]!;
  const nearest = ([x]: Point): Point =>
    [parent, other, child].toSorted((a, b) => Math.abs(a[0] - x) - Math.abs(b[0] - x))[0]!;

  it('is one parent’s alone to begin with', () => {
    const strands = middles('changed-copy', 'nerve', from);
    expect(strands.length).toBeGreaterThan(0);
    expect(strands.map(nearest)).toEqual(strands.map(() => parent));
  });

  it('is passed on to the child, and the parent keeps it', () => {
    const strands = middles('changed-copy', 'nerve', to);
    expect(new Set(strands.map(nearest))).toEqual(new Set([parent, child]));
  });
});
