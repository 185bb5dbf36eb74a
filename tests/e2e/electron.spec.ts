/** The Electron host as a process: its start, its window, what it refuses, how it recovers and how it ends. On the double. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { kioskWindowOptions } from '../../src-main/shell/kiosk-window.ts';
import { permissions } from '../../src-main/shell/permissions.ts';
import { whyStale } from '../../tools/start/build.mjs';
import { root } from '../../tools/start/project.mjs';
import { startOnDouble, type Running, type StartOptions } from '../doubles/electron/start.ts';
import { attach, isReady, usedState } from './shown.ts';
import { writeSettings } from './serve-kiosk.ts';

interface Fixtures {
  state: string;
  start: (args?: string[], options?: StartOptions) => Running;
  kiosk: Running;
}

const test = base.extend<Fixtures>({
  // Playwright wants a pattern here, even an empty one.
  // eslint-disable-next-line no-empty-pattern
  state: async ({}, use) => {
    const folder = await usedState();
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },

  start: async ({ state }, use) => {
    const started: Running[] = [];
    await use((args = [], options = {}) => {
      const own = ['--settings', state, '--provisioned', writeSettings(state)];
      const running = startOnDouble([...own, ...args], options);
      started.push(running);
      return running;
    });
    for (const { child, ended } of started) {
      child.kill('SIGTERM');
      await ended;
    }
  },

  kiosk: async ({ start }, use) => {
    const kiosk = start();
    await isReady(kiosk, 1);
    await use(kiosk);
  },
});

test.setTimeout(60_000);

const panel = (width: number, height: number) => ({ id: 1, bounds: { x: 0, y: 0, width, height } });

test('starts in order: what Chromium reads early comes before it is ready, the locks before the page', async ({
  kiosk,
}) => {
  const names = (await kiosk.calls()).map(({ name }) => name);
  const order = [
    'protocol.registerSchemesAsPrivileged',
    'app.commandLine.appendSwitch',
    'app.enableSandbox',
    'app.requestSingleInstanceLock',
    'app.ready',
    'app.configureHostResolver',
    'Menu.setApplicationMenu',
    'session.webRequest.onBeforeRequest',
    'session.setProxy',
    'protocol.handle',
    'powerSaveBlocker.start',
    'new BrowserWindow',
    'contents.loadURL',
  ];
  expect(names.filter((name, at) => order.includes(name) && names.indexOf(name) === at)).toEqual(order);
  const [made] = await kiosk.calls('new BrowserWindow');
  const { bounds } = panel(1920, 1080);
  expect(made?.args).toEqual([kioskWindowOptions({ windowed: false, bounds })]);
  expect((await kiosk.calls('contents.loadURL')).map(({ args }) => args)).toEqual([['tonos://kiosk/']]);
});

test('shows a page that can be touched, in memory only', async ({ kiosk }) => {
  const { page } = await attach(kiosk);
  await page.locator('.begin').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where in the body?');
  const [partition] = await kiosk.calls('session.fromPartition');
  expect(partition?.args).toEqual(['kiosk', { cache: false }]);
});

test('grants no permission, listed or not', async ({ kiosk }) => {
  const all = [...permissions.map(({ what }) => what), 'a permission of the next Chromium'];
  expect(await kiosk.ask('permissions', all)).toEqual([]);
});

const prevented = [
  ['contents', 'will-attach-webview', undefined],
  ['contents', 'will-redirect', undefined],
  ['contents', 'select-bluetooth-device', ''],
  ['session', 'will-download', undefined],
  ['session', 'select-hid-device', null],
  ['session', 'select-serial-port', ''],
  ['session', 'select-usb-device', null],
  ['session', 'file-system-access-restricted', 'deny'],
  ['app', 'login', null],
  ['app', 'certificate-error', false],
  ['app', 'select-client-certificate', null],
  ['app', 'open-url', undefined],
  ['window', 'app-command', undefined],
] as const;

test('prevents what the tables say', async ({ kiosk }) => {
  for (const [of, event, answer] of prevented) {
    const outcome = await kiosk.ask<{ prevented: boolean; answer?: unknown }>('emit', of, event, {
      url: 'tonos://kiosk/elsewhere',
    });
    expect(outcome, event).toEqual({ prevented: true, ...(answer !== undefined && { answer }) });
  }
});

test('brings a crashed page back', async ({ kiosk }) => {
  await kiosk.ask('crash');
  await isReady(kiosk, 2);
  expect(kiosk.said()).toContain('The page’s process is gone (crashed, 1). Loading it again.');
  const { page } = await attach(kiosk);
  await page.locator('.begin').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where in the body?');
});

test('replaces a page that hangs @full', async ({ kiosk }) => {
  await kiosk.ask('hang');
  await isReady(kiosk, 2);
  expect(kiosk.said()).toContain('The page is silent. Loading it again.');
  expect(await kiosk.calls('contents.forcefullyCrashRenderer')).toHaveLength(1);
});

test('replaces a page of which Chromium says that it does not answer', async ({ kiosk }) => {
  await kiosk.ask('emit', 'contents', 'unresponsive');
  await isReady(kiosk, 2);
  expect(kiosk.said()).toContain('The page does not answer. Loading it again.');
});

test('bears two losses of the graphics process, and starts afresh at the third', async ({ kiosk }) => {
  const lose = () => kiosk.ask('emit', 'app', 'child-process-gone', {}, { type: 'GPU', reason: 'crashed' });
  await lose();
  await lose();
  expect(await kiosk.calls('contents.invalidate')).toHaveLength(2);
  expect(await kiosk.calls('contents.loadURL')).toHaveLength(1);
  await lose();
  await isReady(kiosk, 2);
});

test('starts the program again when loading the page again did not help', async ({ start }) => {
  const kiosk = start(['--windowed', '--failures', '2']);
  await isReady(kiosk, 1);
  await kiosk.ask('crash');
  expect(await kiosk.ended).toBe(0);
  const [, said = ''] = /^app\.relaunch (.*)$/m.exec(kiosk.said()) ?? [];
  const { args } = JSON.parse(said) as { args: string[] };
  expect(args[0]).toBe('dist/main/main.js');
  expect(args).toContain('--windowed');
  expect(args.slice(-2)).toEqual(['--failures', '3']);
});

test('leaves that to whoever supervises it', async ({ start }) => {
  const kiosk = start(['--failures', '2'], { env: { TONOS_SUPERVISED: '1' } });
  await isReady(kiosk, 1);
  await kiosk.ask('crash');
  expect(await kiosk.ended).toBe(11);
  expect(kiosk.said()).not.toContain('app.relaunch');
});

test('rests on a calm screen when nothing helps', async ({ start }) => {
  const kiosk = start(['--failures', '4']);
  await isReady(kiosk, 1);
  await kiosk.ask('crash');
  await expect.poll(kiosk.said).toContain('Showing a calm screen');
  await expect
    .poll(async () => (await kiosk.calls('did-navigate')).at(-1)?.args)
    .toEqual(['tonos://kiosk/rest']);
  const { page } = await attach(kiosk);
  await expect(page.locator('body')).toContainText('This screen is resting.');
  await expect(page.locator('body')).toHaveAttribute('bgcolor', '#12211f');
});

test('shows a calm screen when there is no content, and says why', async ({ start }) => {
  const project = mkdtempSync(path.join(tmpdir(), 'tonos-project-'));
  cpSync('dist', path.join(project, 'dist'), { recursive: true });
  const kiosk = start([], { entry: path.join(project, 'dist/main/main.js') });
  await expect.poll(() => kiosk.calls('did-navigate').then((calls) => calls.length)).toBe(1);
  const { page } = await attach(kiosk);
  await expect(page.locator('body')).toContainText('This screen is resting.');
  expect(kiosk.said()).toMatch(/error: There is no kiosk: .+/);
  rmSync(project, { recursive: true });
});

test('sleeps and wakes without a new page', { tag: '@full' }, async ({ kiosk }) => {
  for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen']) {
    await kiosk.ask('emit', 'powerMonitor', event);
  }
  expect(kiosk.said()).toContain('The machine goes to sleep.\nThe machine woke up.');
  expect(await kiosk.calls('contents.loadURL')).toHaveLength(1);
  const { page } = await attach(kiosk);
  await page.locator('.begin').tap();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test(
  'fills the display again when it is unplugged, plugged in and turned',
  { tag: '@full' },
  async ({ kiosk }) => {
    await kiosk.ask('displays', []);
    await expect.poll(kiosk.said).toContain('There is no display.');
    await kiosk.ask('displays', [panel(1080, 1920)]);
    await expect
      .poll(async () => (await kiosk.calls('window.setBounds')).map(({ args }) => args))
      .toEqual([[panel(1080, 1920).bounds]]);
    expect((await kiosk.calls('window.setKiosk')).map(({ args }) => args)).toEqual([[false], [true]]);
    const { page } = await attach(kiosk);
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1080, 1920]);
  },
);

test('is ready for a screen reader where the settings ask for it, and else as the system says (R-37)', async ({
  kiosk,
  start,
  state,
}) => {
  const asked = (running: Running) =>
    running.calls('app.setAccessibilitySupportEnabled').then((calls) => calls.map(({ args }) => args));
  expect(await asked(kiosk)).toEqual([]);
  kiosk.child.kill('SIGTERM');
  await kiosk.ended;

  writeFileSync(path.join(state, 'settings.json'), JSON.stringify({ screenReader: true }));
  const again = start();
  await isReady(again, 1);
  expect(await asked(again)).toEqual([[true]]);
});

test('cannot be closed over the whole screen', async ({ kiosk }) => {
  await kiosk.ask('closeWindow');
  const { page } = await attach(kiosk);
  await expect(page.locator('.begin')).toBeVisible();
});

test('ends with its window', async ({ start }) => {
  const kiosk = start(['--windowed']);
  await isReady(kiosk, 1);
  await kiosk.ask('closeWindow').catch(() => undefined);
  expect(await kiosk.ended).toBe(0);
});

test('is there once: a second start ends, and the first comes to the front', async ({ kiosk, start }) => {
  const second = start([], { env: { TONOS_DOUBLE_SECOND: '1' } });
  expect(await second.ended).toBe(8);
  expect(second.said()).toContain('Tonos is running already');
  await kiosk.ask('emit', 'app', 'second-instance');
  expect(await kiosk.calls('window.focus')).toHaveLength(1);
});

test('ends on a signal', async ({ kiosk }) => {
  kiosk.child.kill('SIGTERM');
  expect(await kiosk.ended).toBe(0);
});

test('makes a trial start', async ({ start, state }) => {
  const file = path.join(state, 'ready');
  const kiosk = start(['--smoke', file]);
  expect(await kiosk.ended).toBe(0);
  expect(existsSync(file)).toBe(true);
});

test('tells its starter, and ends with it', async ({ start }) => {
  const kiosk = start([], { hasStarter: true });
  const messages: unknown[] = [];
  kiosk.child.on('message', (message) => messages.push(message));
  await expect.poll(() => messages).toContainEqual({ type: 'ready' });
  kiosk.child.disconnect();
  expect(await kiosk.ended).toBe(0);
});

test('is started by npm start', async ({ state }) => {
  test.skip(process.platform === 'win32', 'The stand-in for the binary is a shell script.');
  test.skip(whyStale(root) !== undefined, 'The bundles are stale: npm test builds them first.');
  const dist = path.join(state, 'binary');
  mkdirSync(dist);
  writeFileSync(
    path.join(dist, 'electron'),
    `#!/bin/sh\nexec "${process.execPath}" tests/doubles/electron/run.mjs "$@"\n`,
    {
      mode: 0o755,
    },
  );
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: dist, STATE_DIRECTORY: state };
  const starter = spawn(process.execPath, ['tools/start.mjs', '--host', 'electron'], { env });
  let said = '';
  starter.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await expect.poll(() => said).toContain('The page is ready.');
  expect(said).toMatch(/^Host: electron\nWhy: {2}it was asked for\n/);
  starter.kill('SIGTERM');
  expect(await new Promise((resolve) => starter.once('exit', resolve))).toBe(0);
});

test('names an option that it does not know', async ({ start }) => {
  const kiosk = start(['--bogus']);
  expect(await kiosk.ended).toBe(2);
  expect(kiosk.said()).toContain("Unknown option '--bogus'");
});
