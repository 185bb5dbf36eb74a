import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { has } from '../content/has.ts';
import { MOST_PICTURE_BYTES } from '../content/layer.ts';
import { PACK_FILE, roleOf, SIGNATURE_FILE } from '../content/layout.ts';
import { unlistedFaults } from '../content/pack.ts';
import { fault, type Fault } from '../faults.ts';
import { codeOf } from '../files/error-code.ts';
import type { Listed } from '../files/list-files.ts';
import { MOST_JSON_BYTES } from '../files/read-json.ts';
import { syncFolder } from '../files/write-file.ts';
import { sha256, type SignedPack } from './brought-pack.ts';
import type { Disk } from './disk.ts';

/** Folders that a kiosk which was killed leaves behind begin with it. */
export const STAGING = '.staging-';

/** The pictures of packs are kept in memory. */
const MOST_PACK_BYTES = 512 * 1024 * 1024;

/** Left to the rest of the machine. */
const SPARE_BYTES = 64 * 1024 * 1024;

/** What a disk sets aside for a file is a multiple of it. */
const BLOCK_BYTES = 4096;

/**
 * Copies a pack beside the installed ones. Nothing is written that the signed list does not vouch for.
 * @param packsDir where the installed packs are
 * @returns the copy, whole and on the disk; or why there is none
 */
export async function stagePack(
  pack: SignedPack,
  packsDir: string,
  disk: Disk,
  signal: AbortSignal,
): Promise<string | Fault[]> {
  const faults = [...listFaults(pack), ...(await spaceFaults(pack, packsDir, disk))];
  if (faults.length > 0) return faults;
  const at = { folder: pack.folder, file: '' };
  let staging: string | undefined;
  try {
    staging = await mkdtemp(path.join(packsDir, STAGING));
    const wrong = await copy(pack, staging, disk, signal);
    if (!wrong) return staging;
    await drop(staging);
    return [wrong];
  } catch (error) {
    if (staging) await drop(staging);
    return [fault('pack-not-kept', at, { why: codeOf(error) })];
  }
}

/** Removes what is no longer needed; what cannot be removed now is removed at the next start. */
export const drop = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true }).catch(() => undefined);

/** What is wrong with a pack before a byte of it is copied. */
function listFaults({ folder, listing, pack }: SignedPack): Fault[] {
  const present = new Set(listing.files.map(({ file }) => file));
  const bytes = listing.files.reduce((sum, file) => sum + file.bytes, 0);
  const at = { folder, file: '' };
  return [
    ...listing.faults,
    ...Object.keys(pack.files)
      .filter((file) => !present.has(file))
      .map((file) => fault('pack-file-missing', { folder, file })),
    ...unlistedFaults(present, pack, folder),
    ...listing.files
      .filter((listed) => listed.bytes > mostBytes(listed))
      .map((listed) => fault('file-too-big', { folder, file: listed.file }, sizeOf(listed))),
    ...(bytes > MOST_PACK_BYTES ? [fault('pack-too-big', at, { bytes, most: MOST_PACK_BYTES })] : []),
  ];
}

async function spaceFaults({ folder, listing }: SignedPack, packsDir: string, disk: Disk): Promise<Fault[]> {
  const bytes = listing.files.reduce(
    (sum, file) => sum + Math.ceil(file.bytes / BLOCK_BYTES) * BLOCK_BYTES,
    0,
  );
  const at = { folder, file: '' };
  try {
    await mkdir(packsDir, { recursive: true });
    const free = await disk.free(packsDir);
    return free - bytes < SPARE_BYTES ? [fault('pack-no-space', at, { bytes, free })] : [];
  } catch (error) {
    return [fault('pack-not-kept', at, { why: codeOf(error) })];
  }
}

/** @throws when the copy cannot be written */
async function copy(
  { folder, listing, pack, bundle, signature }: SignedPack,
  staging: string,
  disk: Disk,
  signal: AbortSignal,
): Promise<Fault | undefined> {
  const folders = new Set([staging]);
  const keep = async (file: string, bytes: Uint8Array): Promise<void> => {
    const target = path.join(staging, file);
    for (let above = path.dirname(target); !folders.has(above); above = path.dirname(above))
      folders.add(above);
    await mkdir(path.dirname(target), { recursive: true });
    await disk.write(target, bytes);
  };
  for (const listed of listing.files) {
    signal.throwIfAborted();
    const { file, location } = listed;
    if (!has(pack.files, file)) continue;
    const at = { folder, file };
    const bytes = await disk.read(location, listed.bytes).catch((error: unknown) => codeOf(error));
    if (typeof bytes === 'string') return fault('pack-not-copied', at, { why: bytes });
    if (sha256(bytes) !== pack.files[file]) return fault('pack-file-changed', at);
    await keep(file, bytes);
  }
  if (signature) await keep(SIGNATURE_FILE, signature);
  await keep(PACK_FILE, bundle);
  for (const kept of folders) await syncFolder(kept);
  return undefined;
}

const mostBytes = ({ file }: Listed): number =>
  roleOf(file).role === 'json' ? MOST_JSON_BYTES : MOST_PICTURE_BYTES;

const sizeOf = (listed: Listed) => ({ bytes: listed.bytes, most: mostBytes(listed) });
