import { createHash } from 'node:crypto';
import path from 'node:path';

/** The longest path that every system takes for a socket, in bytes. */
const LONGEST = 100;

/** Where the running kiosk of a state folder listens to the `tonos` command: a socket, on Windows a named pipe. */
export function controlPlace(
  stateDir: string,
  { platform, temporary }: { readonly platform: NodeJS.Platform; readonly temporary: string },
): string {
  const hash = createHash('sha256').update(path.resolve(stateDir)).digest('hex').slice(0, 16);
  if (platform === 'win32') return `\\\\.\\pipe\\tonos-${hash}`;
  const beside = path.join(stateDir, 'control.sock');
  return Buffer.byteLength(beside) <= LONGEST ? beside : path.join(temporary, `tonos-${hash}.sock`);
}
