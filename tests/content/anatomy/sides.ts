import { describe, expect, it } from 'vitest';
import { project, viewProjection } from '../../../src-renderer/diagram/model/camera.ts';
import type { Numbers } from '../../../src-renderer/diagram/model/model.ts';
import { numbersOf } from '../../../src-renderer/diagram/model/poses.ts';
import { formWeights, poseJoints, posedLabel } from '../../../src-renderer/diagram/model/rig.ts';
import { allDrawn, type Drawn } from './drawn.ts';

const twinOf = (part: string): string =>
  part.endsWith('.left') ? part.replace(/\.left$/, '.right') : part.replace(/\.right$/, '.left');

/** Where a part's callout would like to sit in a pose: x to the patient's left, cm. */
const placeOf = (
  { model }: Drawn,
  { parameters }: Numbers,
  part: string,
): readonly [number, number, number] =>
  posedLabel(model, poseJoints(model, parameters), formWeights(model, parameters), part)!;

describe.each(allDrawn())('$diagram.id', (one) => {
  const { diagram, model } = one;
  const rest = Object.keys(diagram.poses)[0]!;
  const pairs = Object.keys(model.labels).filter((part) => part.endsWith('.left'));

  /** A picture of several people, of things, or of a limb alone has no pairs. */
  const sides = Object.values(diagram.views).map(({ side }) => side);
  const isPaired = sides.includes(undefined) && !sides.includes('none');

  it('has both of every pair', () => {
    expect(pairs.length > 0).toBe(isPaired);
    expect(
      Object.keys(diagram.parts).filter((part) => part !== twinOf(part) && !diagram.parts[twinOf(part)]),
    ).toEqual([]);
  });

  it.each(pairs)('%s lies on the patient’s left, its twin on the right, at the same place', (part) => {
    const numbers = numbersOf(diagram, rest);
    const [x, y, z] = placeOf(one, numbers, part);
    const [ox, oy, oz] = placeOf(one, numbers, twinOf(part));
    expect(x).toBeGreaterThan(0);
    expect(ox).toBeCloseTo(-x, 3);
    expect([oy, oz]).toEqual([expect.closeTo(y, 3), expect.closeTo(z, 3)]);
  });

  it('shows the patient’s left on the viewer’s right from the front, on the left from behind', () => {
    const numbers = numbersOf(diagram, rest);
    for (const view of Object.values(diagram.views)) {
      const turned = Math.cos((view.orbit * Math.PI) / 180);
      if (Math.abs(turned) < 0.2) continue;
      const camera = viewProjection(view, diagram.size[0] / diagram.size[1]);
      for (const part of pairs) {
        const own = project(camera, placeOf(one, numbers, part));
        const other = project(camera, placeOf(one, numbers, twinOf(part)));
        expect(Math.sign(own[0] - other[0])).toBe(Math.sign(turned));
      }
    }
  });

  it('mirrors a pose with all that works in it', () => {
    for (const [name, pose] of Object.entries(diagram.poses)) {
      const twin = name.endsWith('-right') && diagram.poses[name.replace(/-right$/, '-left')];
      if (!twin) continue;
      expect(Object.keys(twin.activation).sort()).toEqual(Object.keys(pose.activation).map(twinOf).sort());
      const left = numbersOf(diagram, name.replace(/-right$/, '-left'));
      for (const part of pairs) {
        const own = placeOf(one, numbersOf(diagram, name), part);
        const mirrored = placeOf(one, left, twinOf(part));
        expect(mirrored[0]).toBeCloseTo(-own[0], 3);
        expect(mirrored[1]).toBeCloseTo(own[1], 3);
      }
    }
  });
});
