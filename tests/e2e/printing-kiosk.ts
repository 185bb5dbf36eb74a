/** A kiosk with a printer: opened in this process, its sheets made by a real browser without a window. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Entry } from '../../src-main/browser/entry.ts';
import { findBrowser } from '../../src-main/browser/find-browser.ts';
import { guard } from '../../src-main/browser/guard.ts';
import { listen } from '../../src-main/browser/listen.ts';
import { thisMachine } from '../../src-main/browser/machine.ts';
import { printInBrowser } from '../../src-main/browser/print-in-browser.ts';
import { systemClock } from '../../src-main/clock.ts';
import type { ProvisionedFile } from '../../src-main/contract/settings.ts';
import { openKiosk } from '../../src-main/kiosk.ts';
import { builtInPlaces } from '../../src-main/places.ts';
import type { Printers, PrintPdf, PrintView } from '../../src-main/printing/printers.ts';
import { root } from '../../tools/start/project.mjs';
import { logDouble } from '../doubles/log.ts';
import { plainHost } from './plain-host.ts';

export interface PrintingKioskOptions {
  readonly settings?: ProvisionedFile;
  readonly overlays?: readonly string[];
  /** The printers of the machine, given what makes PDFs; without it one that takes every sheet. */
  readonly printers?: (printPdf: PrintPdf) => Printers;
}

export interface PrintingKiosk {
  readonly origin: string;
  readonly address: string;
  /** What the printer was given, oldest first. */
  readonly printed: Uint8Array[];
  /** Every view that a sheet was shown in. */
  readonly views: PrintView[];
  /** The documents that those views were given, oldest first: each is answered once only. */
  readonly documents: string[];
  /** What the printer says of the next sheet. */
  next: Awaited<ReturnType<Printers['print']>>;
  readonly said: () => readonly string[];
  /** Names of what is left in the temporary folder of its browsers. */
  readonly temporary: string;
  close(): Promise<void>;
}

export async function openPrintingKiosk(options: PrintingKioskOptions = {}): Promise<PrintingKiosk> {
  const { settings = {}, overlays = [] } = options;
  const state = await mkdtemp(path.join(tmpdir(), 'tonos-state-'));
  const temporary = await mkdtemp(path.join(tmpdir(), 'tonos-print-'));
  const provisionedFile = path.join(state, 'provisioned.json');
  await writeFile(
    provisionedFile,
    JSON.stringify({ version: 1, touch: 'off', drawing: 'stills', ...settings }),
  );

  const isRoot = process.getuid?.() === 0;
  const env = { ...thisMachine.env, ...(isRoot && { TONOS_TEST_NO_SANDBOX: '1' }) };
  const machine = { ...thisMachine, env, temporary };
  const { browser } = await findBrowser(machine);
  if (!browser) throw new Error('There is no browser.');
  const entry = new Entry({ reusable: true });
  const log = logDouble();
  const views: PrintView[] = [];
  const documents: string[] = [];
  const printPdf: PrintPdf = (view) => {
    views.push(view);
    return printInBrowser({ browser, machine, origin: server.origin, entry, clock: systemClock })(view);
  };
  const printed: Uint8Array[] = [];
  const oneOffice = (): Printers => ({
    list: () => Promise.resolve({ printers: [{ name: 'Office' }], usual: 'Office' }),
    async print(_, view) {
      const trouble = kiosk.next;
      kiosk.next = undefined;
      if (!trouble) printed.push(await printPdf(view));
      return trouble;
    },
  });
  const opened = await openKiosk({
    ...builtInPlaces(root),
    overlays,
    stateDir: state,
    provisionedFile,
    locale: undefined,
    host: { ...plainHost(), printPdf, printers: (options.printers ?? oneOffice)(printPdf) },
    log,
  });
  const server = await listen({
    port: 0,
    answer: (port) => guard({ port, entry, fetch: answer, log }),
    log,
  });
  async function answer(request: Request): Promise<Response> {
    const answered = await opened.fetch(request);
    const { pathname } = new URL(request.url);
    if (answered.ok && views.some(({ path: of }) => of === pathname))
      documents.push(await answered.clone().text());
    return answered;
  }
  const kiosk: PrintingKiosk = {
    origin: server.origin,
    address: `${server.origin}${entry.path}`,
    printed,
    views,
    documents,
    next: undefined,
    said: () => log.lines,
    temporary,
    async close() {
      await server.close();
      await opened.close();
      for (const folder of [state, temporary]) await rm(folder, { recursive: true, force: true });
    },
  };
  return kiosk;
}
