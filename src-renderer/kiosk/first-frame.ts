import type { Clock } from '../session/clock.ts';

/** So long a frame is waited for, ms: a window that is not shown yet draws none. */
const PATIENCE_MS = 600;
/** So long a finger takes to be heard after that, ms: the browser keeps touches back until something can be seen. */
const HEARING_MS = 60;

/** Resolves when the calm screen is on the glass, and a finger that had touched it has been answered. */
export const firstFrame = (clock: Clock): Promise<void> =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      giveUp();
      clock.after(HEARING_MS, resolve);
    });
    const giveUp = clock.after(PATIENCE_MS, () => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
  });
