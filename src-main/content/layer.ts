import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fault, type Fault, type Place } from '../faults.ts';
import { codeOf } from '../files/error-code.ts';
import { inParallel } from '../files/in-parallel.ts';
import { listFiles, type Listed } from '../files/list-files.ts';
import { pictureHeader } from '../files/picture-size.ts';
import type { Size } from '../files/webp-size.ts';
import { foldersOf, mostBytesOf, PACK_FILE, roleOf, type JsonKind } from './layout.ts';
import { packFaults } from './pack.ts';
import { readContentFile } from './read-content-file.ts';

/** A JSON file of a content folder. */
export interface JsonFile {
  readonly kind: JsonKind;
  readonly at: Place;
  readonly hash: string;
  /** What the file's schema has made of it; absent when the file is unusable. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

export interface Picture {
  readonly at: Place;
  readonly hash: string;
  readonly format: 'webp' | 'png';
  readonly size: Size;
  /**
   * Kept in memory: the bytes served are the bytes that were hashed, a pulled-out stick or a failing disk takes no
   * picture away, and versions of the content share them.
   */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A content folder as read at one moment. Never changes. */
export interface Layer {
  readonly folder: string;
  readonly json: ReadonlyMap<string, JsonFile>;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Faults of the folder: of its listing, its pack, and files that could not be read. */
  readonly faults: readonly Fault[];
}

export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;

/** Whether nothing of the content is there, as in a mount point without its disk. */
export const isEmpty = ({ json, pictures, faults }: Layer): boolean =>
  json.size + pictures.size + faults.length === 0;

/** The threads that read files are four; more would only hold files open. */
const AT_A_TIME = 8;

/**
 * Reads a content folder.
 * @param folder how faults name it; empty for the built-in content
 * @throws when the root is not a folder
 */
export async function readLayer(root: string, folder: string): Promise<Layer> {
  const folders = await foldersOf(root);
  const isPack = folders.includes('');
  const { files, faults } = await listFiles(root, folders, folder);
  const json = new Map<string, JsonFile>();
  const pictures = new Map<string, Picture>();
  const hashes = new Map<string, string>();
  const found: Fault[] = [...faults];
  let pack: Uint8Array | undefined;

  await inParallel(files, AT_A_TIME, async (listed) => {
    const { file } = listed;
    const at = { folder, file };
    const role = roleOf(file);
    if (role.role === 'slip') found.push(fault('file-unknown', at));
    if (role.role === 'misnamed') found.push(fault('file-name-wrong', at));
    if (!isPack && role.role !== 'json' && role.role !== 'picture') return;

    const bytes = await readListed(
      listed,
      role.role === 'json' ? mostBytesOf(role.kind) : MOST_PICTURE_BYTES,
      at,
    );
    if (!(bytes instanceof Uint8Array)) return void found.push(bytes);
    const hash = createHash('sha256').update(bytes).digest('hex');
    hashes.set(file, hash);
    if (file === PACK_FILE) pack = bytes;
    if (role.role === 'json')
      json.set(file, { kind: role.kind, at, hash, ...readContentFile(role.kind, bytes, at) });
    if (role.role === 'picture') {
      const { format, size } = pictureHeader(bytes) ?? {};
      if (format && format !== 'jpeg' && size && file.endsWith(`.${format}`))
        pictures.set(file, { at, hash, format, size, bytes });
      else found.push(fault('picture-unusable', at));
    }
  });
  if (pack) found.push(...packFaults(pack, hashes, folder));
  return { folder, json, pictures, faults: found.sort((a, b) => a.file.localeCompare(b.file, 'en')) };
}

async function readListed(
  { location, bytes }: Listed,
  most: number,
  at: Place,
): Promise<Uint8Array<ArrayBuffer> | Fault> {
  if (bytes > most) return fault('file-too-big', at, { bytes, most });
  try {
    return await readFile(location);
  } catch (error) {
    return fault('file-unreadable', at, { why: codeOf(error) });
  }
}
