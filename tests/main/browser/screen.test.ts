import { readdir } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { Entry } from '../../../src-main/browser/entry.ts';
import type { Machine } from '../../../src-main/browser/machine.ts';
import { findScreen, openScreen } from '../../../src-main/browser/screen.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { logDouble } from '../../doubles/log.ts';
import { temporaryFolder } from '../../fixtures/content.ts';

const desktop: Machine = {
  platform: 'linux',
  env: { PATH: '/usr/bin', DISPLAY: ':0' },
  home: '/home/kiosk',
  temporary: '/tmp',
  user: 1000,
  exists: (file) => file === '/usr/bin/chromium',
  list: () => [],
  head: () => '',
  run: () => Promise.resolve('Chromium 156.0.1.2'),
};
const { PATH } = desktop.env;
const quiet = logDouble();

it('finds the browser of a desktop', async () => {
  expect(await findScreen(desktop, quiet)).toMatchObject({ path: '/usr/bin/chromium' });
});

it.each([
  ['as root', { user: 0 }, 5, 'does not run safely as root'],
  ['without a display', { env: { PATH } }, 6, 'There is no display'],
  ['without a browser', { exists: () => false }, 3, 'No browser can show the kiosk. Install Chromium'],
])('says why it cannot, %s', async (_, change, code, message) => {
  await expect(findScreen({ ...desktop, ...change }, quiet)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message) as string,
  });
});

it('takes Wayland for a display', async () => {
  await expect(
    findScreen({ ...desktop, env: { PATH, WAYLAND_DISPLAY: 'wayland-0' } }, quiet),
  ).resolves.toBeDefined();
});

it('leaves no profile behind when a browser cannot even be started', async () => {
  const clock = new HeldClock();
  const log = logDouble();
  const temporary = await temporaryFolder();
  const browser = { path: '/not\0a path', name: 'Chromium', version: '156.0.1.2', snap: undefined };
  const screen = await openScreen({
    browser,
    machine: { ...desktop, temporary },
    origin: 'http://127.0.0.1:4518',
    entry: new Entry({ reusable: false }),
    windowed: false,
    locale: undefined,
    clock,
    log,
  });
  await vi.waitFor(() => expect(log.lines.length).toBeGreaterThan(0));
  expect(log.lines[0]).toContain('The browser cannot show the kiosk: ');
  await vi.waitFor(async () => expect(await readdir(temporary)).toEqual([]));
  await screen.stop();
  expect(clock.waiting).toBe(0);
});
