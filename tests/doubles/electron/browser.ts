import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { chromium, type BrowserContext } from 'playwright-core';
import type { Handler } from './sessions.ts';

/** What stands in for a scheme's origin: Chromium is not built to know ours. */
export interface StandIn {
  readonly scheme: string;
  /** As the program knows it, as in `tonos://kiosk`. */
  readonly real: string;
  /** As the page sees it. */
  readonly origin: string;
}

export interface Opened {
  readonly context: BrowserContext;
  /** Where a test attaches to the page. */
  readonly endpoint: string;
}

let server: Server | undefined;
let opened: Promise<Opened> | undefined;
let profile: string | undefined;

/** Serves what a program's handler answers. Bodies are streamed in both directions. */
export async function standInFor(scheme: string, host: string, handler: Handler): Promise<StandIn> {
  const real = `${scheme}://${host}`;
  let origin = '';
  const listener = getRequestListener(
    (request) => {
      const { pathname, search } = new URL(request.url);
      const headers = new Headers(request.headers);
      if (headers.get('origin') === origin) headers.set('origin', real);
      const { method, body, signal } = request;
      const duplex = body ? { body, duplex: 'half' as const } : {};
      return handler(new Request(`${real}${pathname}${search}`, { method, headers, signal, ...duplex }));
    },
    { overrideGlobalObjects: false },
  );
  server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { scheme, real, origin };
}

/** Chromium with the program's own switches; only the stand-in is let through where they lead to nowhere. */
function argumentsFor(switches: ReadonlyMap<string, string>, { origin }: StandIn): string[] {
  const also: Record<string, string> = {
    'proxy-bypass-list': `;${new URL(origin).host}`,
    'host-resolver-rules': ', EXCLUDE 127.0.0.1',
  };
  return [...switches].map(([name, value]) => {
    const all = value + (also[name] ?? '');
    return all ? `--${name}=${all}` : `--${name}`;
  });
}

export function openBrowser(
  switches: ReadonlyMap<string, string>,
  standIn: StandIn,
  size: { width: number; height: number },
): Promise<Opened> {
  opened ??= (async () => {
    profile = mkdtempSync(path.join(tmpdir(), 'tonos-double-'));
    const executablePath = process.env['TONOS_BROWSER'];
    const context = await chromium.launchPersistentContext(profile, {
      ...(executablePath && { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--remote-debugging-port=0', ...argumentsFor(switches, standIn)],
      viewport: size,
      hasTouch: true,
      reducedMotion: 'reduce',
      acceptDownloads: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    const [port, socket] = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
    return { context, endpoint: `ws://127.0.0.1:${port}${socket}` };
  })();
  return opened;
}

export const openedBrowser = (): Promise<Opened> | undefined => opened;

export async function endBrowser(): Promise<void> {
  server?.close();
  server?.closeAllConnections();
  await opened?.then(({ context }) => context.close()).catch(() => undefined);
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
