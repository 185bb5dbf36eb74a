import type { PrintTrouble } from '../contract/sheet.ts';
import type { Settings } from '../contract/settings.ts';

/** A sheet that waits to be laid out and printed. */
export interface PrintView {
  /** Its path under the kiosk's address; it answers once. */
  readonly path: string;
  readonly paper: Settings['paper'];
  /** Resolves when the view says that it is laid out; rejects when it does not in time. */
  readonly laidOut: Promise<void>;
  /** Nobody wants the sheet any more. */
  readonly signal: AbortSignal;
}

/** Makes a PDF of a view. Rejects when the view cannot be shown. */
export type PrintPdf = (view: PrintView) => Promise<Uint8Array>;

/** A printer of the machine. */
export interface Printer {
  /** As the system knows it. */
  readonly name: string;
  /** As people know it, where that is another name. */
  readonly called?: string | undefined;
}

export interface PrinterList {
  readonly printers: readonly Printer[];
  /** The system's usual one. */
  readonly usual?: string | undefined;
}

/** The printers of the machine. */
export interface Printers {
  /** Never rejects: a machine that cannot say has none. */
  list(): Promise<PrinterList>;
  /**
   * @param printer one of the list
   * @returns what somebody has to see to; `undefined`: the sheet is printed, or waits its turn
   */
  print(printer: string, view: PrintView): Promise<PrintTrouble | undefined>;
}
