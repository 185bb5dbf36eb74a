import type { Clock } from '../../src-renderer/session/clock.ts';

/** A clock that stands still until it is told to go on. */
export class HeldClock implements Clock {
  #now = 0;
  #timers: { at: number; call: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#now + ms, call };
    this.#timers.push(timer);
    return () => (this.#timers = this.#timers.filter((other) => other !== timer));
  }

  /** Timers that are waiting. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets time pass, calling what falls due in its order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.call();
    }
    this.#now = end;
  }

  /** The machine slept: time has passed, but no timer has run. */
  sleep(ms: number): void {
    this.#now += ms;
  }
}
