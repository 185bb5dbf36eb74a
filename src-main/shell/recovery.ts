import type { App, WebContents } from 'electron';
import type { Clock } from '../clock.ts';
import type { Log } from '../log/log.ts';
import type { Measure } from '../recovery/ladder.ts';
import { PageKeeper } from '../recovery/page-keeper.ts';
import { ADDRESS, REST_ADDRESS } from './scheme.ts';

/** Chromium starts its graphics process again by itself. So many losses in so short a time are a fault. */
const MOST_GRAPHICS_LOSSES = 3;
const GRAPHICS_SPAN = 5 * 60_000;

/** A load that another one has overtaken. */
const ABORTED = -3;

export interface RecoveryOptions {
  readonly app: Pick<App, 'on'>;
  readonly contents: WebContents;
  readonly clock: Clock;
  readonly log: Log;
  /** Failures in a row that an earlier process saw. */
  readonly failures: number;
  /** Starts the whole program again. */
  readonly relaunch: (why: string, failures: number) => void;
}

/** What Electron says of the page, told to the keeper; and what the keeper wants, done. */
export class Recovery {
  readonly #options: RecoveryOptions;
  readonly #keeper: PageKeeper;
  /** A page's process that this host ends itself is no news. */
  #isEnding = false;
  #graphicsLost: number[] = [];

  constructor(options: RecoveryOptions) {
    this.#options = options;
    const act = (measure: Measure, why: string): void => this.#act(measure, why);
    this.#keeper = new PageKeeper({ ...options, act });
    this.#listen();
  }

  pageIsReady(): void {
    this.#isEnding = false;
    this.#keeper.ready();
  }

  pageBeats(): void {
    this.#keeper.beat();
  }

  timePassed(): void {
    this.#keeper.timePassed();
  }

  get failures(): number {
    return this.#keeper.failures;
  }

  stop(): void {
    this.#keeper.stop();
  }

  /** Shows the page for the first time. */
  start(): void {
    this.#load(ADDRESS);
  }

  #listen(): void {
    const { app, contents } = this.#options;
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument, url }) => {
      if (isMainFrame && !isSameDocument && url === ADDRESS) this.#keeper.loading();
    });
    contents.on('render-process-gone', (_, { reason, exitCode }) => {
      if (!this.#isEnding) this.#keeper.failed(`The page’s process is gone (${reason}, ${exitCode}).`);
      this.#isEnding = false;
    });
    contents.on('unresponsive', () => this.#keeper.failed('The page does not answer.'));
    contents.on('did-fail-load', (_, code, what, url, isMainFrame) => {
      if (isMainFrame && code !== ABORTED)
        this.#keeper.failed(`The page could not be loaded (${what || code}).`);
    });
    app.on('child-process-gone', (_, { type, reason }) => {
      if (type === 'GPU' && reason !== 'clean-exit') this.#graphicsLoss(reason);
    });
  }

  #graphicsLoss(reason: string): void {
    const { clock, log, contents } = this.#options;
    const now = clock.now();
    this.#graphicsLost = [...this.#graphicsLost.filter((at) => now - at < GRAPHICS_SPAN), now];
    log.warn(`The graphics process is gone (${reason}).`, { losses: this.#graphicsLost.length });
    if (this.#graphicsLost.length >= MOST_GRAPHICS_LOSSES) {
      this.#graphicsLost = [];
      this.#keeper.failed('The graphics process is lost again and again.');
    } else if (!contents.isDestroyed()) contents.invalidate();
  }

  #act(measure: Measure, why: string): void {
    const { contents, relaunch } = this.#options;
    if (measure === 'relaunch' || contents.isDestroyed()) relaunch(why, this.#keeper.failures);
    else this.#load(measure === 'rest' ? REST_ADDRESS : ADDRESS);
  }

  /** Loads an address into a fresh process: one that hangs would not take it. */
  #load(address: string): void {
    const { contents } = this.#options;
    if (contents.getURL() !== '' && !contents.isCrashed()) {
      this.#isEnding = true;
      contents.forcefullyCrashRenderer();
    }
    if (address === ADDRESS) this.#keeper.loading();
    // What goes wrong is said by did-fail-load.
    contents.loadURL(address).catch(() => undefined);
  }
}
