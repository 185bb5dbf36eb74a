import type { Report } from '../browser/report.ts';
import type { HostCapabilities } from '../contract/api.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import type { Log } from '../log/log.ts';
import type { Awake } from './power.ts';
import type { ShellPrinting } from './printing.ts';
import type { Recovery } from './recovery.ts';

export interface ElectronHostOptions {
  readonly report: Report;
  readonly log: Log;
  readonly awake: Awake;
  readonly turn: Host['turnPanel'];
  readonly serveScreenReader: Host['serveScreenReader'];
  readonly printing: ShellPrinting;
  /** Ends the kiosk; with `restart` so that it is started again. */
  readonly end: (code: ExitCode) => void;
  /** The page of a trial start is ready. */
  readonly onReady: () => void;
}

/** Electron, as the kiosk knows it. */
export class ElectronHost implements Host {
  readonly capabilities: HostCapabilities = { kind: 'electron' };
  readonly turnPanel: Host['turnPanel'];
  readonly serveScreenReader: Host['serveScreenReader'];
  readonly printing: ShellPrinting;
  readonly printPdf: Host['printPdf'];
  readonly printers: Host['printers'];
  /** There from the moment that there is a window. */
  recovery: Recovery | undefined;
  readonly #options: ElectronHostOptions;

  constructor(options: ElectronHostOptions) {
    this.#options = options;
    this.turnPanel = options.turn;
    this.serveScreenReader = options.serveScreenReader;
    this.printing = options.printing;
    this.printPdf = options.printing.printPdf;
    this.printers = options.printing.printers;
  }

  pageIsReady(): void {
    const { log, report, onReady } = this.#options;
    this.recovery?.pageIsReady();
    log.info('The page is ready.');
    report.ready();
    onReady();
  }

  pageBeats(): void {
    this.recovery?.pageBeats();
  }

  restart(why: string): void {
    this.#options.log.info(`${why} Restarting.`);
    this.#options.end(exitCode.restart);
  }

  leave(): void {
    this.#options.log.info('Staff have left the kiosk.');
    this.#options.end(exitCode.left);
  }

  keepAwake(awake: boolean): void {
    this.#options.awake.keep(awake);
  }
}
