import type { Clock } from '../../../src-main/browser/clock.ts';

/** A clock that stands until a test moves it. */
export class HeldClock implements Clock {
  #now = 0;
  #timers: { at: number; call: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#now + ms, call };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** How long until each timer, soonest first. */
  get waits(): number[] {
    return this.#timers.map(({ at }) => at - this.#now).sort((left, right) => left - right);
  }

  /** Moves the clock, and lets what waits for its timers happen. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await settle();
      const [next] = this.#timers.filter(({ at }) => at <= until).sort((left, right) => left.at - right.at);
      if (!next) break;
      this.#now = next.at;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      next.call();
    }
    this.#now = until;
    await settle();
  }
}

/** Lets everything that is due without time passing happen. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
