import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, _electron, expect, type BrowserContext, type Page } from '@playwright/test';
import { findElectron } from '../../tools/start/electron.mjs';
import { root } from '../../tools/start/project.mjs';
import { startOnDouble, type Running } from '../doubles/electron/start.ts';
import { inputOf } from './input-of.ts';
import { writeSettings } from './serve-kiosk.ts';
import { touchByHand } from './touch-by-hand.ts';

/** A kiosk that a host shows: the page is there already, and a test attaches to it. */
export interface Shown {
  readonly context: BrowserContext;
  readonly page: Page;
  close(): Promise<void>;
}

/** A kiosk's folder after its set-up: it has a PIN, which nobody knows, so that visitors come first. */
export async function usedState(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tonos-state-'));
  const door = { version: 1, pin: 'scrypt$of-no-number', wrong: 0, waiting: false };
  await writeFile(path.join(folder, 'staff.json'), JSON.stringify(door));
  return folder;
}

/** The kiosk on the Electron double. */
export async function showOnDouble(args: readonly string[]): Promise<Shown & { running: Running }> {
  const state = await usedState();
  const running = startOnDouble(['--settings', state, '--provisioned', writeSettings(state), ...args]);
  await isReady(running, 1);
  const { context, page } = await attach(running);
  return {
    ...{ running, context, page },
    async close() {
      running.child.kill('SIGTERM');
      await running.ended;
      await rm(state, { recursive: true, force: true });
    },
  };
}

/** Waits until the page has reported ready so often. */
export const isReady = (running: Running, times: number): Promise<void> =>
  expect.poll(() => running.said().split('The page is ready.').length - 1).toBeGreaterThanOrEqual(times);

/** The page that the double shows now. */
export async function attach(running: Running): Promise<{ context: BrowserContext; page: Page }> {
  const browser = await chromium.connectOverCDP(await running.ask<string>('endpoint'));
  const [context] = browser.contexts();
  const page = context?.pages().find((one) => one.url().startsWith('http://127.0.0.1'));
  if (!context || !page) throw new Error('The double shows no page.');
  await touchByHand(page);
  // A window’s program sees each key before its page does.
  page.keyboard.press = async (keys) => void (await running.ask('press', keys, inputOf(keys)));
  return { context, page };
}

/** The kiosk in a real Electron whose fuses allow looking inside. @throws when there is none */
export async function showOnElectron(args: readonly string[]): Promise<Shown> {
  const executablePath = findElectron(root);
  if (!executablePath) throw new Error('There is no Electron on this machine.');
  const state = await usedState();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath,
    cwd: root,
    args: [
      ...sandbox,
      'dist/main/main.js',
      '--settings',
      state,
      '--provisioned',
      writeSettings(state),
      ...args,
    ],
  });
  const page = await app.firstWindow();
  await touchByHand(page);
  return {
    context: app.context(),
    page,
    async close() {
      await app.close();
      await rm(state, { recursive: true, force: true });
    },
  };
}
