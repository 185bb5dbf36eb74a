import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { FOLDER_NAME } from './pack-list.ts';
import { drop, STAGING } from './stage-pack.ts';

/**
 * Removes what kiosks that were killed have left behind, and packs that nothing names. Leaves all else alone.
 * @param kept names of folders of packs; absent: all
 */
export async function sweep(packsDir: string, kept?: ReadonlySet<string | undefined>): Promise<void> {
  const names = await readdir(packsDir).catch(() => []);
  const isOver = (name: string): boolean =>
    name.startsWith(STAGING) || (kept !== undefined && FOLDER_NAME.test(name) && !kept.has(name));
  for (const name of names.filter(isOver)) await drop(path.join(packsDir, name));
}
