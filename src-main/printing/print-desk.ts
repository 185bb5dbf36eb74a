import type { Clock } from '../clock.ts';
import type { Library } from '../content/library.ts';
import type { PrintTrouble, Sheet, SheetView } from '../contract/sheet.ts';
import type { Settings } from '../contract/settings.ts';
import { fault, type Fault } from '../faults.ts';
import { codeOf } from '../files/error-code.ts';
import type { Host } from '../host.ts';
import type { Log } from '../log/log.ts';
import { HeldSheet } from './held-sheet.ts';
import { writePdf } from './pdf-folder.ts';
import type { Printer, PrinterList, PrintView } from './printers.ts';
import { testSheet, viewWords } from './view-words.ts';

/** How often the printers are looked for, ms: one may be plugged in at any time. */
const LOOK = 60_000;

export interface PrintDeskOptions {
  readonly host: Pick<Host, 'printPdf' | 'printers'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => Settings;
  readonly library: () => Library;
  /** Called when whether anything can be printed, or the faults, may be others. */
  readonly onChange: () => void;
}

/** Takes sheets and has them printed. */
export class PrintDesk {
  readonly #options: PrintDeskOptions;
  #list: PrinterList = { printers: [] };
  #isKnown = false;
  #job: AbortController | undefined;
  #held: HeldSheet | undefined;
  #folderFault: Fault | undefined;
  #trouble: PrintTrouble | undefined;
  #callOff = (): void => undefined;
  #closed = false;

  constructor(options: PrintDeskOptions) {
    this.#options = options;
  }

  /** The printers of the machine, as they were found last. */
  get list(): PrinterList {
    return this.#list;
  }

  /** Whether this host can print at all, if there is a printer. */
  get canPrint(): boolean {
    return this.#options.host.printPdf !== undefined;
  }

  /** Whether a sheet would get anywhere now: without, nobody is offered one. */
  get prints(): boolean {
    const { printer, pdfFolder } = this.#options.settings();
    if (!this.canPrint || printer === 'none') return this.canPrint && pdfFolder !== undefined;
    return pdfFolder !== undefined || this.#chosen !== undefined;
  }

  get faults(): readonly Fault[] {
    const { printer } = this.#options.settings();
    const isMissing =
      this.#isKnown && printer !== undefined && printer !== 'none' && this.#chosen === undefined;
    const at = { folder: '', file: 'settings.json' };
    return [
      ...(isMissing ? [fault('printer-missing', { ...at, path: 'printer' }, { printer })] : []),
      ...(this.#trouble
        ? [fault('printer-trouble', { ...at, path: 'printer' }, { trouble: this.#trouble })]
        : []),
      ...(this.#folderFault ? [this.#folderFault] : []),
    ];
  }

  /** Looks for printers now, and then every minute. */
  async look(): Promise<void> {
    const { host, clock, onChange } = this.#options;
    this.#callOff();
    if (this.#closed || !this.canPrint || !host.printers) return;
    const before = JSON.stringify(this.#list);
    this.#list = await host.printers.list();
    this.#isKnown = true;
    if (this.#closed) return;
    this.#callOff();
    this.#callOff = clock.after(LOOK, () => void this.look());
    if (JSON.stringify(this.#list) !== before) onChange();
  }

  /**
   * Has a sheet printed. It is let go when that is done, whatever came of it.
   * @returns what stands in the way
   */
  async print(sheet: Sheet): Promise<PrintTrouble | 'busy' | undefined> {
    const { log, onChange } = this.#options;
    if (this.#job) return 'busy';
    const job = (this.#job = new AbortController());
    try {
      const trouble = await this.#hand(sheet, job.signal);
      if (trouble) log.warn('A sheet could not be printed.', { trouble });
      this.#trouble = trouble;
      return trouble;
    } catch (error) {
      // Of a sheet that nobody wants any more there is nothing to tell.
      if (!job.signal.aborted) log.error(`A sheet could not be made: ${(error as Error).message}`);
      return 'view';
    } finally {
      if (this.#job === job) this.#job = undefined;
      onChange();
      void this.look();
    }
  }

  /** The same, to see whether it works. */
  printTest(locale: string): Promise<PrintTrouble | 'busy' | undefined> {
    return this.print(testSheet(this.#options.library(), locale));
  }

  /** Lets go of whatever is held: the visit is over, or its page has died. */
  readonly discard = (): void => {
    this.#job?.abort();
    this.#job = undefined;
    this.#held?.letGo();
    this.#held = undefined;
  };

  /** What the print view shows, for whoever has the ticket, once. */
  take(ticket: string): SheetView | undefined {
    return this.#held?.take(ticket);
  }

  /** The print view is laid out. */
  ready(ticket: string): boolean {
    return this.#held?.ready(ticket) ?? false;
  }

  close(): void {
    this.#closed = true;
    this.#callOff();
    this.discard();
  }

  async #hand(sheet: Sheet, signal: AbortSignal): Promise<PrintTrouble | undefined> {
    const { host, settings } = this.#options;
    const { pdfFolder } = settings();
    const { printPdf, printers } = host;
    const printer = this.#chosen;
    if (pdfFolder !== undefined && printPdf) {
      const pdf = await this.#show(sheet, printPdf);
      signal.throwIfAborted();
      const isKept = await this.#keep(pdfFolder, pdf);
      if (!printer) return isKept ? undefined : 'folder';
    }
    if (!printer || !printers) return 'away';
    return this.#show(sheet, (view) => printers.print(printer.name, view));
  }

  /** Holds a view of the sheet for as long as the work on it takes. */
  async #show<Made>(sheet: Sheet, work: (view: PrintView) => Promise<Made>): Promise<Made> {
    const { clock, settings, library } = this.#options;
    const { paper, clinicName, clinicContact } = settings();
    const content = {
      sheet,
      dir: library().locales.find(({ tag }) => tag === sheet.locale)?.dir ?? 'ltr',
      paper,
      clinic: { name: clinicName, contact: clinicContact },
      version: library().version,
      date: dayOf(clock.date()),
      words: viewWords(library(), sheet.locale),
    } as const;
    const held = new HeldSheet(content, clock);
    this.#held = held;
    try {
      return await work(held.view);
    } finally {
      held.letGo();
      if (this.#held === held) this.#held = undefined;
    }
  }

  async #keep(folder: string, pdf: Uint8Array): Promise<boolean> {
    try {
      await writePdf(folder, pdf, this.#options.clock.date());
      this.#folderFault = undefined;
      return true;
    } catch (error) {
      this.#folderFault = fault('pdf-not-kept', { folder, file: '' }, { why: codeOf(error) });
      return false;
    }
  }

  get #chosen(): Printer | undefined {
    const { printer } = this.#options.settings();
    if (printer === 'none') return undefined;
    const wanted = printer ?? this.#list.usual;
    return this.#list.printers.find(({ name }) => name === wanted);
  }
}

/** The day on the clinic's clock. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-');
