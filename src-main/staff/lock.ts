import type { Clock } from '../clock.ts';

/** Slips of the finger cost nothing. */
const FREE = 3;
const FIRST_WAIT = 30_000;
/**
 * Long enough that all 6-digit PINs would take a century, short enough that a clinic whose panel a child has played with
 * waits for an hour and not for a day.
 */
const LONGEST_WAIT = 60 * 60_000;

/** How long no PIN is looked at after so many wrong ones in a row, ms. */
export const waitAfter = (wrong: number): number =>
  wrong <= FREE ? 0 : Math.min(FIRST_WAIT * 2 ** (wrong - FREE - 1), LONGEST_WAIT);

/** What outlives a restart. */
export interface LockState {
  /** Wrong PINs in a row. */
  readonly wrong: number;
  /** Whether the wait after the last of them is still to be served. */
  readonly waiting: boolean;
}

/**
 * The doubling lock-out. It counts on the clock that never jumps and no date is kept: panels with a dead battery start in
 * the year 2000 and leap to today, and a date would then open the door early or shut it for years. A wait that a restart
 * cuts short is served again from its beginning, at most an hour; pulling the plug gains nothing.
 */
export class Lock {
  readonly #clock: Clock;
  readonly #onServed: () => void;
  #wrong: number;
  #until: number | undefined;
  #callOff = (): void => undefined;

  /** @param onServed the state has changed because the wait is over */
  constructor(clock: Clock, kept: LockState, onServed: () => void) {
    this.#clock = clock;
    this.#onServed = onServed;
    this.#wrong = kept.wrong;
    if (kept.waiting) this.#wait();
  }

  get state(): LockState {
    return { wrong: this.#wrong, waiting: this.#until !== undefined };
  }

  /** Milliseconds until a PIN is looked at again. */
  get waitMs(): number {
    return this.#until === undefined ? 0 : Math.max(0, Math.ceil(this.#until - this.#clock.now()));
  }

  /** Wrong PINs that cost nothing before the next wait. */
  get triesLeft(): number {
    return Math.max(0, FREE - this.#wrong);
  }

  wrong(): void {
    this.#wrong++;
    this.#wait();
  }

  forgive(): void {
    this.stop();
    this.#wrong = 0;
    this.#until = undefined;
  }

  stop(): void {
    this.#callOff();
  }

  #wait(): void {
    const wait = waitAfter(this.#wrong);
    if (wait === 0) return;
    this.#callOff();
    this.#until = this.#clock.now() + wait;
    this.#callOff = this.#clock.after(wait, () => {
      this.#until = undefined;
      this.#onServed();
    });
  }
}
