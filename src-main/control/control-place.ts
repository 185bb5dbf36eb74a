import { createHash } from 'node:crypto';
import { lstat, stat } from 'node:fs/promises';
import path from 'node:path';

/** The longest path that every system takes for a socket, in bytes. */
const LONGEST = 100;

/** What decides where the running kiosk is reached. */
export interface ControlMachine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly temporary: string;
  /** The user's number; undefined on Windows. */
  readonly user: number | undefined;
}

/** Where the running kiosk of a state folder listens to the `tonos` command: a socket, on Windows a named pipe. */
export function controlPlace(
  stateDir: string,
  { platform, env, temporary }: Omit<ControlMachine, 'user'>,
): string {
  const hash = createHash('sha256').update(path.resolve(stateDir)).digest('hex').slice(0, 16);
  if (platform === 'win32') return `\\\\.\\pipe\\tonos-${hash}`;
  // The user's own folder before the one that all users share.
  const places = [
    path.join(stateDir, 'control.sock'),
    ...(env['XDG_RUNTIME_DIR'] ? [path.join(env['XDG_RUNTIME_DIR'], `tonos-${hash}.sock`)] : []),
  ];
  const fitting = places.find((place) => Buffer.byteLength(place) <= LONGEST);
  return fitting ?? path.join(temporary, `tonos-${hash}.sock`);
}

/** Whether a socket may be somebody else's trap: another user's, in a folder into which anybody may write. */
export async function isForeign(place: string, user: number | undefined): Promise<boolean> {
  if (user === undefined) return false;
  try {
    const [folder, socket] = await Promise.all([stat(path.dirname(place)), lstat(place)]);
    const isShared = (folder.mode & 0o002) !== 0;
    return isShared && socket.uid !== user;
  } catch {
    // Nothing is there.
    return false;
  }
}
