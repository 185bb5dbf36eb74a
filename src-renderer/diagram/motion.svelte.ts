import type { Motion } from '../../src-main/contract/diagram.ts';
import type { Clock } from '../session/clock.ts';
import type { Numbers } from './model/model.ts';
import { frameCount, lengthOf, progressAt } from './model/poses.ts';

/** How much slower a slow movement is. */
const SLOW = 0.5;

/** Plays a motion there and back, with a rest at either end, until it is paused. Nothing moves by itself. */
export class MotionPlayer {
  /** The motion's id in its diagram. */
  readonly id: string;
  readonly motion: Motion;
  /** How the picture stands after so many ms, of a movement that the diagram does not have. */
  readonly numbersAt: ((ms: number) => Numbers) | undefined;
  readonly #clock: Clock;
  #playing = $state(false);
  #begun = $state(false);
  #slow = $state(false);
  #frame = $state(0);
  /** Time of the motion, ms, when the clock said `#since`. */
  #at = 0;
  #since = 0;
  #cancel = (): void => {};

  constructor(
    id: string,
    motion: Motion,
    clock: Clock,
    own: { readonly numbersAt?: (ms: number) => Numbers; readonly beginsAt?: number } = {},
  ) {
    this.id = id;
    this.motion = motion;
    this.numbersAt = own.numbersAt;
    this.#at = own.beginsAt ?? 0;
    this.#clock = clock;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Whether the motion is what the stage shows: from its first start on, also while it is paused. */
  get begun(): boolean {
    return this.#begun;
  }

  get slow(): boolean {
    return this.#slow;
  }

  /** The still that comes nearest to the motion as it stands now, counted from 0. */
  get frame(): number {
    return this.#frame;
  }

  /** How long a still stands while the motion plays, ms. */
  get frameMs(): number {
    return this.motion.stepMs / this.motion.frames / this.#speed;
  }

  /** Time of the motion at this moment, ms. */
  get time(): number {
    return this.#playing ? this.#at + (this.#clock.now() - this.#since) * this.#speed : this.#at;
  }

  readonly toggle = (): void => {
    if (this.#playing) this.stop();
    else this.#play();
  };

  readonly toggleSlow = (): void => {
    this.#hold();
    this.#slow = !this.#slow;
  };

  /** Pauses where it is, and stops all timers. */
  readonly stop = (): void => {
    this.#hold();
    this.#playing = false;
    this.#cancel();
  };

  get #speed(): number {
    return this.#slow ? SLOW : 1;
  }

  #hold(): void {
    this.#at = this.time % lengthOf(this.motion);
    this.#since = this.#clock.now();
  }

  #play(): void {
    this.#since = this.#clock.now();
    this.#playing = this.#begun = true;
    this.#step();
  }

  readonly #step = (): void => {
    const place = progressAt(this.motion, this.time) * this.motion.frames;
    this.#frame = Math.min(frameCount(this.motion) - 1, Math.round(place));
    this.#cancel = this.#clock.after(this.frameMs, this.#step);
  };
}
