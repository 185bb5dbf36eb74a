import type { HostCapabilities } from '../contract/api.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import type { Host, PanelTurn } from '../host.ts';
import type { Log } from '../log/log.ts';
import { terminalLog } from '../log/terminal-log.ts';
import type { Report } from './report.ts';
import type { Supervisor } from './supervisor.ts';

export interface BrowserHostOptions {
  readonly capabilities: HostCapabilities;
  readonly report: Report;
  readonly turn: (degrees: PanelTurn) => Promise<string | undefined>;
  readonly printing?: Pick<Host, 'printPdf' | 'printers'>;
}

/** The browser host, as the kiosk knows it. */
export class BrowserHost implements Host {
  readonly capabilities: HostCapabilities;
  readonly turnPanel: Host['turnPanel'];
  readonly printPdf: Host['printPdf'];
  readonly printers: Host['printers'];
  /** Resolves with the exit code that the kiosk asks for. */
  readonly asked: Promise<ExitCode>;
  /** The kiosk's, once there is one. */
  log: Log;
  /** What shows the page; none under `--host serve`. */
  screen: Supervisor | undefined;
  #ask: (code: ExitCode) => void = () => undefined;
  readonly #report: Report;

  constructor({ capabilities, report, turn, printing }: BrowserHostOptions) {
    this.capabilities = capabilities;
    this.turnPanel = turn;
    this.printPdf = printing?.printPdf;
    this.printers = printing?.printers;
    this.#report = report;
    this.log = terminalLog(report.log);
    this.asked = new Promise((resolve) => (this.#ask = resolve));
  }

  pageIsReady(): void {
    this.screen?.pageIsReady();
    this.log.info('The page is ready.');
    this.#report.ready();
  }

  pageBeats(): void {
    this.screen?.pageBeats();
  }

  restart(why: string): void {
    this.log.info(`${why} Restarting.`);
    this.#ask(exitCode.restart);
  }

  leave(): void {
    this.log.info('Staff have left the kiosk.');
    this.#ask(exitCode.left);
  }

  /** A browser has no say over the display: a dark page is all it can do, and the system's own settings keep it on. */
  keepAwake(): void {
    // Nothing to do.
  }

  /** A browser finds a screen reader by itself, and cannot be told of one while it runs. */
  serveScreenReader(): void {
    // Nothing to do.
  }
}
