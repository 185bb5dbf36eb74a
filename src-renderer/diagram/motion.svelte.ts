import type { DiagramFile } from '../../src-main/contract/structure.ts';
import type { Clock } from '../session/clock.ts';

export type Motion = NonNullable<DiagramFile['motions']>[string];

/** Plays a motion: its poses forward, a hold, back again, a hold, until it is paused. Nothing moves by itself. */
export class MotionPlayer {
  readonly #clock: Clock;
  readonly #motion: Motion;
  #index = $state(-1);
  #playing = $state(false);
  #direction = 1;
  #cancel = (): void => {};

  constructor(motion: Motion, clock: Clock) {
    this.#motion = motion;
    this.#clock = clock;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** The pose to show; nothing before the motion was first played. */
  get pose(): string | undefined {
    return this.#motion.poses[this.#index];
  }

  get frameMs(): number {
    return this.#motion.frameMs;
  }

  readonly toggle = (): void => {
    if (this.#playing) this.stop();
    else this.#play();
  };

  /** Pauses where it is, and stops all timers. */
  readonly stop = (): void => {
    this.#playing = false;
    this.#cancel();
  };

  #play(): void {
    this.#playing = true;
    if (this.#index < 0) this.#index = 0;
    this.#cancel = this.#clock.after(this.#motion.frameMs, this.#step);
  }

  readonly #step = (): void => {
    const { poses, frameMs, holdMs } = this.#motion;
    const next = this.#index + this.#direction;
    if (next < 0 || next >= poses.length) this.#direction = -this.#direction;
    this.#index += this.#direction;
    const atEnd = this.#index === 0 || this.#index === poses.length - 1;
    this.#cancel = this.#clock.after(atEnd ? holdMs : frameMs, this.#step);
  };
}
