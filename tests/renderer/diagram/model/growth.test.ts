import { describe, expect, it } from 'vitest';
import { growthOf } from '../../../../src-renderer/diagram/model/growth.ts';
import { normalise, type Vec3 } from '../../../../src-renderer/diagram/model/maths.ts';
import {
  formWeights,
  posedLabel,
  posedVertices,
  poseJoints,
} from '../../../../src-renderer/diagram/model/rig.ts';
import { DRUM, modelOf, numbers, POST } from './shapes.ts';

/** Half as high, half as wide at the top and as wide as before at the foot. */
const grown = {
  height: [
    [-10, -5],
    [10, 5],
  ] as [number, number][],
  girth: [
    [-10, 0.5],
    [10, 1],
  ] as [number, number][],
};

const model = modelOf(
  {
    joints: {
      chain: { foot: [0, 8, 0], head: [4, -8, 0], turns: { turn: { axis: 'y', degrees: 1 } } },
    },
    forms: { small: { parameter: 'small', from: 0, at: 1, grown } },
    shapes: [DRUM, POST],
    labels: { post: [2, 6, 0] },
    shades: [{ ball: [4, -10, 0, 2] }],
  },
  { post: { layer: 'bone' } },
);

describe('a form that is grown', () => {
  it('carries everything, whatever it is made of', () => {
    model.batches.forEach(({ positions }, index) => {
      const small = posedVertices(model, index, numbers({ small: 1 }));
      for (let v = 0; v < positions.length / 4; v++) {
        const [x, y] = [positions[v * 4]!, positions[v * 4 + 1]!];
        if (Math.abs(y) > 10) continue;
        expect(small[v * 3 + 1]).toBeCloseTo(y / 2, 4);
        expect(small[v * 3]).toBeCloseTo(x * (0.75 - y / 40), 4);
      }
    });
  });

  it('takes joints, labels and shades along', () => {
    const [joint] = poseJoints(model, { small: 1 });
    expect(joint!.foot[1]).toBeCloseTo(-4, 5);
    expect(joint!.head[0]).toBeCloseTo(4 * 0.55, 5);
    const weights = formWeights(model, { small: 1 });
    const label = posedLabel(model, poseJoints(model, { small: 1 }), weights, 'post')!;
    expect(label[0]).toBeCloseTo(2 * 0.9, 5);
    expect(label[1]).toBeCloseTo(-3, 5);
    const [shade] = model.shades;
    expect(shade!.forms[0]![0]).toBeCloseTo(-2, 5);
    expect(shade!.forms[0]![3]).toBeCloseTo(-1, 5);
  });

  it('turns normals with the skin', () => {
    const growth = growthOf(grown);
    const p: Vec3 = [3, 2, 1];
    const n = normalise([1, 0.5, -0.4]);
    const moved = growth.normal(n, p);
    // two ways along the skin there, carried along, lie square to its new normal
    for (const way of [
      [0.5, -1, 0],
      [0.4, 0, 1],
    ] as const) {
      const from = growth.point(p);
      const to = growth.point([p[0] + way[0] * 1e-4, p[1] + way[1] * 1e-4, p[2] + way[2] * 1e-4]);
      const along = normalise([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);
      expect(along[0] * moved[0] + along[1] * moved[1] + along[2] * moved[2]).toBeCloseTo(0, 2);
    }
  });
});
