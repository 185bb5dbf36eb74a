import { lstat, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from './find-browser.ts';
import type { Machine } from './machine.ts';

const PREFIX = 'tonos-profile-';

/** The folder in which a browser's profiles are made. */
export function profileParent(
  browser: Pick<Browser, 'snap'>,
  machine: Pick<Machine, 'home' | 'temporary'>,
): string {
  return browser.snap ? path.join(machine.home, 'snap', browser.snap, 'common') : machine.temporary;
}

/** Makes an empty profile that only this user can read. The name says which process it belongs to. */
export async function makeProfile(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  return mkdtemp(path.join(parent, `${PREFIX}${process.pid}-`));
}

/** Removes a profile. A browser that is still ending may write into it meanwhile, hence the retries. */
export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/**
 * Removes the profiles of earlier starts that ended without cleaning up (power cut, `kill -9`).
 * To be called before a profile is made: one that carries this process's own number is then a leftover too.
 */
export async function sweepProfiles(parent: string, isAlive = processIsAlive): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  const swept: string[] = [];
  for (const name of names) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (!owner || (Number(owner) !== process.pid && isAlive(Number(owner)))) continue;
    const folder = path.join(parent, name);
    const found = await lstat(folder).catch(() => undefined);
    // The temporary folder is everybody's: another user's folder, or a link, is not ours to follow.
    if (!found?.isDirectory() || (process.getuid && found.uid !== process.getuid())) continue;
    // One that cannot be removed is no reason not to start.
    await removeProfile(folder).then(
      () => swept.push(folder),
      () => undefined,
    );
  }
  return swept;
}

function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
