import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import type { HostMessage } from '../../src-main/browser/report.ts';

/** A running kiosk, as `npm start -- --host serve` runs it. */
export interface Kiosk {
  readonly origin: string;
  /** Opens the kiosk: gives the browser its cookie and leads to the page. */
  readonly address: string;
}

/** What went wrong on a page, seen from outside. Any entry fails the test. */
export class Faults {
  readonly #seen: string[] = [];
  readonly #expected: RegExp[] = [];

  /** Says that this test means to cause such a fault. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  add(fault: string): void {
    this.#seen.push(fault);
  }

  get unexpected(): string[] {
    return this.#seen.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
  }
}

interface WorkerFixtures {
  /** Further arguments of the kiosk, such as `['--locale', 'es']`. */
  kioskArguments: string[];
  kiosk: Kiosk;
}

interface Fixtures {
  faults: Faults;
}

/**
 * Tests of the page. `page` has entered the kiosk already; it fails the test when it asks for anything outside of
 * the kiosk, breaks the content security policy, throws, or writes an error to the console.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  kioskArguments: [[], { option: true, scope: 'worker' }],

  kiosk: [
    async ({ kioskArguments }, use) => {
      const settings = await mkdtemp(path.join(tmpdir(), 'tonos-settings-'));
      const child = fork(
        'dist/main/serve.js',
        [...['--host', 'serve', '--port', '0', '--settings', settings], ...kioskArguments],
        { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
      );
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      const address = await new Promise<string>((resolve, reject) => {
        child.on(
          'message',
          (message: HostMessage) => message.type === 'listening' && resolve(message.address),
        );
        child.once('exit', (code) => reject(new Error(`The kiosk ended with exit code ${code}.`)));
      });
      await use({ address, origin: new URL(address).origin });
      child.disconnect();
      await ended;
      await rm(settings, { recursive: true });
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ kiosk }, use) => use(kiosk.origin),

  // Playwright wants a pattern here, even an empty one.
  // eslint-disable-next-line no-empty-pattern
  faults: async ({}, use) => {
    const faults = new Faults();
    await use(faults);
    expect(faults.unexpected, 'faults on the page').toEqual([]);
  },

  context: async ({ context, kiosk, faults }, use) => {
    await watch(context, kiosk, faults);
    await use(context);
  },

  page: async ({ page, kiosk }, use) => {
    await page.goto(kiosk.address);
    await use(page);
  },
});

/** Opens the kiosk as on a panel of this diagonal, in inches, whatever its settings say. */
export async function openOnPanel(page: Page, { origin }: Kiosk, inches: number): Promise<void> {
  await page.route('**/', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/"panelInches":[\d.]+/, `"panelInches":${inches}`);
    await route.fulfill({ response: answer, body });
  });
  // The event stream would tell the true settings.
  await page.route('**/events', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: ':\n\n' }),
  );
  await page.goto(origin);
}

export { expect };

async function watch(context: BrowserContext, { origin }: Kiosk, faults: Faults): Promise<void> {
  const isOutside = (url: URL) => /^(https?|wss?):$/.test(url.protocol) && url.origin !== origin;
  await context.route(isOutside, async (route) => {
    faults.add(`request outside of the kiosk: ${route.request().url()}`);
    await route.abort();
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`securitypolicyviolation: ${violatedDirective} ${blockedURI}`),
    );
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.add(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.add(`error: ${error.error().message}`));
}
