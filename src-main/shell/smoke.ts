import { writeFileSync } from 'node:fs';
import type { Clock } from '../clock.ts';

/** How long a trial start waits for its page, ms. */
export const SMOKE_WITHIN = 60_000;

/**
 * A trial start, for whoever packs or installs the kiosk.
 * @param file is written when the page is ready
 * @returns what is to be called then
 */
export function smokeTest(
  file: string,
  clock: Clock,
  { onReady, onLate }: { onReady: () => void; onLate: () => void },
): () => void {
  const callOff = clock.after(SMOKE_WITHIN, onLate);
  return () => {
    callOff();
    writeFileSync(file, 'ready\n');
    onReady();
  };
}
