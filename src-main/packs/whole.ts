import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readLayer } from '../content/layer.ts';
import { PACK_FILE } from '../content/layout.ts';
import { isError } from '../faults.ts';
import { sha256 } from './brought-pack.ts';

/** Whether an installed pack is, byte for byte, what it was when it was brought. */
export async function isWhole(folder: string, hash: string): Promise<boolean> {
  try {
    if (sha256(await readFile(path.join(folder, PACK_FILE))) !== hash) return false;
    const { faults } = await readLayer(folder, folder);
    // What a newer kiosk objects to in a pack is told with the content; here only its bytes count.
    return !faults.some((found) => isError(found) && DAMAGE.test(found.name));
  } catch {
    return false;
  }
}

const DAMAGE = /^(pack-file-|file-unreadable|files-too-many|link-leads-out)/;
