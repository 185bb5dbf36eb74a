import { seededRandom } from '../../../src-renderer/diagram/model/maths.ts';
import { describe, expect, it } from 'vitest';
import { project, viewProjection } from '../../../src-renderer/diagram/model/camera.ts';
import type { Numbers } from '../../../src-renderer/diagram/model/model.ts';
import { posedVertices } from '../../../src-renderer/diagram/model/rig.ts';
import { allDrawn, type Drawn } from './drawn.ts';

/** Poses tried of each diagram. */
const POSES = process.env['TONOS_TEST_FULL'] === '1' ? 10_000 : 2_000;

/** Of every pose one batch in turn is looked at, and of it every so manieth vertex, so that all is looked at many times. */
const STRIDE = 101;

const SEED = 20261123;

function anyNumbers({ diagram }: Drawn, random: () => number): Numbers {
  const parameters = Object.entries(diagram.parameters).map(([name, { least, most }]): [string, number] => {
    const pick = random();
    // The ends are where things break.
    return [name, pick < 0.15 ? least : pick > 0.85 ? most : least + random() * (most - least)];
  });
  const activation = Object.keys(diagram.parts).map((part): [string, number] => [
    part,
    random() < 0.5 ? 0 : random(),
  ]);
  return { parameters: Object.fromEntries(parameters), activation: Object.fromEntries(activation) };
}

describe.each(allDrawn())('$diagram.id', (one) => {
  const { diagram, model } = one;
  const aspect = diagram.size[0] / diagram.size[1];
  const cameras = Object.values(diagram.views).map((view) => viewProjection(view, aspect));
  /** Where the picture fades away it may be left: at the head, at the foot, and at the sides below the foot's beginning. */
  const foot = model.fade.foot?.[0] ?? 1;
  const top = model.fade.top ? -Infinity : 0;
  const whole = cameras[0]!;

  it(`stays whole and within the picture in ${POSES} random poses`, () => {
    const random = seededRandom(SEED);
    const wrong: string[] = [];
    for (let count = 0; count < POSES && wrong.length === 0; count++) {
      const numbers = anyNumbers(one, random);
      const index = count % model.batches.length;
      const batch = model.batches[index]!;
      const points = posedVertices(model, index, numbers, { first: count % STRIDE, step: STRIDE });
      for (let vertex = 0; vertex < points.length / 3; vertex++) {
        const point = points.subarray(vertex * 3, vertex * 3 + 3);
        const [x, y, depth] = project(whole, [point[0]!, point[1]!, point[2]!]);
        const isNumber = [...point, x, y, depth].every(Number.isFinite);
        const isFramed = y >= top && (y > foot || (x >= 0 && x <= 1));
        // A hand that comes to touch comes from outside.
        const isInside = depth > 0 && depth < 1 && (isFramed || batch.appears !== undefined);
        if (!isNumber || !isInside) {
          wrong.push(
            `${JSON.stringify(numbers.parameters)}: a vertex of batch ${index} (${batch.material}) at ${[...point].map((value) => value.toFixed(1)).join(', ')} cm`,
          );
          break;
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
