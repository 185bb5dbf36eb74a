import { PackFile } from '../contract/structure.ts';
import { fault, type Fault } from '../faults.ts';
import { parseJson } from '../files/read-json.ts';
import { objections, shapeFaults } from '../files/shape.ts';
import { has } from './has.ts';
import { PACK_FILE, SIGNATURE_FILE } from './layout.ts';

/**
 * What keeps a pack from being whole: every listed file has to be there with its SHA-256, and no other file.
 * @param hashes relative path → SHA-256 of the files that are there
 */
export function packFaults(bytes: Uint8Array, hashes: ReadonlyMap<string, string>, folder: string): Fault[] {
  const at = { folder, file: PACK_FILE };
  const { value, faults } = parseJson(bytes, at);
  if (value === undefined) return faults;
  const pack = PackFile.safeParse(value);
  if (!pack.success) return [...faults, ...shapeFaults(objections(pack.error.issues, value), at)];

  const listed = new Map(Object.entries(pack.data.files));
  for (const [file, hash] of listed) {
    if (!hashes.has(file)) faults.push(fault('pack-file-missing', { folder, file }));
    else if (hashes.get(file) !== hash) faults.push(fault('pack-file-changed', { folder, file }));
  }
  return [...faults, ...unlistedFaults(hashes.keys(), pack.data, folder)];
}

/** Files that are there and that no one vouches for. */
export function unlistedFaults(present: Iterable<string>, { files }: PackFile, folder: string): Fault[] {
  return [...present]
    .filter((file) => file !== PACK_FILE && file !== SIGNATURE_FILE && !has(files, file))
    .map((file) => fault('pack-file-unlisted', { folder, file }));
}
