/** What the stage shows at a moment: everything of a picture but its model. */
import type { Diagram } from '../../src-main/contract/api.ts';
import type { Layer } from '../../src-main/contract/diagram.ts';
import type { Eye, Look, Numbers } from './model/model.ts';
import { mixNumbers, motionAt, numbersOf } from './model/poses.ts';
import { eyeBetween } from './model/camera.ts';
import type { MotionPlayer } from './motion.svelte.ts';
import { eyeOf } from './sight.ts';

/** What is asked of the stage. */
export interface Aim {
  readonly diagram: Diagram;
  readonly pose: string;
  /** How it stands, if not as the pose has it. */
  readonly numbers?: Numbers | undefined;
  /** The view whose openings are open, and whose parts are taken away. */
  readonly view: string;
  /** Where the eye stands, if not where the view has it. */
  readonly eye?: Eye | undefined;
  /** Layers laid aside. */
  readonly hidden: readonly Layer[];
  readonly selected?: string | undefined;
}

/** Lets a movement take the place of the pose, once it was begun. */
export const aimOf = (aim: Aim, player: MotionPlayer | undefined): Aim =>
  player?.begun ? { ...aim, view: player.motion.view } : aim;

/** The numbers of an aim at this moment. */
export function numbersNow({ diagram, pose, numbers }: Aim, player: MotionPlayer | undefined): Numbers {
  if (!player?.begun) return numbers ?? numbersOf(diagram, pose);
  return player.numbersAt?.(player.time) ?? motionAt(diagram, player.id, player.time);
}

/** How an aim looks. @param windows openings of the model's skin */
export function lookOf(aim: Aim, numbers: Numbers, windows: readonly string[]): Look {
  const { diagram, view, hidden, selected } = aim;
  const { without, window } = diagram.views[view] ?? { without: [] };
  // Skin that has been put on is whole.
  const isBare = !diagram.layers.includes('skin') || hidden.includes('skin');
  return {
    numbers,
    eye: aim.eye ?? eyeOf(diagram, view),
    without,
    windows: windows.map((name) => (isBare && name === window ? 1 : 0)),
    hidden,
    selected,
    ghost: diagram.ghost,
  };
}

/** A look on its way to another. What can only be there or not changes half-way. `share` from 0 to 1. */
export function lookBetween(from: Look, to: Look, share: number): Look {
  if (share >= 1) return to;
  return {
    ...(share < 0.5 ? { ...to, without: from.without } : to),
    numbers: mixNumbers(from.numbers, to.numbers, share),
    eye: eyeBetween(from.eye, to.eye, share),
    windows: to.windows.map((open, index) => {
      const before = from.windows[index] ?? open;
      return before + (open - before) * share;
    }),
  };
}
