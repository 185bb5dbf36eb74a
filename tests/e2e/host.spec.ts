/** The host as a process among processes: what it starts, and what it leaves behind. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, test as base } from '@playwright/test';
import { browserOptions } from '../../src-main/browser/browser-options.ts';
import { whyStale } from '../../tools/start/build.mjs';
import { root } from '../../tools/start/project.mjs';

/** A process of the host, and everything it has said. */
interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly said: () => string;
}

interface Fixtures {
  /** A folder of the test's own for profiles; every process of the test is known by it. */
  temporary: string;
  start: (script: string, ...args: string[]) => Started;
  kiosk: Started;
}

const test = base.extend<Fixtures>({
  // Playwright wants a pattern here, even an empty one.
  // eslint-disable-next-line no-empty-pattern
  temporary: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tonos-e2e-'));
    await use(folder);
    for (const { pid } of processesOf(folder)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },

  start: async ({ temporary }, use) => {
    await use((script, ...args) => {
      const env = {
        ...process.env,
        TMPDIR: temporary,
        XDG_CONFIG_HOME: temporary,
        TONOS_TEST_HEADLESS: '1',
        ...(process.getuid?.() === 0 && { TONOS_TEST_NO_SANDBOX: '1' }),
      };
      const child = fork(path.join(root, script), args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
      let text = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      }
      const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
        child.once('exit', (code, signal) => resolve(code ?? signal)),
      );
      return { child, ended, said: () => text };
    });
  },

  kiosk: async ({ start, temporary }, use) => {
    const kiosk = start('dist/main/serve.js', '--host', 'browser', '--port', '0', '--settings', temporary);
    await ready(kiosk, 1);
    await use(kiosk);
  },
});

test.skip(process.platform !== 'linux', 'Processes are looked up in /proc.');
test.setTimeout(60_000);

const wait = { timeout: 45_000 };

/** Waits until the page has reported ready so often. */
async function ready({ said }: Started, times: number): Promise<void> {
  await expect.poll(said, wait).toMatch(new RegExp(`^([^]*The page is ready\\.){${times}}`));
}

/** All processes that were started with the folder in their arguments or environment. */
function processesOf(folder: string): { pid: number; command: string }[] {
  const read = (file: string) => {
    try {
      return readFileSync(file, 'latin1');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => ({
      pid: Number(name),
      command: read(`/proc/${name}/cmdline`),
      env: read(`/proc/${name}/environ`),
    }))
    .filter(({ command, env }) => command.includes(folder) || env.includes(folder));
}

const profilesIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('tonos-profile-'));

function processOf(folder: string, isMeant: (command: string) => boolean): { pid: number; command: string } {
  const found = processesOf(folder).find(({ command }) => isMeant(command));
  if (!found) throw new Error('There is no such process.');
  return found;
}

const browserOf = (folder: string) =>
  processOf(folder, (command) => command.includes('--app=') && !command.includes('--type='));

/** Waits until nothing of the test runs any more. */
const nothingRuns = (folder: string) => expect.poll(() => processesOf(folder), wait).toEqual([]);

test('shows the kiosk in a browser of its own', ({ kiosk, temporary }) => {
  expect(kiosk.said()).toContain('Showing the kiosk in ');
  const [profile] = profilesIn(temporary);
  expect(statSync(path.join(temporary, profile!)).mode & 0o777).toBe(0o700);
});

test('notices who reads the key from the list of processes', async ({ kiosk, temporary }) => {
  const address = /--app=([^\0]+)/.exec(browserOf(temporary).command)![1]!;
  expect(kiosk.said()).not.toContain('/enter/');
  const answer = await fetch(address, { redirect: 'manual' });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('set-cookie')).toBeNull();
  await expect.poll(kiosk.said).toContain('An entry key was used a second time.');
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`leaves nothing behind on ${signal}`, async ({ kiosk, temporary }) => {
    kiosk.child.kill(signal);
    expect(await kiosk.ended).toBe(0);
    expect(profilesIn(temporary)).toEqual([]);
    await nothingRuns(temporary);
  });
}

test('leaves nothing behind when its starter is gone', async ({ kiosk, temporary }) => {
  kiosk.child.disconnect();
  expect(await kiosk.ended).toBe(0);
  expect(profilesIn(temporary)).toEqual([]);
  await nothingRuns(temporary);
});

test('takes the browser along when it is killed, and the next start sweeps up', async ({
  kiosk,
  start,
  temporary,
}) => {
  const [left] = profilesIn(temporary);
  kiosk.child.kill('SIGKILL');
  await nothingRuns(temporary);
  expect(profilesIn(temporary)).toEqual([left]);

  const next = start('dist/main/serve.js', '--host', 'browser', '--port', '0', '--settings', temporary);
  await ready(next, 1);
  expect(next.said()).toContain(`Removed a profile left by an earlier start: ${path.join(temporary, left!)}`);
  expect(profilesIn(temporary)).not.toContain(left);
});

