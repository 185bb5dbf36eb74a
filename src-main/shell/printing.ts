import type { BrowserWindow, BrowserWindowConstructorOptions, PrinterInfo, WebContents } from 'electron';
import type { Clock } from '../clock.ts';
import type { Settings } from '../contract/settings.ts';
import type { Host } from '../host.ts';
import { systemPrinting } from '../printing/system-printing.ts';
import type { Printers, PrintView } from '../printing/printers.ts';
import { webPreferences } from './kiosk-window.ts';
import { ORIGIN } from './scheme.ts';

/** Of the window that nobody sees, in which a sheet is laid out: as locked as the kiosk's own. */
export const printWindowOptions: BrowserWindowConstructorOptions = {
  show: false,
  frame: false,
  skipTaskbar: true,
  focusable: false,
  // As wide as a sheet, so that nothing of it is laid out anew for paper.
  width: 816,
  height: 1123,
  webPreferences,
};

/** What Windows lists among its printers and would ask for the name of a file, over the page. */
const NO_PAPER = /^(Microsoft (Print to PDF|XPS Document Writer)|OneNote\b|Fax$)/;

const PAPERS = { a4: 'A4', letter: 'Letter' } as const satisfies Record<Settings['paper'], string>;
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };

export interface ShellPrintingOptions {
  readonly machine: { readonly platform: NodeJS.Platform; readonly env: NodeJS.ProcessEnv };
  readonly clock: Clock;
}

export interface ReadyToPrint {
  readonly BrowserWindow: typeof BrowserWindow;
  /** The kiosk's page, which is asked nothing but what printers the system has. */
  readonly contents: Pick<WebContents, 'getPrintersAsync'>;
}

/** How Electron prints: in windows that are there for one sheet, as soon as the app is ready. */
export class ShellPrinting implements Pick<Host, 'printPdf' | 'printers'> {
  #electron: ReadyToPrint | undefined;
  readonly printers: Printers | undefined;

  constructor({ machine, clock }: ShellPrintingOptions) {
    this.printers =
      machine.platform === 'win32'
        ? { list: () => this.#list(), print: (name, view) => this.#print(name, view) }
        : systemPrinting({ machine, clock, printPdf: this.printPdf }).printers;
  }

  /** The app is ready, and the kiosk has its window. */
  begin(electron: ReadyToPrint): void {
    this.#electron = electron;
  }

  readonly printPdf = (view: PrintView): Promise<Uint8Array> =>
    this.#show(view, (contents) =>
      contents.printToPDF({
        pageSize: PAPERS[view.paper],
        margins: NO_MARGINS,
        printBackground: true,
        generateTaggedPDF: true,
      }),
    );

  /** Windows prints the view itself: it has no program that takes a PDF. */
  #print(deviceName: string, view: PrintView): Promise<'refused' | undefined> {
    return this.#show(
      view,
      (contents) =>
        new Promise((resolve) =>
          contents.print(
            {
              silent: true,
              deviceName,
              pageSize: PAPERS[view.paper],
              margins: { marginType: 'none' },
              printBackground: true,
              color: false,
            },
            (isTaken) => resolve(isTaken ? undefined : 'refused'),
          ),
        ),
    );
  }

  async #list(): ReturnType<Printers['list']> {
    const found = (await this.#electron?.contents.getPrintersAsync().catch(() => undefined)) ?? [];
    const printers = found.filter(({ name }) => !NO_PAPER.test(name)).map(printerOf);
    // Electron does not say which is the usual one. Of several, staff choose.
    const [only, ...others] = printers;
    return { printers, ...(only && others.length === 0 && { usual: only.name }) };
  }

  #show<Made>(view: PrintView, work: (contents: WebContents) => Promise<Made>): Promise<Made> {
    return this.#withWindow(async (contents) => {
      await contents.loadURL(`${ORIGIN}${view.path}`);
      await view.laidOut;
      return work(contents);
    });
  }

  async #withWindow<Made>(work: (contents: WebContents) => Promise<Made>): Promise<Made> {
    if (!this.#electron) throw new Error('The app is not ready.');
    const window = new this.#electron.BrowserWindow(printWindowOptions);
    const gone = new Promise<never>((_, reject) =>
      window.webContents.once('render-process-gone', (_event, { reason }) =>
        reject(new Error(`The sheet’s process is gone (${reason}).`)),
      ),
    );
    try {
      return await Promise.race([gone, work(window.webContents)]);
    } finally {
      window.destroy();
    }
  }
}

const printerOf = ({ name, displayName }: PrinterInfo) => ({
  name,
  ...(displayName && displayName !== name && { called: displayName }),
});
