import { Hono } from 'hono';
import packageFile from '../package.json' with { type: 'json' };
import { systemClock, type Clock } from './clock.ts';
import { openContent } from './content/content.ts';
import type { PageSettings } from './contract/api.ts';
import type { Health } from './contract/staff.ts';
import { PanelTurner } from './display/panel-turn.ts';
import { errorAnswer } from './errors.ts';
import { faultKey, faultLine, isToMend, type Fault } from './faults.ts';
import { bringPlaces } from './files/drives.ts';
import type { Host } from './host.ts';
import { followDay } from './hours/day.ts';
import type { HeardLog } from './log/log.ts';
import { openPacks } from './packs/pack-store.ts';
import { PrintDesk } from './printing/print-desk.ts';
import { pathOf, refusedAddress } from './routes/addresses.ts';
import { bootOf } from './routes/boot.ts';
import { calmWordsOf } from './routes/calm-page.ts';
import { clinicRoutes } from './routes/clinic.ts';
import { contentRoutes } from './routes/content.ts';
import { openEvents } from './routes/events.ts';
import { pageRoutes } from './routes/page.ts';
import { readPageFiles } from './routes/page-files.ts';
import { openPageReports } from './routes/page-reports.ts';
import { restRoutes } from './routes/rest.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { settingsRoutes } from './routes/settings.ts';
import { sheetRoutes } from './routes/sheet.ts';
import { effectiveSettings } from './settings/effective.ts';
import { openSettings } from './settings/settings-store.ts';
import { openDrawing } from './staff/drawing-file.ts';
import { openHealth } from './staff/health.ts';
import { openStaff } from './staff/open-staff.ts';
import { openUse } from './staff/use.ts';

export interface KioskOptions {
  /** The built page: index.html and its assets. */
  readonly pageDir: string;
  /** The folder that holds locales/ and assets/. */
  readonly builtInDir: string;
  /** Stills of its diagrams, laid over it and watched; the folder may be missing or empty. */
  readonly postersDir?: string | undefined;
  /** Content folders laid over it; later ones win. */
  readonly overlays: readonly string[];
  /** The kiosk's own folder: staff settings, packs, logs, counts. It need not exist. */
  readonly stateDir: string;
  /** The settings of whoever administers the machine; the file need not exist. */
  readonly provisionedFile: string | undefined;
  /** Wins over the settings for this run. */
  readonly locale: string | undefined;
  readonly host: Host;
  readonly log: HeardLog;
  /** The files of the log, newest first. */
  readonly logFiles?: () => Promise<string[]>;
  /** Removable drives; without it, those of this machine. */
  readonly drives?: () => Promise<string[]>;
  readonly clock?: Clock;
}

/** How grave a fault is → how the log tells it. */
const LEVELS = { error: 'error', warning: 'warn', info: 'info' } as const;

export interface Kiosk {
  /** Answers whatever it is asked; never rejects. */
  fetch(request: Request): Promise<Response>;
  /** What is wrong with content and settings now. */
  readonly faults: readonly Fault[];
  /** How the kiosk is, for `tonos status`. */
  status(): Promise<Health & { readonly faults: readonly string[] }>;
  /** Ends event streams and timers, and stops watching folders. Resolves when all that counts is on the disk. */
  close(): Promise<void>;
}

/**
 * Opens the kiosk: content, settings and what is there for staff, served to a page by whichever host shows it.
 * @throws when the page is not built or no content is usable at all; the message says what to do
 */
