import { opendir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fault, type Fault } from '../faults.ts';
import { codeOf } from './error-code.ts';
import { inParallel } from './in-parallel.ts';

/** Files and folders that are looked at, whatever they are. */
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
  /** None when there are too many. */
  readonly files: readonly Listed[];
  readonly faults: readonly Fault[];
}

/**
 * Lists the files under some folders of a root. Links inside the root are followed, but not round in circles; links that
 * lead out are faults.
 * @param folders relative to the root; `''` is the root itself
 * @param folder how faults name the root
 * @param most files and folders that are looked at
 * @throws when the root is not a folder
 */
export async function listFiles(
  root: string,
  folders: readonly string[],
  folder: string,
  most = MOST_FILES,
): Promise<Listing> {
  const names: { file: string; location: string }[] = [];
  const faults: Fault[] = [];
  const realRoot = await realpath(root);
  await (await opendir(realRoot)).close();
  let left = most;

  /** @param above the real folders on the way to it: a link to one of them would lead round in a circle */
  const visit = async (within: string, location: string, above: readonly string[]): Promise<void> => {
    if (above.length > MOST_LEVELS || above.includes(location)) return;
    try {
      // One by one, so that a folder of millions is left as soon as there are too many.
      for await (const entry of await opendir(location, { bufferSize: 256 })) {
        if (--left < 0) return;
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
        if (place?.isDirectory) await visit(file, place.location, [...above, location]);
        else if (place) names.push({ file, location: place.location });
      }
    } catch (error) {
      const why = codeOf(error);
      if (why !== 'ENOENT') faults.push(fault('file-unreadable', { folder, file: within }, { why }));
    }
  };

  for (const within of folders) await visit(within, path.join(realRoot, within), []);
  if (left < 0) return { files: [], faults: [fault('files-too-many', { folder, file: '' }, { most })] };
  const files = await inParallel(names, 8, async ({ file, location }) => {
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
