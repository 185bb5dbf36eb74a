import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fault, type Fault } from '../faults.ts';
import { inParallel } from './in-parallel.ts';

const MOST_FILES = 20_000;
const MOST_LEVELS = 8;

/** Left behind by the systems that copy folders; never content. */
const LITTER = /^(\..*|Thumbs\.db|desktop\.ini|System Volume Information)$/i;

/** A file of a folder. */
export interface Listed {
  /** Relative to the folder, with forward slashes. */
  readonly file: string;
  /** Where it really is, links resolved. */
  readonly location: string;
  readonly bytes: number;
  /** Changes when the file is written or replaced. */
  readonly stamp: string;
}

export interface Listing {
  readonly files: readonly Listed[];
  readonly faults: readonly Fault[];
}

/**
 * Lists the files under some folders of a root. Links inside the root are followed, links that lead out are faults.
 * @param folders relative to the root; `''` is the root itself
 * @param folder how faults name the root
 * @throws when the root is not a folder
 */
export async function listFiles(root: string, folders: readonly string[], folder: string): Promise<Listing> {
  const names: { file: string; location: string }[] = [];
  const faults: Fault[] = [];
  const realRoot = await realpath(root);
  await readdir(realRoot);

  const visit = async (within: string, location: string, level: number): Promise<void> => {
    if (level > MOST_LEVELS) return;
    const entries = await readdir(location, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') {
        faults.push(fault('file-unreadable', { folder, file: within }, { why: error.code ?? 'unknown' }));
      }
      return [];
    });
    for (const entry of entries) {
      if (LITTER.test(entry.name)) continue;
      const file = within ? `${within}/${entry.name}` : entry.name;
      let place: { location: string; isDirectory: boolean } | undefined = {
        location: path.join(location, entry.name),
        isDirectory: entry.isDirectory(),
      };
      if (entry.isSymbolicLink()) {
        const target = await resolveLink(place.location);
        if (target && !isInside(realRoot, target.location))
          faults.push(fault('link-leads-out', { folder, file }));
        place = target && isInside(realRoot, target.location) ? target : undefined;
      }
      if (place?.isDirectory) await visit(file, place.location, level + 1);
      else if (place) names.push({ file, location: place.location });
    }
  };

  for (const within of folders) await visit(within, path.join(realRoot, within), 0);
  if (names.length > MOST_FILES)
    faults.push(fault('files-too-many', { folder, file: '' }, { most: MOST_FILES }));
  const files = await inParallel(names.slice(0, MOST_FILES), 8, async ({ file, location }) => {
    const stats = await stat(location).catch(() => undefined);
    if (!stats?.isFile()) return [];
    return [{ file, location, bytes: stats.size, stamp: `${stats.size}.${stats.mtimeMs}.${stats.ino}` }];
  });
  return { files: files.flat(), faults };
}

/** Where a link leads; `undefined` when it leads to nothing. */
async function resolveLink(link: string): Promise<{ location: string; isDirectory: boolean } | undefined> {
  try {
    const location = await realpath(link);
    return { location, isDirectory: (await stat(location)).isDirectory() };
  } catch {
    return undefined;
  }
}

function isInside(root: string, location: string): boolean {
  const relative = path.relative(root, location);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
