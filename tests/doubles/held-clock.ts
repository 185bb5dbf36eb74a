import type { Clock } from '../../src-main/clock.ts';

/** A clock that stands still until a test moves it. Serves tests of the kiosk and of the page, in Node and in a browser. */
export class HeldClock implements Clock {
  #now = 0;
  /** The wall clock where the held time began: a Monday, 10:00. */
  wall = new Date(2026, 10, 23, 10).getTime();
  #timers: { at: number; call: () => void }[] = [];
  #planned = 0;
  #fired = 0;
  #onPlan = (): void => undefined;

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#now + ms, call };
    this.#timers.push(timer);
    this.#planned++;
    this.#onPlan();
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  date(): Date {
    return new Date(this.wall + this.#now);
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets time pass, calling what falls due in its order. */
  pass(ms: number): void {
    const until = this.#now + ms;
    while (this.#fireNext(until));
    this.#now = until;
  }

  /** The same, and whatever waits for a timer happens before the next one falls due. */
  async passAndSettle(ms: number): Promise<void> {
    const until = this.#now + ms;
    do await settle();
    while (this.#fireNext(until));
    this.#now = until;
    await settle();
  }

  /** The same for regular checks: waits until each that fired has done its work and planned its next. */
  async passChecks(ms: number): Promise<void> {
    const owed = this.#planned - this.#fired;
    this.pass(ms);
    while (this.#planned - this.#fired < owed) await new Promise<void>((resolve) => (this.#onPlan = resolve));
  }

  /** The machine slept: time has passed, but no timer has run. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  #fireNext(until: number): boolean {
    const next = this.#timers.toSorted((a, b) => a.at - b.at)[0];
    if (!next || next.at > until) return false;
    this.#timers = this.#timers.filter((other) => other !== next);
    this.#now = Math.max(this.#now, next.at);
    this.#fired++;
    next.call();
    return true;
  }
}

/** Lets everything that is due without time passing happen. */
export const settle = (): Promise<void> =>
  // Only Node has the first; it comes after all that is waiting already.
  new Promise((resolve) => ('setImmediate' in globalThis ? setImmediate(resolve) : setTimeout(resolve)));