export async function openKiosk(options: KioskOptions): Promise<Kiosk> {
  const { host, stateDir, log, clock = systemClock } = options;
  const page = await readPageFiles(options.pageDir);
  const drawing = await openDrawing(stateDir, log);
  const health = await openHealth({
    folder: stateDir,
    product: `Tonos ${packageFile.version}`,
    host: host.capabilities,
    clock,
    log,
    drawing: () => drawing.current,
  });
  const logFault = (error: Error): void =>
    log.error(`Settings were not followed: ${error.stack ?? error.message}`);
  // What changes while the rest is still being opened is told with all the rest.
  let isOpen = false;

  const settings = await openSettings({
    ...options,
    clock,
    onChange: () => void settingsChanged().catch(logFault),
  });
  const places = bringPlaces(clock, () => settings.current.packFolders, options.drives);
  const packs = await openPacks({
    stateDir,
    clock,
    log,
    sources: places,
    keys: () => settings.current.packKeys,
    validate: (folders) => content.errorsWith(folders),
    onChange: async () => {
      await content.setPacks(packs.current);
      tell();
    },
  });
  const content = await openContent({ ...options, packs: packs.current, clock, onChange: () => tell() });
  const chosen = () => effectiveSettings(settings.current, content.current, options);
  const use = await openUse({ folder: stateDir, isTour: (id) => content.current.tours.has(id), clock, log });
  const reports = openPageReports({
    host,
    clock,
    log,
    onReady: () => {
      health.pageShown();
      // A page that begins anew knows nothing of what the one before it wanted.
      desk.discard();
    },
    onUse: (what) => use.count(what),
    onMeasured: (measured) => drawing.keep(measured),
  });
  const day = followDay({
    clock,
    settings: () => settings.current,
    inUse: () => reports.isUsed,
    onChange: () => {
      host.keepAwake(!day.asleep);
      tell();
    },
    restart: () => host.restart('The nightly restart.'),
  });
  const turner = new PanelTurner({ host, clock, onChange: () => tell() });
  const desk = new PrintDesk({
    host,
    clock,
    log,
    settings: () => settings.current,
    library: () => content.current,
    onChange: () => tell(),
  });
  const staff = await openStaff({
    stateDir,
    clock,
    log,
    places,
    logFiles: options.logFiles ?? (() => Promise.resolve([])),
    host,
    settings,
    content,
    packs,
    health,
    use,
    desk,
    locale: () => chosen().settings.locale,
    faults: () => allFaults(),
  });

  const allFaults = (): readonly Fault[] =>
    [settings, chosen(), content, packs, staff, use, health, turner, desk].flatMap(({ faults }) => faults);
  const pageSettings = (): PageSettings => ({
    ...chosen().settings,
    clinicLogo: staff.logo.address,
    asleep: day.asleep,
    prints: desk.prints,
  });
  // Where the page is opened by hand, nobody sets up a kiosk.
  const firstPin = (): boolean => staff.door.firstPin && host.capabilities.kind !== 'serve';
  const events = openEvents(clock, () => ({
    content: { version: content.current.version },
    settings: pageSettings(),
  }));

  let known = new Set<string>();
  /** Tells pages what has changed, and the log of what is wrong now and was not before. */
  function tell(): void {
    if (!isOpen) return;
    events.announce();
    const faults = allFaults();
    for (const fault of faults)
      if (!known.has(faultKey(fault))) log[LEVELS[fault.severity]](faultLine(fault));
    known = new Set(faults.map(faultKey));
  }
  async function settingsChanged(): Promise<void> {
    if (!isOpen) return;
    day.look();
    packs.settingsChanged();
    void turner.turn(settings.current.panelTurn);
    host.serveScreenReader(settings.current.screenReader);
    await staff.logo.refresh();
    tell();
    void desk.look();
  }
  isOpen = true;
  host.keepAwake(!day.asleep);
  void turner.turn(settings.current.panelTurn);
  if (settings.current.screenReader) host.serveScreenReader(true);
  tell();
  packs.start();
  void desk.look();

  const app = new Hono({ getPath: pathOf })
    .route(
      '/',
      pageRoutes(page, () =>
        bootOf(content.current, pageSettings(), host.capabilities, firstPin(), drawing.current),
      ),
    )
    .route('/', contentRoutes(content))
    .route('/', settingsRoutes(pageSettings))
    .route('/', clinicRoutes(staff.logo))
    .route('/', reports.routes)
    .route('/', staff.routes)
    .route(
      '/',
      sheetRoutes(desk, page.sheet, (tag) => content.current.locales.some((locale) => locale.tag === tag)),
    )
    .route(
      '/',
      restRoutes(() => calmWordsOf(content.current, chosen().settings.locale)),
    )
    .route('/', events.routes)
    .notFound(() => errorAnswer('not-found'))
    .onError((error) => {
      log.error(`The kiosk could not answer: ${error.stack ?? error.message}`);
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
    status: async () => ({ ...(await health.now()), faults: allFaults().filter(isToMend).map(faultLine) }),
    async close() {
      for (const part of [day, turner, settings, packs, content, events, desk]) part.close();
      await Promise.all([staff.close(), use.close(), health.close()]);
    },
  };
}
