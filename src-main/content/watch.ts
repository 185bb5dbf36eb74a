import type { Clock } from '../clock.ts';
import { faultKey } from '../faults.ts';
import { listFiles } from '../files/list-files.ts';
import { foldersOf } from './layout.ts';

/** A folder counts as quiet, and is read, when it has not changed for this long. */
const QUIET_MS = 2000;

/**
 * Watches a folder by looking at its files' sizes and times. File system events would miss network shares, sticks that
 * are pulled out and put back, and folders that do not exist yet.
 * @param taken the folder's print before it was first read
 * @param onQuiet called when the folder has changed and been quiet since; called again when it fails
 * @returns the way to stop
 */
export const watchFolder = (
  folder: string,
  clock: Clock,
  taken: string,
  onQuiet: () => Promise<void>,
): (() => void) => watchPrint(() => printOf(folder), clock, taken, onQuiet);

/** The same for anything of which a print can be taken. */
export function watchPrint(
  print: () => Promise<string>,
  clock: Clock,
  taken: string,
  onQuiet: () => Promise<void>,
): () => void {
  let stopped = false;
  let callOff = (): void => undefined;
  let last = taken;

  const look = async (): Promise<void> => {
    const now = await print();
    if (stopped) return;
    if (now === last && now !== taken) {
      await onQuiet();
      // The print from before the reading: what changed meanwhile is seen as a change again.
      taken = now;
    }
    last = now;
  };
  const plan = (): void => {
    if (stopped) return;
    // A look that fails is no reason to stop looking.
    callOff = clock.after(QUIET_MS, () => void look().then(plan, plan));
  };

  plan();
  return () => {
    stopped = true;
    callOff();
  };
}

/** Changes whenever a file of the folder does. */
export async function printOf(folder: string): Promise<string> {
  const listing = await listFiles(folder, await foldersOf(folder), folder).catch(() => undefined);
  if (!listing) return 'gone';
  const files = listing.files.map(({ file, stamp }) => `${file} ${stamp}`).sort();
  return [...files, ...listing.faults.map(faultKey)].join('\n');
}
