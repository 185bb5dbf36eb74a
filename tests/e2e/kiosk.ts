import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import type { Boot, PageSettings } from '../../src-main/contract/api.ts';
import { jsonForHtml } from '../../src-main/routes/html.ts';
import { serveKiosk, type Kiosk } from './serve-kiosk.ts';
import { showOnDouble, showOnElectron, type Shown } from './shown.ts';

/**
 * What shows the kiosk to the test: a browser of the test's own (`serve`), or a host, which then is part of what is tested:
 * Electron, or its double where there is none.
 */
export type Target = 'serve' | 'double' | 'electron';

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
  target: Target;
  /** Further arguments of the kiosk, such as `['--locale', 'es']`. */
  kioskArguments: string[];
  /** As `npm start -- --host serve` runs it; none where a host shows the kiosk. */
  served: Kiosk | undefined;
}

interface Fixtures {
  faults: Faults;
  /** The page that a host shows; none where the test opens it. */
  shown: Shown | undefined;
  kiosk: Kiosk;
}

/**
 * Tests of the page. `page` has entered the kiosk already; it fails the test when it asks for anything outside of
 * the kiosk, breaks the content security policy, throws, or writes an error to the console.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  target: ['serve', { option: true, scope: 'worker' }],
  kioskArguments: [[], { option: true, scope: 'worker' }],

  served: [
    async ({ kioskArguments, target }, use) => {
      if (target !== 'serve') return use(undefined);
      const kiosk = await serveKiosk(kioskArguments);
      await use(kiosk);
      await kiosk.close();
    },
    { scope: 'worker' },
  ],

  shown: async ({ kioskArguments, target }, use) => {
    if (target === 'serve') return use(undefined);
    const shown = await (target === 'double' ? showOnDouble : showOnElectron)(kioskArguments);
    await use(shown);
    await shown.close();
  },

  kiosk: async ({ served, shown }, use) => {
    if (served) return use(served);
    const address = shown?.page.url() ?? '';
    // Of a scheme of its own, Node knows no origin.
    await use({ address, origin: address.replace(/\/$/, '') });
  },

  baseURL: async ({ kiosk }, use) => use(kiosk.origin),

  // Playwright wants a pattern here, even an empty one.
  // eslint-disable-next-line no-empty-pattern
  faults: async ({}, use) => {
    const faults = new Faults();
    await use(faults);
    expect(faults.unexpected, 'faults on the page').toEqual([]);
  },

  context: async ({ context: own, shown, kiosk, faults }, use) => {
    const context = shown?.context ?? own;
    await watch(context, kiosk, faults);
    await use(context);
  },

  page: async ({ context, shown, kiosk }, use) => {
    const page = shown?.page ?? (await context.newPage());
    await page.goto(kiosk.address);
    await whenMade(page);
    await use(page);
  },
});

/** Keys, and fingers that are held, mean nothing to the calm screen that stands until the page is made. */
export const whenMade = (page: Page): Promise<void> => page.locator('.calm').waitFor({ state: 'detached' });

/** Opens the kiosk with settings of the test's own, whatever those of the kiosk say. */
export async function openWith(
  page: Page,
  { origin }: Kiosk,
  settings: Partial<PageSettings>,
): Promise<void> {
  await page.route('**/', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(
      /(<script[^>]* id="boot"[^>]*>)([^<]*)/,
      (_, open: string, json: string) => {
        const boot = JSON.parse(json) as Boot;
        return open + jsonForHtml({ ...boot, settings: { ...boot.settings, ...settings } });
      },
    );
    await route.fulfill({ response: answer, body });
  });
  // The event stream would tell the true settings.
  await page.route('**/events', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: ':\n\n' }),
  );
  await page.goto(origin);
  await whenMade(page);
}

/** Opens the kiosk as on a panel of this diagonal, in inches. */
export const openOnPanel = (page: Page, kiosk: Kiosk, panelInches: number): Promise<void> =>
  openWith(page, kiosk, { panelInches });

export { expect, type Kiosk };

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

/** Waits until brightness has faded over, so that colours are what they will stay. */
export const faded = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
  );
