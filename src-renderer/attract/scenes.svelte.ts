import type { Clock } from '../session/clock.ts';

/** How long a scene of the attract loop stands, ms. */
export const SCENE_MS = 12_000;
/** How long an invitation stands before the next language takes its turn, ms. */
export const INVITATION_MS = 4_000;
/** How often the whole picture moves a little, against burn-in, ms. */
export const DRIFT_MS = 60_000;

/** Most changes of the screen a second: what runs all day leaves the machine in peace. */
export const PACE = 12;

/** Counts upwards every `ms` until stopped. */
export class Beat {
  #count = $state(0);
  #cancel = (): void => {};

  constructor(clock: Clock, ms: number) {
    const next = (): void => {
      this.#cancel = clock.after(ms, () => {
        this.#count += 1;
        next();
      });
    };
    next();
  }

  get count(): number {
    return this.#count;
  }

  stop(): void {
    this.#cancel();
  }
}

/** Where the picture has drifted to after so many minutes: a slow square of 6 px, so that no edge stands still for hours. */
export function drift(minutes: number): { x: number; y: number } {
  const side = 6;
  const along = minutes % (4 * side);
  const leg = Math.floor(along / side);
  const rest = along % side;
  const x = [rest, side, side - rest, 0][leg]!;
  const y = [0, rest, side, side - rest][leg]!;
  return { x, y };
}
