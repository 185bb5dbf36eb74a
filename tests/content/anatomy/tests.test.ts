import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../src-renderer/diagram/model/poses.ts';
import { posedVertices } from '../../../src-renderer/diagram/model/rig.ts';
import { drawnOf } from './drawn.ts';

const tests = drawnOf('tests');

/** Heights of what is drawn of a part in a pose and lies in the picture’s left half, cm, lowest and highest. */
function heights(part: string, pose: string): [number, number] {
  const number = tests.model.parts.indexOf(part) + 1;
  const all: number[] = [];
  tests.model.batches.forEach((batch, index) => {
    const points = posedVertices(tests.model, index, numbersOf(tests.diagram, pose));
    for (let v = 0; v < batch.marks.length / 4; v++)
      if (batch.marks[v * 4] === number && points[v * 3]! < 5) all.push(points[v * 3 + 1]!);
  });
  return [Math.min(...all), Math.max(...all)];
}

describe('a look at the larynx (C3)', () => {
  it('ends with its tip above the vocal folds, which it does not touch', () => {
    expect(heights('scope', 'scope')[0]).toBeGreaterThan(heights('vocal-folds', 'scope')[1]);
  });
});
