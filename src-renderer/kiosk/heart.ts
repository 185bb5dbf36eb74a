import type { Beat } from '../../src-main/contract/staff.ts';
import type { Clock } from '../session/clock.ts';

/** How often the page says that it lives, ms. */
export const BEAT_MS = 2_000;

/**
 * Says regularly that the page lives. A page whose main thread hangs falls silent, by which its host knows.
 * A beat is left out while the one before it is under way. Returns the way to stop.
 */
export function startHeart(
  clock: Clock,
  used: () => boolean,
  send: (beat: Beat) => Promise<void>,
): () => void {
  let underWay = false;
  let cancel = (): void => {};
  const beat = (): void => {
    cancel = clock.after(BEAT_MS, beat);
    if (underWay) return;
    underWay = true;
    void send({ used: used() }).finally(() => (underWay = false));
  };
  cancel = clock.after(BEAT_MS, beat);
  return () => cancel();
}
