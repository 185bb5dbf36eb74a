import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../clock.ts';

/** What the search for drives asks of the machine. */
export interface DriveMachine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** A file's text; empty where there is none. */
  readonly read: (file: string) => string;
  /** Folders in a folder, links left aside; empty where there is none. */
  readonly folders: (folder: string) => string[];
  /** What a program prints. Rejects when it cannot run, fails or takes too long. */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
}

/** Where removable drives are mounted, by a desktop, by hand, or by the kiosk's own image. */
const MOUNT_PLACES = ['/media/', '/run/media/', '/mnt/', '/run/tonos/usb/'];

/** The mounted removable drives of `/proc/self/mounts`. Only devices: network shares may hang for minutes. */
export function parseMounts(mounts: string): string[] {
  const places = mounts.split('\n').flatMap((line) => {
    const [device = '', place = ''] = line.split(' ').map(unescapeMount);
    const isThere = MOUNT_PLACES.some((start) => `${place}/`.startsWith(start));
    return device.startsWith('/dev/') && isThere ? [place] : [];
  });
  return [...new Set(places)];
}

/** A space in a name is written as `\040`; other letters stand as they are. */
const unescapeMount = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));

/** The drives of lines such as `E:`. */
export const parseDriveLetters = (lines: string): string[] =>
  [...lines.matchAll(/^\s*([A-Z]):\s*$/gim)].map(([, letter = '']) => `${letter.toUpperCase()}:\\`);

/** The folders of the removable drives that can be read now. Never rejects. */
export async function removableDrives(machine: DriveMachine = thisMachine): Promise<string[]> {
  const { platform, env, read, folders, run } = machine;
  if (platform === 'linux') return parseMounts(read('/proc/self/mounts'));
  // The system's own volume is a link there.
  if (platform === 'darwin') return folders('/Volumes').map((name) => `/Volumes/${name}`);
  if (platform !== 'win32') return [];
  const shell = path.win32.join(
    env['SystemRoot'] ?? 'C:\\Windows',
    'System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  );
  const question = "(Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=2').DeviceID";
  return run(shell, ['-NoProfile', '-NonInteractive', '-Command', question]).then(
    parseDriveLetters,
    () => [],
  );
}

/** What was found counts this long for somebody who waits, ms. */
const FRESH = 5_000;

/** The same for what looks day and night: asking Windows starts a program that works for a second. */
export const FRESH_FOR_WATCHING = process.platform === 'win32' ? 60_000 : FRESH;

/** Where people bring things to the kiosk. @param within found at most this long ago, ms */
export type BringPlaces = (within?: number) => Promise<readonly string[]>;

/** The removable drives that are plugged in, then the folders of the settings. */
export function bringPlaces(
  clock: Clock,
  folders: () => readonly string[],
  find: () => Promise<string[]> = () => removableDrives(),
): BringPlaces {
  let found: { at: number; drives: Promise<string[]> } | undefined;
  return async (within = FRESH) => {
    if (!found || clock.now() - found.at >= within) found = { at: clock.now(), drives: find() };
    return [...new Set([...(await found.drives), ...folders()])];
  };
}

const thisMachine: DriveMachine = {
  platform: process.platform,
  env: process.env,
  read(file) {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  },
  folders(folder) {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    } catch {
      return [];
    }
  },
  run: (program, args) =>
    new Promise((resolve, reject) => {
      const options = { timeout: 10_000, windowsHide: true, encoding: 'utf8' } as const;
      execFile(program, [...args], options, (error, stdout) =>
        error ? reject(new Error(error.message)) : resolve(stdout),
      );
    }),
};
