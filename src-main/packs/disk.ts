import { constants } from 'node:fs';
import { open, statfs } from 'node:fs/promises';
import { writeSynced } from '../files/write-file.ts';

/** What taking a pack in needs of the disks; tests let it fail. */
export interface Disk {
  /** @returns one byte more than `most` when the file is larger than that */
  read(location: string, most: number): Promise<Uint8Array>;
  /** Writes a file that is not there yet, and waits until the disk has it. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  /** Bytes that the kiosk may still write. */
  free(folder: string): Promise<number>;
}

// Links were resolved when the folder was listed; one that has come since is none of the pack's files.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

export const realDisk: Disk = {
  async read(location, most) {
    const handle = await open(location, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const buffer = Buffer.allocUnsafe(most + 1);
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return buffer.subarray(0, length);
    } finally {
      await handle.close();
    }
  },
  write: (file, bytes) => writeSynced(file, bytes, 0o600),
  async free(folder) {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};
