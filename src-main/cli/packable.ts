import { readFile } from 'node:fs/promises';
import { MOST_PICTURE_BYTES } from '../content/layer.ts';
import { PACK_FILE, roleOf, SIGNATURE_FILE } from '../content/layout.ts';
import { fault, isError, type Fault } from '../faults.ts';
import { listFiles } from '../files/list-files.ts';
import { sha256 } from '../packs/brought-pack.ts';
import { contentErrors, isOfList, readFolder } from './content-errors.ts';

/** Beside content, a pack may say whose it is. */
const ABOUT = /^(LICENSE|NOTICE|README|CREDITS)(\.(md|txt))?$/;

/** What a pack of a folder would hold. */
export interface Packable {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly hashes: Record<string, string>;
  /** Why it cannot be packed. */
  readonly faults: readonly Fault[];
}

/** Reads a folder that is to be packed. An older list in it counts for nothing. */
export async function readPackable(folder: string, builtInDir: string): Promise<Packable> {
  const layer = await readFolder(folder);
  const listing = await listFiles(folder, [''], folder);
  const faults = [...listing.faults];
  const files = new Map<string, Uint8Array>();
  for (const { file, location, bytes } of listing.files) {
    const { role } = roleOf(file);
    const at = { folder, file };
    if (file === PACK_FILE || file === SIGNATURE_FILE) continue;
    if (role === 'slip' || (role === 'other' && !ABOUT.test(file))) faults.push(fault('file-unknown', at));
    else if (role === 'other' && bytes > MOST_PICTURE_BYTES)
      faults.push(fault('file-too-big', at, { bytes, most: MOST_PICTURE_BYTES }));
    else files.set(file, await readFile(location));
  }
  const inner = { ...layer, faults: layer.faults.filter((found) => !isOfList(found)) };
  for (const found of await contentErrors(inner, builtInDir)) {
    if (isError(found) && !isListed(found, faults)) faults.push(found);
  }
  const hashes = Object.fromEntries(
    [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, bytes]) => [file, sha256(bytes)]),
  );
  return { files, hashes, faults };
}

const isListed = ({ name, file }: Fault, faults: readonly Fault[]): boolean =>
  faults.some((other) => other.name === name && other.file === file);
