import type { Clock } from '../clock.ts';
import type { Host } from '../host.ts';
import { cupsPrinters } from './cups.ts';
import type { PrintPdf } from './printers.ts';
import { systemPrograms } from './programs.ts';

export interface SystemPrintingOptions {
  readonly machine: { readonly platform: NodeJS.Platform; readonly env: NodeJS.ProcessEnv };
  readonly clock: Clock;
  readonly printPdf: PrintPdf;
}

/** What a host can do on this system without a program of its own: on Windows PDFs alone, elsewhere the printers of CUPS too. */
export function systemPrinting({
  machine,
  clock,
  printPdf,
}: SystemPrintingOptions): Pick<Host, 'printPdf' | 'printers'> {
  if (machine.platform === 'win32') return { printPdf };
  return { printPdf, printers: cupsPrinters({ run: systemPrograms(machine.env), clock, printPdf }) };
}
