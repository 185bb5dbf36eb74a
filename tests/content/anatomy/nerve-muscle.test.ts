/** The ending of a nerve on a muscle: what has to lie on which side of the gap (facts D and E). */
import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../src-renderer/diagram/model/poses.ts';
import { posedVertices } from '../../../src-renderer/diagram/model/rig.ts';
import { drawnOf } from './drawn.ts';

const one = drawnOf('nerve-muscle');
const { diagram, model } = one;

/** Where all of a part lies in a pose: x, y up, z; cm. */
function pointsOf(part: string, pose: string): [number, number, number][] {
  const number = model.parts.indexOf(part) + 1;
  const numbers = numbersOf(diagram, pose);
  return model.batches.flatMap((batch, index) => {
    const points = posedVertices(model, index, numbers);
    return Array.from({ length: points.length / 3 }, (_, vertex) => vertex)
      .filter((vertex) => batch.marks[vertex * 4] === number)
      .map((vertex): [number, number, number] => [
        points[vertex * 3]!,
        points[vertex * 3 + 1]!,
        points[vertex * 3 + 2]!,
      ]);
  });
}

const heights = (part: string, pose: string): number[] => pointsOf(part, pose).map(([, y]) => y);
const highest = (part: string, pose: string): number =>
  heights(part, pose).reduce((most, y) => Math.max(most, y), -Infinity);
const lowest = (part: string, pose: string): number =>
  heights(part, pose).reduce((least, y) => Math.min(least, y), Infinity);

/** Share of the beads that has left the ending. */
function shareOut(pose: string): number {
  const floor = lowest('ending', pose);
  const beads = heights('acetylcholine', pose);
  return beads.filter((y) => y < floor).length / beads.length;
}

const works = (pose: string): readonly string[] => diagram.poses[pose]?.working ?? [];

describe('a nerve on a muscle', () => {
  it('has a gap between nerve and muscle', () => {
    expect(lowest('ending', 'rest') - highest('receivers', 'rest')).toBeGreaterThan(0.5);
  });

  it.each(['rest', 'uneven', 'waiting'])('keeps its beads inside in %s', (pose) => {
    expect(shareOut(pose)).toBe(0);
    expect(works(pose)).not.toContain('muscle');
  });

  it.each(['signal', 'back'])('lets beads cross to the receivers in %s, and the muscle works', (pose) => {
    expect(shareOut(pose)).toBeGreaterThan(0.1);
    expect(lowest('acetylcholine', pose)).toBeLessThan(highest('receivers', pose));
    expect(works(pose)).toContain('muscle');
  });

  it('lets few out where the toxin blocks, and the muscle rests (E)', () => {
    expect(shareOut('blocked')).toBeLessThan(0.05);
    expect(lowest('acetylcholine', 'blocked')).toBeGreaterThan(highest('receivers', 'blocked'));
    expect(works('blocked')).not.toContain('muscle');
  });

  it('has the toxin inside the ending, below the packets that wait at the wall', () => {
    expect(lowest('toxin', 'blocked')).toBeGreaterThan(lowest('ending', 'blocked'));
    expect(highest('toxin', 'blocked')).toBeLessThan(highest('packets', 'blocked'));
  });
});
