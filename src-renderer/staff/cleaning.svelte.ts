import type { Clock } from '../session/clock.ts';

/** How long the screen takes no touch, seconds. */
export const CLEANING_SECONDS = 60;

/** Counts whole seconds down, by the clock rather than by its ticks. */
export class Countdown {
  #left = $state(0);
  #cancel = (): void => {};

  constructor(clock: Clock, seconds: number, onend: () => void) {
    const until = clock.now() + seconds * 1000;
    const look = (): void => {
      const rest = until - clock.now();
      this.#left = Math.max(0, Math.ceil(rest / 1000));
      if (rest <= 0) onend();
      else this.#cancel = clock.after(rest % 1000 || 1000, look);
    };
    look();
  }

  /** Whole seconds that are left. */
  get left(): number {
    return this.#left;
  }

  stop(): void {
    this.#cancel();
  }
}

/** All that hands, cloths and keys can cause. */
const EVENTS = [
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
  'touchstart',
  'touchmove',
  'touchend',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'wheel',
  'keydown',
  'keyup',
  'keypress',
] as const;

/**
 * Takes every touch and key before anything hears of it. Whoever listens at the window in capture already still does:
 * so the keys of staff end it. Returns the way to stop.
 */
export function lockTouch(target: Window): () => void {
  const take = (event: Event): void => {
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
  };
  for (const name of EVENTS) target.addEventListener(name, take, { capture: true, passive: false });
  return () => {
    for (const name of EVENTS) target.removeEventListener(name, take, { capture: true });
  };
}
