import { open, rename, rm, unlink } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './error-code.ts';

/**
 * Writes a file so that it is whole at every moment, also when the power fails or a drive is pulled out: a new file beside
 * it takes its place.
 * @param mode who may read it; of what the kiosk keeps, only the kiosk
 * @throws when the disk is full, read-only or gone; the old file is then untouched
 */
export async function writeWhole(file: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  const beside = `${file}.new`;
  try {
    // Left by one that was killed; or a link, laid there so that what it leads to is written over.
    await unlink(beside).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    await writeSynced(beside, content, mode);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Writes a file that must not be there yet, and waits until the disk has it. */
export async function writeSynced(file: string, content: string | Uint8Array, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
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
