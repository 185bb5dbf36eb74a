import { access, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { PACK_FILE, SIGNATURE_FILE } from '../content/layout.ts';
import { printOf } from '../content/watch.ts';
import { inParallel } from '../files/in-parallel.ts';

/** Folders of a drive that are looked into. */
const MOST_FOLDERS = 1000;

/** The packs of a folder or drive: itself, else those one level below it. A drive that is not there has none. */
export async function findPacks(source: string): Promise<string[]> {
  const entries = await readdir(source, { withFileTypes: true }).catch(() => []);
  if (entries.some(({ name }) => name === PACK_FILE)) return [source];
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => path.join(source, name))
    .sort()
    .slice(0, MOST_FOLDERS);
  const packs = await inParallel(folders, 4, async (folder) =>
    access(path.join(folder, PACK_FILE)).then(
      () => [folder],
      () => [],
    ),
  );
  return packs.flat();
}

/** Changes when the list of a pack or its signature does. */
export async function stampOf(folder: string): Promise<string> {
  const stamps = [PACK_FILE, SIGNATURE_FILE].map(async (file) => {
    const stats = await stat(path.join(folder, file)).catch(() => undefined);
    return stats ? `${stats.size}.${stats.mtimeMs}.${stats.ino}` : 'gone';
  });
  return [folder, ...(await Promise.all(stamps))].join(' ');
}

/**
 * Changes whenever a pack of the sources does.
 * @param settled stamps of packs that need no other look while their lists stay as they are
 */
export async function printOfPacks(
  sources: readonly string[],
  settled: ReadonlySet<string>,
): Promise<string> {
  const lines: string[] = [];
  for (const source of sources) {
    for (const folder of await findPacks(source)) {
      const stamp = await stampOf(folder);
      lines.push(stamp, settled.has(stamp) ? '' : await printOf(folder));
    }
  }
  return lines.join('\n');
}
