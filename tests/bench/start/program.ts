import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { root } from '../kiosk.ts';

/** A program that is run through npm, as a person would. */
export interface Program {
  /** Resolves with the milliseconds since its start when a line of its output matches. @throws when it ends before */
  said(pattern: RegExp): Promise<number>;
  /** Ends it and all that it has started. */
  end(): Promise<void>;
}

const PATIENCE = 60_000;

export function runNpm(args: readonly string[], env: NodeJS.ProcessEnv): Program {
  // npm says which of its files runs the scripts; without it, whatever `npm` is on the path.
  const npm = process.env['npm_execpath'];
  const [command, ...before] = npm ? [process.execPath, npm] : ['npm'];
  const isWindows = process.platform === 'win32';
  const started = performance.now();
  const child = spawn(command, [...before, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !isWindows,
    shell: isWindows && !npm,
  });
  let text = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const look = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const each of look) each();
    });
  }
  return {
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (pattern.test(text)) resolve(performance.now() - started);
        };
        look.add(check);
        check();
        const giveUp = (): void =>
          reject(new Error(`"npm ${args.join(' ')}" did not say ${String(pattern)}. It said:\n${text}`));
        setTimeout(giveUp, PATIENCE).unref();
        void ended.then(giveUp);
      }),
    async end() {
      signal(child);
      await ended;
    },
  };
}

function signal({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
