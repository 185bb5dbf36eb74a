import { describe, expect, it } from 'vitest';
import type { Model } from '../../../../src-renderer/diagram/model/model.ts';
import {
  atRest,
  formWeights,
  isAtRest,
  posedDirection,
  posedLabel,
  posedPoint,
  posedVertices,
  poseJoints,
} from '../../../../src-renderer/diagram/model/rig.ts';
import { CHAIN, modelOf, numbers, PARTS, SLING } from './shapes.ts';

const joined = (joints: Parameters<typeof modelOf>[0]['joints'], forms = {}): Model =>
  modelOf({ joints: joints ?? {}, forms });

const near = (a: readonly number[], b: readonly number[]): void =>
  a.forEach((value, k) => expect(value).toBeCloseTo(b[k]!, 9));

describe('a joint', () => {
  // The neck of the drawings: from the foot of the neck to the skull, with what these poses made of a point before.
  const neck = joined({
    neck: {
      foot: [0, 17, -2.6],
      head: [0, 3.4, -0.5],
      turns: {
        turn: { axis: 'y', degrees: -1 },
        tilt: { axis: 'z', degrees: -1 },
        bend: { axis: 'x', degrees: -1 },
      },
    },
  });

  it('leaves everything where it is at rest', () => {
    const joints = poseJoints(neck, {});
    near(posedPoint(joints, [1, -5, 3], 0.6, 0), [1, -5, 3]);
  });

  it('has left its place once it is turned or moved', () => {
    const hand = joined({ hand: { foot: [0, 0, 0], head: [0, 0, 0], moves: { touch: [1, 0, 0] } } });
    const still = { parameters: { bend: 0, light: 1 }, activation: { muscle: 1 } };
    expect([isAtRest(neck, still), isAtRest(hand, still)]).toEqual([true, true]);
    expect(isAtRest(neck, { parameters: { bend: 1 }, activation: {} })).toBe(false);
    expect(isAtRest(hand, { parameters: { touch: 0.5 }, activation: {} })).toBe(false);
  });

  it('goes back at rest, while the form of the body stays', () => {
    const child = joined({}, { child: { parameter: 'childhood', from: 0, at: 1 } });
    const moved = { parameters: { childhood: 0.4, turn: 20 }, activation: { muscle: 1 } };
    expect(atRest(child, moved)).toEqual({ parameters: { childhood: 0.4 }, activation: {} });
  });

  it('does not move what has no weight, nor what hangs on none', () => {
    const joints = poseJoints(neck, { turn: 25, tilt: 10, bend: -20 });
    near(posedPoint(joints, [1, -5, 3], 0, 0), [1, -5, 3]);
    near(posedPoint(joints, [1, -5, 3], 1, -1), [1, -5, 3]);
  });

  it('turns a point about the axis of the chain by its share', () => {
    const upright = joined({
      neck: { foot: [0, 10, 0], head: [0, 0, 0], turns: { turn: { axis: 'y', degrees: 1 } } },
    });
    const joints = poseJoints(upright, { turn: 90 });
    // a quarter turn to the patient's left
    near(posedPoint(joints, [0, 2, 5], 1, 0), [5, 2, 0]);
    const half = Math.SQRT1_2 * 5;
    near(posedPoint(joints, [0, -5, 5], 0.5, 0), [half, -5, half]);
    near(posedDirection(joints, [0, 0, 1], 1, 0), [1, 0, 0]);
  });

  it('turns about a direction, too, anticlockwise as seen from where it points to', () => {
    // of the data, whose y grows downwards: to the patient's left, and up
    const hinge = joined({
      finger: { foot: [0, 0, 0], head: [0, 0, 0], turns: { curl: { axis: [2, -2, 0], degrees: 1 } } },
    });
    const joints = poseJoints(hinge, { curl: 90 });
    near(posedPoint(joints, [1, 1, 0], 1, 0), [1, 1, 0]);
    near(posedDirection(joints, [0, 0, 1], 1, 0), [Math.SQRT1_2, -Math.SQRT1_2, 0]);
  });

  it('bends the chain itself by half of what it turns its end', () => {
    const joints = poseJoints(neck, { tilt: 20 });
    const [x, y] = posedPoint(joints, [0, -3.4, -0.5], 1, 0);
    const angle = (-10 * Math.PI) / 180;
    near([x, y], [-13.6 * Math.sin(angle), -17 + 13.6 * Math.cos(angle)]);
  });

  it('multiplies its turns in the order in which they are listed', () => {
    const joints = poseJoints(neck, { turn: 25, tilt: 12, bend: -18 });
    // one after the other, the last listed first
    const single = (pose: Record<string, number>): ReturnType<typeof poseJoints> => poseJoints(neck, pose);
    const bent = posedDirection(single({ bend: -18 }), [0.2, 0.4, 0.6], 1, 0);
    const tilted = posedDirection(single({ tilt: 12 }), bent, 1, 0);
    near(posedDirection(joints, [0.2, 0.4, 0.6], 1, 0), posedDirection(single({ turn: 25 }), tilted, 1, 0));
  });

  it('follows its parent wholly, and is moved by its own parameters', () => {
    const arm = joined({
      hand: {
        parent: 'arm',
        foot: [0, 0, 10],
        head: [0, 0, 10],
        moves: { reach: [0, -2, 0] },
      },
      arm: { foot: [0, 0, 0], head: [0, 0, 0], turns: { swing: { axis: 'y', degrees: 90 } } },
    });
    expect(arm.joints.map(({ id, parent }) => [id, parent])).toEqual([
      ['arm', -1],
      ['hand', 0],
    ]);
    const joints = poseJoints(arm, { swing: 1, reach: 0.5 });
    // lifted by half of 2 cm (y is down in the data), then swung to the patient's left
    near(posedPoint(joints, [0, 0, 12], 1, 1), [12, 1, 0]);
    // of no weight in the hand: with the arm
    near(posedPoint(joints, [0, 0, 12], 0, 1), [12, 0, 0]);
  });
});

