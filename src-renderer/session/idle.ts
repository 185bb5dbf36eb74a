import type { Clock } from './clock.ts';

/** Seconds that *Are you still there?* waits for an answer. */
export const COUNTDOWN_SECONDS = 60;

/** Seconds that a neurologist may talk without a touch, at least. */
export const CONSULT_IDLE_SECONDS = 20 * 60;

export interface IdleWatch {
  /** Any touch or key: the visitor is there. */
  touch(): void;
  /** While it is held no time counts; let go, it counts anew. */
  hold(held: boolean): void;
  /** How long one may be idle has changed. */
  renew(): void;
  /** Stops all timers. */
  stop(): void;
}

/**
 * Watches for a visitor who has left: after `idleSeconds` without activity asks, then counts down, then gives up.
 * Looks at the clock rather than counting ticks, so that a machine that slept does not count short.
 */
export function watchIdle(
  clock: Clock,
  idleSeconds: () => number,
  on: { ask(): void; count(secondsLeft: number): void; leave(): void },
): IdleWatch {
  let last = clock.now();
  let cancel = (): void => {};
  let asking = false;
  let held = false;

  const look = (): void => {
    const quiet = (clock.now() - last) / 1000;
    const left = idleSeconds() + COUNTDOWN_SECONDS - quiet;
    if (left <= 0) {
      asking = false;
      last = clock.now();
      on.leave();
      return;
    }
    if (quiet >= idleSeconds()) {
      if (!asking) on.ask();
      asking = true;
      on.count(Math.ceil(left));
      cancel = clock.after(1000 * (left - Math.floor(left) || 1), look);
    } else {
      cancel = clock.after(1000 * (idleSeconds() - quiet), look);
    }
  };
  look();

  return {
    touch() {
      if (held) return;
      // Whoever touches after the machine has slept is somebody else.
      if (clock.now() - last >= 1000 * (idleSeconds() + COUNTDOWN_SECONDS)) {
        look();
        return;
      }
      last = clock.now();
      // While the visitor is active the running timer is left alone: it looks at `last` when it fires.
      if (!asking) return;
      asking = false;
      cancel();
      look();
    },
    hold(now) {
      if (held === now) return;
      held = now;
      cancel();
      if (held) return;
      last = clock.now();
      look();
    },
    renew() {
      if (held) return;
      cancel();
      look();
    },
    stop: () => cancel(),
  };
}
