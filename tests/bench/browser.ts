import { chromium, type Browser as Playwright, type CDPSession, type Page } from 'playwright-core';
import { findBrowser, noBrowserMessage, type Browser } from '../../src-main/browser/find-browser.ts';
import { thisMachine } from '../../src-main/browser/machine.ts';
import { probe } from './page/probe.ts';

/** A 21.5″ panel. */
const viewport = { width: 1920, height: 1080 };

/** For browsers whose page is measured. */
export const switches = [
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-component-update',
  '--disable-background-networking',
  '--no-first-run',
  '--touch-events=enabled',
  '--log-level=3',
];

/** The browser that the kiosk would use on this machine. @throws when there is none */
export async function usualBrowser(): Promise<Browser> {
  const search = await findBrowser(thisMachine);
  if (!search.browser) throw new Error(noBrowserMessage(search, thisMachine.platform));
  return search.browser;
}

export interface OpenPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  close(): Promise<void>;
}

export interface OpenBrowser {
  readonly playwright: Playwright;
  /** To the browser itself, not to one of its pages. */
  readonly cdp: CDPSession;
  /** A page that shares nothing with the others: no cache, no cookies. */
  open(): Promise<OpenPage>;
  close(): Promise<void>;
}

/** @param more switches beside the usual ones */
export async function openBrowser({ path }: Browser, more: readonly string[] = []): Promise<OpenBrowser> {
  const playwright = await chromium.launch({
    executablePath: path,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...switches, ...more],
  });
  return {
    playwright,
    cdp: await playwright.newBrowserCDPSession(),
    async open() {
      const context = await playwright.newContext({ viewport, hasTouch: true, deviceScaleFactor: 1 });
      await context.addInitScript(probe);
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      return { page, cdp, close: () => context.close() };
    },
    close: () => playwright.close(),
  };
}
