/** Which packs are installed: `packs.json` beside their folders, and a copy of it for when it is damaged. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { PACK_FILE } from '../content/layout.ts';
import { Id } from '../contract/ids.ts';
import { PackFile } from '../contract/structure.ts';
import { fault, type Fault } from '../faults.ts';
import { codeOf } from '../files/error-code.ts';
import { parseJson } from '../files/read-json.ts';
import { objections, shapeFaults } from '../files/shape.ts';
import { writeWhole } from '../files/write-file.ts';
import { sha256 } from './brought-pack.ts';
import { isWhole } from './whole.ts';

export const LIST_FILE = 'packs.json';
const COPY_FILE = 'packs.last-good.json';

const PackVersion = z.strictObject({
  version: z.string(),
  sequence: z.int().min(0),
  /** SHA-256 of its `bundle.json`. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** When it was brought, ISO 8601. */
  installedAt: z.string().optional(),
});

/** A pack by its name: the version that is shown, and the one that a rollback shows. Absent: none, the built-in content. */
const PackEntry = z.strictObject({
  name: Id,
  current: PackVersion.optional(),
  previous: PackVersion.optional(),
});

const PackList = z.strictObject({ version: z.literal(1), packs: z.array(PackEntry) });

export type PackVersion = Readonly<z.infer<typeof PackVersion>>;
export type PackEntry = Readonly<z.infer<typeof PackEntry>>;

/** The folder of a version of a pack. */
export const folderName = (name: string, { hash }: Pick<PackVersion, 'hash'>): string =>
  `${name}-${hash.slice(0, 16)}`;

export const FOLDER_NAME = /^[a-z][a-z0-9-]*-[0-9a-f]{16}$/;

/** Writes the list, then its copy. @throws when the list could not be written; it is then as it was */
export async function writePackList(packsDir: string, entries: readonly PackEntry[]): Promise<void> {
  const list: z.infer<typeof PackList> = { version: 1, packs: [...entries] };
  const text = `${JSON.stringify(list, null, 2)}\n`;
  await writeWhole(path.join(packsDir, LIST_FILE), text);
  // The list itself is kept; a copy that fails now is made with the next change.
  await writeWhole(path.join(packsDir, COPY_FILE), text).catch(() => undefined);
}

/** Makes the copy what the list is, where a kiosk was killed between the two. */
export async function refreshCopy(packsDir: string): Promise<void> {
  const read = (file: string): Promise<string | undefined> =>
    readFile(path.join(packsDir, file), 'utf8').catch(() => undefined);
  const [list, copy] = await Promise.all([read(LIST_FILE), read(COPY_FILE)]);
  if (list === undefined || list === copy) return;
  await writeWhole(path.join(packsDir, COPY_FILE), list).catch(() => undefined);
}

/**
 * The installed packs as the list has them, else as its copy has them, else as the folders show. Never changes a file.
 * @returns `isFresh` when they come from the list
 */
export async function readPackList(
  packsDir: string,
): Promise<{ entries: PackEntry[]; faults: Fault[]; isFresh: boolean }> {
  const list = await readOne(packsDir, LIST_FILE);
  if (list.entries) return { entries: list.entries, faults: [], isFresh: true };
  const copy = await readOne(packsDir, COPY_FILE);
  const entries = copy.entries ?? (await entriesOfFolders(packsDir));
  const faults = [...list.faults, ...copy.faults];
  if (faults.length > 0) {
    const instead = copy.entries ? 'its last good copy stands' : 'the packs that are there are shown';
    faults.push(fault('pack-list-unusable', { folder: packsDir, file: LIST_FILE }, { instead }));
  }
  return { entries, faults, isFresh: false };
}

async function readOne(packsDir: string, file: string): Promise<{ entries?: PackEntry[]; faults: Fault[] }> {
  const at = { folder: packsDir, file };
  const bytes = await readFile(path.join(packsDir, file)).catch((error: unknown) => codeOf(error));
  if (typeof bytes === 'string')
    return { faults: bytes === 'ENOENT' ? [] : [fault('file-unreadable', at, { why: bytes })] };
  const { value, faults } = parseJson(bytes, at);
  if (faults.length > 0) return { faults };
  const list = PackList.safeParse(value);
  if (!list.success) return { faults: shapeFaults(objections(list.error.issues, value), at) };
  return { entries: list.data.packs, faults };
}

/** Only packs that were passed get a folder of such a name, so what is whole may be shown. */
async function entriesOfFolders(packsDir: string): Promise<PackEntry[]> {
  const names = await readdir(packsDir).catch(() => []);
  const found: { name: string; version: PackVersion }[] = [];
  for (const folder of names.filter((name) => FOLDER_NAME.test(name))) {
    const bytes = await readFile(path.join(packsDir, folder, PACK_FILE)).catch(() => undefined);
    const pack = PackFile.safeParse(bytes && parseJson(bytes, { folder, file: PACK_FILE }).value);
    if (!bytes || !pack.success) continue;
    const { name, version, sequence } = pack.data;
    const one = { version, sequence, hash: sha256(bytes) };
    if (folder !== folderName(name, one) || !(await isWhole(path.join(packsDir, folder), one.hash))) continue;
    found.push({ name, version: one });
  }
  return [...Map.groupBy(found, ({ name }) => name)].map(([name, versions]) => {
    const [current, previous] = versions
      .map(({ version }) => version)
      .sort((a, b) => b.sequence - a.sequence);
    return { name, current, previous };
  });
}
