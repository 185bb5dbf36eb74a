import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HostMessage } from '../../src-main/browser/report.ts';

const SCRIPT = path.join(import.meta.dirname, '../../dist/main/serve.js');

/** A running kiosk. */
export interface Kiosk {
  readonly origin: string;
  /** Opens the kiosk: gives the browser its cookie and leads to the page. */
  readonly address: string;
}

/**
 * What a kiosk of tests is told unless a test brings its own: touches count as the browser has them, at once. What Steady
 * Touch makes of them is tested in steady-touch.spec.ts.
 */
const SETTINGS = { version: 1, touch: 'off' };

/** Writes those settings into a folder. @returns the file */
export function writeSettings(folder: string): string {
  const file = path.join(folder, 'provisioned.json');
  writeFileSync(file, JSON.stringify(SETTINGS));
  return file;
}

/** Starts a kiosk as `npm start -- --host serve` does, with a folder of its own. */
export async function serveKiosk(
  args: readonly string[],
): Promise<Kiosk & { readonly close: () => Promise<void> }> {
  const state = await mkdtemp(path.join(tmpdir(), 'tonos-state-'));
  const own = ['--host', 'serve', '--port', '0', '--settings', state];
  const child = fork(SCRIPT, [...own, '--provisioned', writeSettings(state), ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: HostMessage) => message.type === 'listening' && resolve(message.address));
    child.once('exit', (code) => reject(new Error(`The kiosk ended with exit code ${code}.`)));
  });
  return {
    address,
    origin: new URL(address).origin,
    async close() {
      child.disconnect();
      await ended;
      await rm(state, { recursive: true });
    },
  };
}
