import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = 'failures.json';

/** Whoever starts the kiosk again does so at once; a count from longer ago is of another day, ms. */
const LONGEST = 2 * 60_000;

/**
 * How often the page has failed, handed from a process to the next where something else starts that one and its arguments
 * cannot be chosen.
 */
export function leaveFailures(folder: string, failures: number, now: Date): void {
  if (failures === 0) return;
  try {
    writeFileSync(path.join(folder, FILE), JSON.stringify({ failures, at: now.getTime() }));
  } catch {
    // The next process then begins to count anew: it only takes longer until it rests.
  }
}

/** Takes what was left, once. */
export function takeFailures(folder: string, now: Date): number {
  const file = path.join(folder, FILE);
  try {
    const { failures, at } = JSON.parse(readFileSync(file, 'utf8')) as { failures: unknown; at: unknown };
    const age = now.getTime() - Number(at);
    return age >= 0 && age < LONGEST && Number.isInteger(failures) ? Number(failures) : 0;
  } catch {
    return 0;
  } finally {
    rmSync(file, { force: true });
  }
}
