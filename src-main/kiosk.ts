import { Hono } from 'hono';
import { systemClock, type Clock } from './clock.ts';
import { openContent } from './content/content.ts';
import type { HostCapabilities, PageSettings } from './contract/api.ts';
import { errorAnswer } from './errors.ts';
import { faultKey, faultLine, type Fault } from './faults.ts';
import { pathOf, refusedAddress } from './routes/addresses.ts';
import { bootOf } from './routes/boot.ts';
import { contentRoutes } from './routes/content.ts';
import { openEvents } from './routes/events.ts';
import { hostRoutes } from './routes/host.ts';
import { pageRoutes } from './routes/page.ts';
import { readPageFiles } from './routes/page-files.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { settingsRoutes } from './routes/settings.ts';
import { effectiveSettings } from './settings/effective.ts';
import { openSettings } from './settings/settings-store.ts';

export interface KioskOptions {
  /** The built page: index.html and its assets. */
  readonly pageDir: string;
  /** The folder that holds locales/ and assets/. */
  readonly builtInDir: string;
  /** Content folders laid over it; later ones win. */
  readonly overlays: readonly string[];
  /** The folder of settings.json; without one the defaults stand. */
  readonly settingsDir: string | undefined;
  /** Wins over the settings for this run. */
  readonly locale: string | undefined;
  readonly host: HostCapabilities;
  /** Called when the page has reported that it can be touched, after each time it was loaded. */
  readonly onReady: () => void;
  readonly log: (line: string) => void;
  readonly clock?: Clock;
}

export interface Kiosk {
  /** Answers whatever it is asked; never rejects. */
  fetch(request: Request): Promise<Response>;
  /** What is wrong with content and settings now. */
  readonly faults: readonly Fault[];
  /** Ends event streams and stops watching folders. */
  close(): void;
}

/**
 * Opens the kiosk: content and settings, served to a page by whichever host shows it.
 * @throws when the page is not built or no content is usable at all; the message says what to do
 */
export async function openKiosk(options: KioskOptions): Promise<Kiosk> {
  const { host, log, onReady, clock = systemClock } = options;
  let known = new Set<string>();
  const logNew = (faults: readonly Fault[]): void => {
    for (const fault of faults)
      if (!known.has(faultKey(fault))) log(`${fault.severity}: ${faultLine(fault)}`);
    known = new Set(faults.map(faultKey));
  };
  const tell = (): void => {
    events.announce();
    logNew(allFaults());
  };

  const page = await readPageFiles(options.pageDir);
  const settings = await openSettings(options.settingsDir, tell);
  const content = await openContent({ ...options, clock, onChange: tell });
  const chosen = () => effectiveSettings(settings.current, content.current, options);
  const allFaults = (): readonly Fault[] => [...settings.faults, ...chosen().faults, ...content.faults];
  const pageSettings = (): PageSettings => chosen().settings;
  const boot = () => bootOf(content.current, pageSettings(), host);

  const events = openEvents(clock, () => ({
    content: { version: content.current.version },
    settings: pageSettings(),
  }));
  logNew(allFaults());

  const app = new Hono({ getPath: pathOf })
    .route('/', pageRoutes(page, boot))
    .route('/', contentRoutes(content))
    .route('/', settingsRoutes(pageSettings))
    .route('/', hostRoutes(host, onReady))
    .route('/', events.routes)
    .notFound(() => errorAnswer('not-found'))
    .onError((error) => {
      log(`error: the kiosk could not answer: ${error.stack ?? error.message}`);
      return errorAnswer('kiosk-fault');
    });

  return {
    async fetch(request) {
      const response = refusedAddress(request) ?? (await app.fetch(request));
      for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
      return response;
    },
    get faults() {
      return allFaults();
    },
    close() {
      content.close();
      events.close();
    },
  };
}
