/** What has to be true of the jaw as it is drawn, besides the sides of its parts and what moves it. */
import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../src-renderer/diagram/model/poses.ts';
import { posedVertices } from '../../../src-renderer/diagram/model/rig.ts';
import { drawnOf } from './drawn.ts';

type Point = readonly [number, number, number];

const { diagram, model } = drawnOf('jaw');

/** All vertices of a part, cm, y up. */
function pointsOf(part: string, pose = 'rest'): Point[] {
  const number = model.parts.indexOf(part) + 1;
  return model.batches.flatMap((batch, index) => {
    const all = posedVertices(model, index, numbersOf(diagram, pose));
    return Array.from({ length: batch.marks.length / 4 }, (_, vertex) => vertex)
      .filter((vertex) => batch.marks[vertex * 4] === number)
      .map((vertex): Point => [all[vertex * 3]!, all[vertex * 3 + 1]!, all[vertex * 3 + 2]!]);
  });
}

const highest = (points: readonly Point[]): Point =>
  points.reduce((top, point) => (point[1] > top[1] ? point : top));

describe('the jaw bone', () => {
  const branch = pointsOf('coronoid.left');
  const tip = highest(branch);

  it('has its front branch before the joint, and a notch between them', () => {
    const joint = highest(pointsOf('jaw-joint.left'));
    expect(tip[2]).toBeGreaterThan(joint[2] + 1);
    const between = [...branch, ...pointsOf('jaw-bone.left')].filter(([, , z]) => z > 2.1 && z < 2.4);
    expect(highest(between)[1]).toBeLessThan(tip[1] - 0.8);
  });

  it.each(['rest', 'open', 'clench'])('has the temporalis at the tip of that branch (%s)', (pose) => {
    const at = highest(pointsOf('coronoid.left', pose));
    const gaps = pointsOf('temporalis.left', pose).map((point) =>
      Math.hypot(...point.map((one, i) => one - at[i]!)),
    );
    expect(Math.min(...gaps)).toBeLessThan(0.5);
  });
});
