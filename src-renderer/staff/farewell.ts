import type { Clock } from '../session/clock.ts';

/** How often a kiosk that restarts is looked for, ms. */
export const LOOK_MS = 2_000;

/** Waits until the kiosk has gone and come back. Returns the way to stop. */
export function watchReturn(clock: Clock, isThere: () => Promise<boolean>, onreturn: () => void): () => void {
  let gone = false;
  let stopped = false;
  let cancel = (): void => {};
  const look = async (): Promise<void> => {
    const there = await isThere();
    if (stopped) return;
    if (there && gone) return onreturn();
    gone ||= !there;
    cancel = clock.after(LOOK_MS, () => void look());
  };
  cancel = clock.after(LOOK_MS, () => void look());
  return () => {
    stopped = true;
    cancel();
  };
}
