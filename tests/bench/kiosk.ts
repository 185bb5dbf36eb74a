import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HostMessage } from '../../src-main/browser/report.ts';

export const root = path.resolve(import.meta.dirname, '../..');

export interface RunningKiosk {
  /** Opens the kiosk as often as wanted: gives the browser its cookie and leads to the page. */
  readonly address: string;
  /** Milliseconds from starting the process to its answering. */
  readonly listeningMs: number;
  end(): Promise<void>;
}

/**
 * The built kiosk, as `npm start -- --host serve` runs it, with settings of its own.
 * @throws when it ends before it listens
 */
export async function startKiosk(args: readonly string[] = []): Promise<RunningKiosk> {
  const settings = await mkdtemp(path.join(tmpdir(), 'tonos-bench-settings-'));
  const options = ['--host', 'serve', '--port', '0', '--settings', settings, ...args];
  const started = performance.now();
  const child = fork(path.join(root, 'dist/main/serve.js'), options, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: HostMessage) => message.type === 'listening' && resolve(message.address));
    child.once('exit', (code) => reject(new Error(`The kiosk ended with exit code ${code}.`)));
  });
  return {
    address,
    listeningMs: performance.now() - started,
    async end() {
      child.disconnect();
      await ended;
      await rm(settings, { recursive: true, force: true });
    },
  };
}
