import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Request } from 'playwright-core';
import type { OpenBrowser } from '../browser.ts';
import type { Measured } from '../sheet.ts';
import type { PageFigure } from './figures.ts';
import type { Target } from './targets.ts';

/** What is fetched within this time after the page loaded belongs to its first screen, milliseconds. */
const FIRST_SCREEN = 1500;

const PACKABLE = /text|json|javascript|xml/;

interface Part {
  readonly isScript: boolean;
  /** Body and headers as they were sent. */
  readonly sent: number;
  /** Body as gzip would send it, where gzip has a use. */
  readonly packed: number;
}

/** What the first screen fetches. Nobody touches it meanwhile. */
export async function weigh(browser: OpenBrowser, target: Target): Promise<Measured<PageFigure>> {
  const open = await browser.open();
  try {
    const parts: Promise<Part>[] = [];
    let requests = 0;
    open.page.on('request', () => (requests += 1));
    open.page.on('requestfinished', (request) => parts.push(partOf(request)));
    await open.page.goto(target.address, { waitUntil: 'load' });
    await pause(FIRST_SCREEN);
    const all = await Promise.all(parts);
    const scripts = all.filter(({ isScript }) => isScript);
    return {
      requests,
      sent: sum(all.map(({ sent }) => sent)) / 1000,
      gzip: sum(all.map(({ packed }) => packed)) / 1000,
      scriptSent: sum(scripts.map(({ sent }) => sent)) / 1000,
      scriptGzip: sum(scripts.map(({ packed }) => packed)) / 1000,
    };
  } finally {
    await open.close();
  }
}

async function partOf(request: Request): Promise<Part> {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  const response = await request.response();
  // A redirect has no body.
  const body = await response?.body().catch(() => undefined);
  const isPackable = PACKABLE.test(response?.headers()['content-type'] ?? '');
  return {
    isScript: request.resourceType() === 'script',
    sent: responseBodySize + responseHeadersSize,
    packed: body && isPackable ? gzipSync(body).length : responseBodySize,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
