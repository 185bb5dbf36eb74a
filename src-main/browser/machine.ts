import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';

/** What the search for a browser asks of the machine; tests give their own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly temporary: string;
  /** The user's number; undefined on Windows. */
  readonly user: number | undefined;
  readonly exists: (path: string) => boolean;
  /** Names in a folder; empty where there is none. */
  readonly list: (folder: string) => string[];
  /** The first bytes of a file as text; empty where there is none. */
  readonly head: (path: string) => string;
  /** What a program prints. Rejects when it cannot run, fails or takes longer than 15 s. */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  temporary: tmpdir(),
  user: process.getuid?.(),
  exists: existsSync,
  list(folder) {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
  head(path) {
    try {
      return readFileSync(path).subarray(0, 4096).toString('latin1');
    } catch {
      return '';
    }
  },
  run: (program, args) =>
    new Promise((resolve, reject) => {
      const options = { timeout: 15_000, windowsHide: true, encoding: 'utf8' } as const;
      execFile(program, [...args], options, (error, stdout) =>
        error ? reject(new Error(error.message)) : resolve(stdout),
      );
    }),
};

/** Whether a window can be shown. */
export function hasDisplay({ platform, env }: Pick<Machine, 'platform' | 'env'>): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
