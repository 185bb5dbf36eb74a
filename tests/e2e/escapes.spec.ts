/** Nobody gets out: every row of the table, on the Electron host’s double and on the browser host’s own options. */
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { browserOptions } from '../../src-main/browser/browser-options.ts';
import { escapeKeys, escapes, ownKeys, systemEscapes, type Escape } from './escapes.ts';
import { Outside, Signs } from './escape-signs.ts';
import { inputOf } from './input-of.ts';
import { serveKiosk } from './serve-kiosk.ts';
import { showOnDouble } from './shown.ts';

/** A page that can be tried, and the way to make it fresh. */
interface Tried {
  readonly page: Page;
  readonly home: string;
  close(): Promise<void>;
}

const executablePath = process.env['TONOS_BROWSER'];
const launch = {
  ...(executablePath && { executablePath }),
  chromiumSandbox: process.getuid?.() !== 0,
  hasTouch: true,
  viewport: { width: 1280, height: 800 },
};

async function onDouble(): Promise<Tried> {
  const shown = await showOnDouble([]);
  return { page: shown.page, home: shown.page.url(), close: () => shown.close() };
}

/** Arguments that Playwright gives by itself, or that would open a page before it looks. */
const PLAYWRIGHTS = /^--(app|user-data-dir|incognito|remote-debugging-pipe|headless|kiosk|no-sandbox)\b/;

async function onBrowserHost(): Promise<Tried> {
  const profile = mkdtempSync(path.join(tmpdir(), 'tonos-escapes-'));
  const kiosk = await serveKiosk([]);
  const options = browserOptions({ address: kiosk.address, profile, windowed: false, name: 'Chromium' });
  const args = options.filter((option) => !PLAYWRIGHTS.test(option));
  const context = await chromium.launchPersistentContext(profile, { ...launch, args });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(kiosk.address);
  return {
    ...{ page, home: page.url() },
    async close() {
      await context.close();
      await kiosk.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** A page that nothing locks. */
async function unlocked(): Promise<Tried> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/worker.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? '' : '<!doctype html><meta name="viewport" content="width=device-width"><p>A page.</p>',
    );
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch(launch);
  const context: BrowserContext = await browser.newContext(launch);
  const page = await context.newPage();
  await page.goto(home);
  return {
    ...{ page, home },
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Tries rows one after the other; a row that had an effect, and a new kind, begin on a fresh page.
 * @param look sees what an attempt has changed
 * @returns what was seen, by the row’s name
 */
async function tryAll(
  { page, home }: Tried,
  rows: readonly Escape[],
  look = (signs: Signs, won: unknown) => signs.look(won),
): Promise<Record<string, string[]>> {
  const outside = await Outside.open();
  const signs = new Signs(page, outside);
  const client = await page.context().newCDPSession(page);
  const seen: Record<string, string[]> = {};
  let last: Escape | undefined;
  const freshPage = async (): Promise<void> => {
    let isLeaving = false;
    await expect(() =>
      page.goto(home).catch((error: unknown) => {
        isLeaving = true;
        throw error;
      }),
    ).toPass({ timeout: 45_000 });
    if (last && isLeaving) seen[last.name]?.push('the page was leaving');
    // A kiosk opens on its page; there is nothing that lies behind it.
    await client.send('Page.resetNavigationHistory');
  };
  for (const row of rows) {
    if (row.kind !== last?.kind || seen[last.name]?.length) await freshPage();
    last = row;
    await signs.begin();
    const won = await row.attempt({ page, client, outside: outside.address }).catch(() => undefined);
    seen[row.name] = await look(signs, won);
  }
  await freshPage();
  outside.close();
  return seen;
}

/** What works shows sooner or later, on a busy machine later. */
async function untilSeen(signs: Signs, won: unknown): Promise<string[]> {
  let seen: string[] = [];
  await expect
    .poll(async () => (seen = await signs.look(won)), { timeout: 10_000 })
    .not.toEqual([])
    .catch(() => undefined);
  return seen;
}

const nothing = (rows: readonly Escape[]) => Object.fromEntries(rows.map(({ name }) => [name, []]));

test.setTimeout(120_000);

for (const [host, open] of [
  ['Electron', onDouble],
  ['the browser host @full', onBrowserHost],
] as const) {
  test(`nothing leads out of ${host}`, async () => {
    const tried = await open();
    expect(await tryAll(tried, escapes)).toEqual(nothing(escapes));
    await tried.close();
  });
}

test('the same attempts succeed where nothing is locked @full', async () => {
  const rows = escapes.filter(({ worksUnlocked }) => worksUnlocked);
  const tried = await unlocked();
  const seen = await tryAll(tried, rows, untilSeen);
  expect(rows.map(({ name }) => name).filter((name) => seen[name]?.length === 0)).toEqual([]);
  await tried.close();
});

test('no key of a browser reaches the page in Electron, and every key of its own does', async () => {
  const shown = await showOnDouble([]);
  const reach = async (keys: readonly string[]) => {
    const reached: string[] = [];
    for (const key of keys) if (await shown.running.ask('press', key, inputOf(key))) reached.push(key);
    return reached;
  };
  expect(await reach(escapeKeys)).toEqual([]);
  expect(await reach(ownKeys)).toEqual(ownKeys);
  await shown.close();
});

test('the table is whole', () => {
  const names = escapes.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(new Set(escapes.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(15);
  for (const { lockedIn, line } of systemEscapes)
    expect(readFileSync(lockedIn, 'utf8'), lockedIn).toContain(line);
});
