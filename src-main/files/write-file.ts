import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file so that it is whole at every moment, also when the power fails: a new file beside it takes its place.
 * @param mode who may read it; of what the kiosk keeps, only the kiosk
 * @throws when the disk is full, read-only or gone; the old file is then untouched
 */
export async function writeWhole(file: string, text: string, mode = 0o600): Promise<void> {
  const beside = `${file}.new`;
  try {
    await writeSynced(beside, text, 'w', mode);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/**
 * Writes a file and waits until the disk has it.
 * @param flags `wx` for a file that must not be there yet
 */
export async function writeSynced(
  file: string,
  content: string | Uint8Array,
  flags: 'w' | 'wx',
  mode: number,
): Promise<void> {
  const handle = await open(file, flags, mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until the disk has a folder's names. Windows and some network shares cannot say; there it does nothing. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}
