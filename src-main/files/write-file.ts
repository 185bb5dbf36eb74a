import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file so that it is whole at every moment, also when the power fails: a new file beside it takes its place.
 * @throws when the disk is full, read-only or gone; the old file is then untouched
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.new`;
  try {
    const handle = await open(beside, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
