/** Presses of keys as they are meant, by hands that hold too long, too briefly, or twice. */
import type { Clock } from '../session/clock.ts';

export interface PressTimes {
  /** How long a key is held before it acts, ms. */
  readonly holdMs: number;
  /** How long after its release the same key does nothing, ms. */
  readonly lockoutMs: number;
}

export class Presses {
  readonly #clock: Clock;
  readonly #times: () => PressTimes;
  /** Keys that are down, each with the way to call its act off. */
  readonly #down = new Map<string, () => void>();
  /** When each key was released that has acted, ms. */
  readonly #released = new Map<string, number>();

  constructor(clock: Clock, times: () => PressTimes) {
    this.#clock = clock;
    this.#times = times;
  }

  /** A key goes down; held on it acts once, however long. */
  down(code: string, act: () => void): void {
    if (this.#down.has(code)) return;
    const { holdMs, lockoutMs } = this.#times();
    const released = this.#released.get(code) ?? -Infinity;
    if (this.#clock.now() - released < lockoutMs) return;
    const acted = (): void => {
      this.#down.set(code, () => this.#released.set(code, this.#clock.now()));
      act();
    };
    if (holdMs === 0) acted();
    else this.#down.set(code, this.#clock.after(holdMs, acted));
  }

  up(code: string): void {
    this.#down.get(code)?.();
    this.#down.delete(code);
  }

  /** What is down counts for nothing: the window has lost its keys. */
  clear(): void {
    for (const code of [...this.#down.keys()]) this.up(code);
  }
}
