/** Poses and motions as numbers: what stands still, what moves, and what lies over a movement. */
import type { Modifier, Motion, Parameter } from '../../../src-main/contract/diagram.ts';
import { clamp, smooth } from './maths.ts';
import type { Numbers } from './model.ts';

/** What of a diagram the poses are reckoned from. */
export interface Posable {
  readonly parameters: Readonly<Record<string, Pick<Parameter, 'least' | 'most'>>>;
  readonly poses: Readonly<Record<string, Numbers>>;
  readonly motions: Readonly<Record<string, Motion>>;
}

export { mixNumbers } from './rig.ts';

const NOTHING: Numbers = { parameters: {}, activation: {} };

/** The numbers of a pose; of one that there is not, rest. */
export function numbersOf(diagram: Pick<Posable, 'poses'>, pose: string): Numbers {
  const { parameters, activation } = diagram.poses[pose] ?? NOTHING;
  return { parameters, activation };
}

const legsOf = (motion: Motion): number => motion.poses.length - 1;

/** Forward and a rest; if it returns, back again and a rest; ms. Then it begins anew. */
export const lengthOf = (motion: Motion): number =>
  (motion.returns ? 2 : 1) * (legsOf(motion) * motion.stepMs + motion.holdMs);

/** How far a motion has come after `ms`, counted in poses: 0 is the first. */
export function progressAt(motion: Motion, ms: number): number {
  const length = lengthOf(motion);
  const time = ((ms % length) + length) % length;
  const there = legsOf(motion) * motion.stepMs;
  if (time <= there) return time / motion.stepMs;
  if (time <= there + motion.holdMs) return legsOf(motion);
  return Math.max(0, 2 * there + motion.holdMs - time) / motion.stepMs;
}

/** Through the values without a stop between them and without overshooting; at rest at both ends. */
function glide(values: readonly number[], progress: number): number {
  const last = values.length - 1;
  const i = Math.min(last - 1, Math.floor(progress));
  const t = progress - i;
  const tangent = (k: number): number => {
    if (k === 0 || k === last) return 0;
    const [before, after] = [values[k]! - values[k - 1]!, values[k + 1]! - values[k]!];
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  };
  return (
    values[i]! * (1 + 2 * t) * (1 - t) ** 2 +
    tangent(i) * t * (1 - t) ** 2 +
    values[i + 1]! * t * t * (3 - 2 * t) +
    tangent(i + 1) * t * t * (t - 1)
  );
}

/** Muscles lead the movement a little: they light up before the head arrives. */
const LEAD = 0.8;

function lead(values: readonly number[], progress: number): number {
  const i = Math.min(values.length - 2, Math.floor(progress));
  return values[i]! + (values[i + 1]! - values[i]!) * (progress - i) ** LEAD;
}

type Shape = (values: readonly number[], progress: number) => number;

function along(records: readonly Readonly<Record<string, number>>[], progress: number, shape: Shape) {
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      shape(
        records.map((record) => record[key] ?? 0),
        progress,
      ),
    ]),
  );
}

function numbersAlong(diagram: Posable, motion: Motion, progress: number): Numbers {
  const poses = motion.poses.map((pose) => numbersOf(diagram, pose));
  return {
    parameters: along(
      poses.map((pose) => pose.parameters),
      progress,
      glide,
    ),
    activation: along(
      poses.map((pose) => pose.activation),
      progress,
      lead,
    ),
  };
}

/** Noise 0…1 of a whole number. */
function chance(n: number): number {
  const x = Math.sin(n * 127.1 + 311.7) * 43758.5453;
  return x - Math.floor(x);
}

/** A burst that rises quickly and lets go slowly; `t` from 0 to 1. */
const burst = (t: number): number => (t < 0 ? 0 : smooth(0, 0.3, t) * smooth(1, 0.45, t));

/** Bursts come about `hertz` times a second, never evenly, never equally strong. */
function spasmAt(seconds: number, hertz: number): number {
  const now = seconds * hertz;
  let pull = 0;
  for (let n = Math.floor(now) - 2; n <= Math.floor(now); n++) {
    const start = n + 0.5 * chance(n);
    const lasts = 0.75 + 0.6 * chance(n + 57);
    pull = Math.max(pull, (0.55 + 0.45 * chance(n + 101)) * burst((now - start) / lasts));
  }
  return pull;
}

/** What a modifier adds to its parameter. */
function swing({ kind, amplitude, hertz }: Modifier, ms: number): number {
  const seconds = ms / 1000;
  return amplitude * (kind === 'tremor' ? Math.sin(2 * Math.PI * hertz * seconds) : spasmAt(seconds, hertz));
}

/** The numbers of a motion after `ms`. What lies over it grows as it leaves its first pose. */
export function motionAt(diagram: Posable, motionId: string, ms: number): Numbers {
  const motion = diagram.motions[motionId];
  if (!motion) return NOTHING;
  const progress = progressAt(motion, ms);
  const { parameters: led, activation } = numbersAlong(diagram, motion, progress);
  const parameters = { ...led };
  const presence = smooth(0, 1, progress);
  for (const modifier of motion.modifiers) {
    const { parameter } = modifier;
    const { least, most } = diagram.parameters[parameter] ?? { least: -Infinity, most: Infinity };
    parameters[parameter] = clamp((parameters[parameter] ?? 0) + presence * swing(modifier, ms), least, most);
  }
  return { parameters, activation };
}

/** How many stills tell a motion from its first to its last pose. */
export const frameCount = (motion: Motion): number => motion.frames * legsOf(motion) + 1;

/** The numbers of one of its stills, counted from 0. Without what lies over the motion: that needs time. */
export function frameNumbers(diagram: Posable, motionId: string, n: number): Numbers {
  const motion = diagram.motions[motionId];
  if (!motion) return NOTHING;
  return numbersAlong(diagram, motion, clamp(n / motion.frames, 0, legsOf(motion)));
}
