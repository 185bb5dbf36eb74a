import { createHash } from 'node:crypto';
import { PACK_FILE, SIGNATURE_FILE } from '../content/layout.ts';
import { PackFile } from '../contract/structure.ts';
import { fault, isError, type Fault } from '../faults.ts';
import { codeOf } from '../files/error-code.ts';
import { listFiles, type Listing } from '../files/list-files.ts';
import { MOST_JSON_BYTES, parseJson } from '../files/read-json.ts';
import { objections, shapeFaults } from '../files/shape.ts';
import type { Disk } from './disk.ts';
import { signatureFaults, type PublicKey } from './signature.ts';

/** A pack on a drive, of which nothing is believed yet. */
export interface BroughtPack {
  readonly folder: string;
  readonly listing: Listing;
  readonly bundle: Uint8Array;
  readonly signature: Uint8Array | undefined;
  /** SHA-256 of `bundle.json`; by the hashes in it, of the whole pack. */
  readonly hash: string;
}

/** A pack whose list one of the keys has signed. */
export interface SignedPack extends BroughtPack {
  readonly pack: PackFile;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function readBroughtPack(folder: string, disk: Disk): Promise<BroughtPack | Fault[]> {
  const listing = await listFiles(folder, [''], folder).catch((error: unknown) => codeOf(error));
  if (typeof listing === 'string') return [fault('pack-not-copied', { folder, file: '' }, { why: listing })];
  const bundle = await readListed(listing, PACK_FILE, folder, disk);
  if (Array.isArray(bundle)) return bundle;
  const signature = await readListed(listing, SIGNATURE_FILE, folder, disk);
  if (Array.isArray(signature)) return signature;
  // The list is a link that leads out, or has gone since it was found.
  if (!bundle) return listing.faults.length > 0 ? [...listing.faults] : [missing(folder)];
  return { folder, listing, bundle, signature, hash: sha256(bundle) };
}

/** The list of a pack, once it is known who made it. */
export function signedPack(brought: BroughtPack, keys: readonly PublicKey[]): SignedPack | Fault[] {
  const { folder, bundle, signature } = brought;
  const untrusted = signatureFaults(bundle, signature, keys, folder);
  if (untrusted.length > 0) return untrusted;
  const at = { folder, file: PACK_FILE };
  const { value, faults } = parseJson(bundle, at);
  if (faults.some(isError)) return faults;
  const pack = PackFile.safeParse(value);
  return pack.success
    ? { ...brought, pack: pack.data }
    : shapeFaults(objections(pack.error.issues, value), at);
}

async function readListed(
  listing: Listing,
  file: string,
  folder: string,
  disk: Disk,
): Promise<Uint8Array | undefined | Fault[]> {
  const listed = listing.files.find((other) => other.file === file);
  if (!listed) return undefined;
  if (listed.bytes > MOST_JSON_BYTES)
    return [fault('file-too-big', { folder, file }, { bytes: listed.bytes, most: MOST_JSON_BYTES })];
  try {
    return await disk.read(listed.location, listed.bytes);
  } catch (error) {
    return [fault('pack-not-copied', { folder, file }, { why: codeOf(error) })];
  }
}

const missing = (folder: string): Fault => fault('file-missing', { folder, file: PACK_FILE });