test('starts a killed browser again, with another key and profile', async ({ kiosk, temporary }) => {
  const before = { browser: browserOf(temporary), profiles: profilesIn(temporary) };
  process.kill(before.browser.pid, 'SIGKILL');
  await ready(kiosk, 2);
  expect(kiosk.said()).toMatch(/ended \(SIGKILL\)\..*Loading it again\./s);
  const after = browserOf(temporary);
  const key = (command: string) => /\/enter\/([\w-]+)/.exec(command)?.[1];
  expect(key(after.command)).not.toBe(key(before.browser.command));
  expect(profilesIn(temporary)).toHaveLength(1);
  expect(profilesIn(temporary)).not.toEqual(before.profiles);
});

test('leads a crashed page back in the same browser', async ({ kiosk, temporary }) => {
  for (const { pid, command } of processesOf(temporary)) {
    if (command.includes('--type=renderer')) process.kill(pid, 'SIGKILL');
  }
  const { pid } = browserOf(temporary);
  await expect.poll(kiosk.said, wait).toContain('The page crashed. Loading it again.');
  await ready(kiosk, 2);
  expect(browserOf(temporary).pid).toBe(pid);
});

test('starts the browser again when its page hangs @full', async ({ kiosk, temporary }) => {
  test.setTimeout(180_000);
  for (const { pid, command } of processesOf(temporary)) {
    if (command.includes('--type=renderer')) process.kill(pid, 'SIGSTOP');
  }
  await expect.poll(kiosk.said, { timeout: 90_000 }).toContain('The page is silent. Loading it again.');
  await ready(kiosk, 2);
});

test('ends with its starter', async ({ start, temporary }) => {
  test.skip(whyStale(root) !== undefined, 'The bundles are stale: npm test builds them first.');
  const starter = start('tools/start.mjs', '--host', 'browser', '--port', '0');
  await ready(starter, 1);
  starter.child.kill('SIGKILL');
  await nothingRuns(temporary);
  expect(profilesIn(temporary)).toEqual([]);
});

test('is neither installed nor built again by a second start', async ({ start, temporary }) => {
  test.skip(whyStale(root) !== undefined, 'The bundles are stale: npm test builds them first.');
  const built = statSync(path.join(root, 'dist/main/serve.js')).mtimeMs;
  const starter = start('tools/start.mjs', '--host', 'serve', '--port', '0');
  await expect.poll(starter.said, wait).toContain('Open the kiosk at http://127.0.0.1:');
  expect(starter.said()).not.toMatch(/Missing|Building/);
  expect(starter.said()).toMatch(/^Host: serve\nWhy: {2}it was asked for\n/);
  starter.child.kill('SIGINT');
  expect(await starter.ended).toBe(0);
  expect(statSync(path.join(root, 'dist/main/serve.js')).mtimeMs).toBe(built);
  await nothingRuns(temporary);
});

test('says which port is taken', async ({ start, temporary }) => {
  const neighbour = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => neighbour.once('listening', resolve));
  const { port } = neighbour.address() as AddressInfo;
  const host = start('dist/main/serve.js', '--port', String(port), '--settings', temporary);
  expect(await host.ended).toBe(4);
  expect(host.said()).toContain(`Port ${port} is taken by another program. Choose another with --port.`);
  neighbour.close();
});

test('keeps its browser from every other address', async ({ temporary }) => {
  const server = createServer((_, response) => response.end('reached')).listen(0, '127.0.0.1');
  const other = createServer((_, response) => response.end('reached')).listen(0, '127.0.0.1');
  await Promise.all([server, other].map((each) => new Promise((resolve) => each.once('listening', resolve))));
  const addressOf = (each: typeof server) => `http://127.0.0.1:${(each.address() as AddressInfo).port}/`;

  const look = { address: addressOf(server), profile: temporary, windowed: false, name: 'Chromium' };
  const network = browserOptions(look).filter((option) => /proxy|networking|features/.test(option));
  const executablePath = process.env['TONOS_BROWSER'];
  const browser = await chromium.launch({ args: network, ...(executablePath && { executablePath }) });
  const page = await browser.newPage();
  await page.goto(addressOf(server));
  for (const address of [
    addressOf(other),
    'http://127.0.0.2/',
    'http://192.0.2.1/',
    'http://elsewhere.example/',
  ]) {
    await expect(page.goto(address), address).rejects.toThrow('ERR_PROXY_CONNECTION_FAILED');
  }
  await browser.close();
  for (const each of [server, other]) each.close();
});