describe('a form', () => {
  const model = joined(
    {},
    {
      shut: { parameter: 'closure', from: 0, at: 0.55, to: 1 },
      tight: { parameter: 'closure', from: 0.55, at: 1 },
    },
  );

  it.each([
    [-1, [0, 0]],
    [0, [0, 0]],
    [0.275, [0.5, 0]],
    [0.55, [1, 0]],
    [0.775, [0.5, 0.5]],
    [1, [0, 1]],
    [2, [0, 1]],
  ])('at %f of its parameter', (closure, weights) => {
    near(formWeights(model, { closure }), weights);
  });
});

describe('what hangs on a joint', () => {
  const model = modelOf({ joints: CHAIN, shapes: [SLING] }, PARTS);

  it('the callout of a muscle goes with the muscle', () => {
    const joints = poseJoints(model, { turn: 90 });
    const label = posedLabel(model, joints, [], 'sling.left')!;
    const [x, , z] = posedLabel(model, poseJoints(model, {}), [], 'sling.left')!;
    expect(label[2]).toBeLessThan(z - 1);
    expect(Math.hypot(label[0], label[2])).toBeCloseTo(Math.hypot(x, z), 6);
    expect(posedLabel(model, joints, [], 'nothing')).toBeUndefined();
  });

  it('a working muscle swells outwards, the other side does not', () => {
    const rest = posedVertices(model, 0, numbers());
    const working = posedVertices(model, 0, numbers({}, { 'sling.left': 1 }));
    const { marks, uvs } = model.batches[0]!;
    let [most, other] = [0, 0];
    for (let v = 0; v < rest.length / 3; v++) {
      const way = Math.hypot(...[0, 1, 2].map((m) => working[v * 3 + m]! - rest[v * 3 + m]!));
      if (marks[v * 4] === 1) expect(way).toBeCloseTo(uvs[v * 4 + 3]!, 4);
      if (marks[v * 4] === 1) most = Math.max(most, way);
      else other = Math.max(other, way);
    }
    expect(most).toBeGreaterThan(0.4);
    expect(other).toBe(0);
  });
});
