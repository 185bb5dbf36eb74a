/** Fills the block of a picture from what the picture depends on. */
import { viewProjection, type Camera } from '../model/camera.ts';
import type { Look, Model } from '../model/model.ts';
import { formed, formWeights, posedPoint, poseJoints, type PosedJoint } from '../model/rig.ts';
import { BLOCK_LENGTH, JOINT_ROWS, MOST, placeOf, type Field } from './block.ts';
import type { Size } from './targets.ts';

type Vec3 = readonly [number, number, number];

export interface Reckoned {
  readonly block: Float32Array;
  readonly joints: readonly PosedJoint[];
  readonly camera: Camera;
}

/** The picture of this look, as numbers for the shaders. */
export function reckon(model: Model, look: Look, size: Size): Reckoned {
  const block = new Float32Array(BLOCK_LENGTH);
  const set = (field: Field, ...values: number[]): void => block.set(values, placeOf(field));
  const camera = viewProjection(look.eye, size.width / size.height);
  const joints = poseJoints(model, look.numbers.parameters);
  block.set(camera.matrix, placeOf('uViewProjection'));
  for (let column = 0; column < 3; column++) {
    block.set(camera.view3x3.subarray(column * 3, column * 3 + 3), placeOf('uView') + column * 4);
  }
  set('uPixel', 2 / size.width, 2 / size.height, size.height / 1000, size.height / look.eye.height);
  const { light } = model;
  set('uEye', ...camera.position, light.hatch ?? 1);
  set('uSpot', ...spotFor(light.spot, look.eye.orbit), light.fall);
  const [low, high] = light.ground ?? [300, 299];
  const hardest = Math.max(0, ...Object.values(look.numbers.activation));
  set('uGround', -Math.max(low, high), -Math.min(low, high), Math.min(1, hardest), look.selected ? 1 : 0);
  const bare = look.hidden.includes('skin');
  set(
    'uTone',
    light.sinks * Math.min(1, hardest),
    look.without.length > 0 ? light.lift : 0,
    bare ? 0 : light.veil,
    bare ? 1 : light.restOpacity,
  );
  set('uWindows', look.windows[0] ?? 0, look.windows[1] ?? 0, look.windows[2] ?? 0);
  const weights = formWeights(model, look.numbers.parameters);
  model.shades.slice(0, MOST.shades).forEach(({ ball, joint, forms }, k) => {
    const [x, y, z, radius] = formed(ball, forms, weights);
    block.set([...posedPoint(joints, [x, y, z], 1, joint), radius], placeOf('uShades') + k * 4);
  });
  setJoints(block, joints);
  setParts(block, model, look);
  return { block, joints, camera };
}

/** The soft spot of light goes round with the viewer, so that the side that is looked at is lit. Data's y is down. */
function spotFor([x, y, z]: Vec3, orbit: number): Vec3 {
  const angle = (orbit * Math.PI) / 180;
  return [x * Math.cos(angle) + z * Math.sin(angle), -y, z * Math.cos(angle) - x * Math.sin(angle)];
}

const STILL: PosedJoint = {
  parent: -1,
  foot: [0, 0, 0],
  head: [0, 0, 0],
  axis: [0, 1, 0],
  angle: 0,
  move: [0, 0, 0],
};

/** Each joint, and as a matrix what its parents do to all that hangs on it. The first never moves. */
function setJoints(block: Float32Array, joints: readonly PosedJoint[]): void {
  [STILL, ...joints.slice(0, MOST.joints - 1)].forEach(({ parent, foot, head, axis, angle, move }, k) => {
    const place = placeOf('uJoints') + k * JOINT_ROWS * 4;
    block.set(foot, place);
    block.set([head[0] - foot[0], head[1] - foot[1], head[2] - foot[2]], place + 4);
    block.set([...axis, angle], place + 8);
    block.set(move, place + 12);
    const origin = posedPoint(joints, [0, 0, 0], 1, parent);
    const columns = (
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ] as const
    ).map((unit) => posedPoint(joints, unit, 1, parent));
    for (let row = 0; row < 3; row++) {
      const from = origin[row] ?? 0;
      block.set([...columns.map((column) => (column[row] ?? 0) - from), from], place + 16 + row * 4);
    }
  });
}

function setParts(block: Float32Array, model: Model, look: Look): void {
  const others = look.selected === undefined ? 0 : -1;
  block.set([0, 1, others, 0], placeOf('uParts'));
  const without = new Set(look.without);
  model.parts.slice(0, MOST.parts - 1).forEach((part, k) => {
    const activation = look.numbers.activation[part] ?? 0;
    const choice = part === look.selected ? 1 : others;
    block.set([activation, without.has(part) ? 0 : 1, choice, 0], placeOf('uParts') + (k + 1) * 4);
  });
}
