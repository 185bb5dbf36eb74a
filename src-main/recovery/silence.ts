import type { Clock } from '../clock.ts';

/** The page beats every 2 s; a slow machine may swallow a few. */
export const SILENT_AFTER = 10_000;
/** Looking often tells a machine that slept from a page that hangs: only then is a look itself late. */
const LOOK = 1_000;
const LATE = 3_000;

/** Notices that the page has stopped to beat, and not merely that this process, or the machine, stood still. */
export class Silence {
  readonly #clock: Clock;
  readonly #onSilent: () => void;
  #heard = 0;
  #callOff: (() => void) | undefined;

  constructor(clock: Clock, onSilent: () => void) {
    this.#clock = clock;
    this.#onSilent = onSilent;
  }

  /** Something was heard just now: the next is waited for from here. */
  expect(): void {
    this.#heard = this.#clock.now();
    if (!this.#callOff) this.#look(this.#heard);
  }

  end(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #look(before: number): void {
    this.#callOff = this.#clock.after(LOOK, () => {
      this.#callOff = undefined;
      const now = this.#clock.now();
      if (now - before > LOOK + LATE) this.#heard = now;
      if (now - this.#heard >= SILENT_AFTER) this.#onSilent();
      else this.#look(now);
    });
  }
}
