import type { Clock } from '../../src-main/clock.ts';

/** A clock that stands still until a test moves it. */
export interface HeldClock extends Clock {
  /** Timers that have not fired. */
  readonly pending: number;
  /** Moves time on and fires what falls due. */
  advance(ms: number): void;
  /** Moves time on, and waits until every timer that fired has planned its next one, as a regular check does. */
  advanceChecks(ms: number): Promise<void>;
}

export function heldClock(): HeldClock {
  const timers = new Map<number, { at: number; callback: () => void }>();
  let time = 0;
  let planned = 0;
  let onPlan = (): void => undefined;

  const advance = (ms: number): number => {
    time += ms;
    const due = [...timers].filter(([, { at }]) => at <= time);
    for (const [handle, { callback }] of due) {
      timers.delete(handle);
      callback();
    }
    return due.length;
  };
  return {
    now: () => time,
    setTimeout(callback, ms) {
      timers.set(++planned, { at: time + ms, callback });
      onPlan();
      return planned;
    },
    clearTimeout: (handle) => void timers.delete(handle as number),
    get pending() {
      return timers.size;
    },
    advance: (ms) => void advance(ms),
    async advanceChecks(ms) {
      const before = planned;
      const fired = advance(ms);
      while (planned < before + fired) await new Promise<void>((resolve) => (onPlan = resolve));
    },
  };
}
