import type { Clock } from '../../session/clock.ts';

/** Calls once before the next repaint. Returns the way to call it off. */
export type NextRepaint = (call: () => void) => () => void;

export const browserRepaint: NextRepaint = (call) => {
  const id = requestAnimationFrame(() => call());
  return () => cancelAnimationFrame(id);
};

/** A repaint that comes this much too early counts as on time, ms: screens do not repaint to the millisecond. */
const EARLY_MS = 3;

/**
 * When pictures are drawn: only after something has changed, no more often than `cap` times a second, and never while
 * the page is hidden. Between changes there is neither a timer nor a frame under way.
 */
export class Frames {
  readonly #clock: Clock;
  readonly #repaint: NextRepaint;
  /** Draws; `true` when the next picture will differ, as in a movement. */
  readonly #draw: () => boolean;
  #last = -Infinity;
  #cap = 60;
  #hidden = false;
  #asked = false;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, repaint: NextRepaint, draw: () => boolean) {
    this.#clock = clock;
    this.#repaint = repaint;
    this.#draw = draw;
  }

  /** Most pictures a second. */
  set cap(cap: number) {
    this.#cap = cap;
  }

  /** While hidden nothing is drawn; what was asked for meanwhile is drawn afterwards. */
  set hidden(hidden: boolean) {
    this.#hidden = hidden;
    if (hidden) this.#callOff();
    else if (this.#asked) this.#plan();
  }

  /** Something has changed. */
  readonly ask = (): void => {
    this.#asked = true;
    if (!this.#hidden) this.#plan();
  };

  /** Nothing is to be drawn any more. */
  readonly stop = (): void => {
    this.#asked = false;
    this.#callOff();
  };

  #callOff(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #plan(): void {
    if (this.#cancel) return;
    const wait = this.#last + 1000 / this.#cap - this.#clock.now();
    this.#cancel =
      wait > EARLY_MS
        ? this.#clock.after(wait - EARLY_MS, () => (this.#cancel = this.#repaint(this.#frame)))
        : this.#repaint(this.#frame);
  }

  readonly #frame = (): void => {
    this.#cancel = undefined;
    this.#asked = false;
    this.#last = this.#clock.now();
    if (this.#draw()) this.ask();
  };
}
