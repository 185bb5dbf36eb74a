import type { Clock } from '../clock.ts';
import type { Log } from '../log/log.ts';
import { measureAfter, pauseAfter, type Measure } from './ladder.ts';
import { Silence } from './silence.ts';

export interface PageKeeperOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Does what is to be done. The host calls `loading()` again when it has. */
  readonly act: (measure: Measure, why: string) => void;
  /** Failures in a row that an earlier process saw. */
  readonly failures?: number;
  /** How long a page has to be well until its failures are forgotten, ms. */
  readonly steadyMs?: number;
}

/** How long a page may take to report ready, ms. */
export const READY_WITHIN = 30_000;
/** A page that was well for this long is well: the next failure counts as the first, ms. */
export const STEADY = 60_000;
/** How long the calm screen stands before the page is tried again, ms. */
export const REST = 5 * 60_000;
/** How long until the calm screen is shown again when it is gone too, ms. */
const REST_AGAIN = 5_000;

/**
 * Sees to it that there is a page before the visitor. The host says what it sees of the page; the keeper says what to do,
 * gently at first. Knows nothing of how a page is shown, so that both hosts are kept alike.
 */
export class PageKeeper {
  readonly #options: PageKeeperOptions;
  readonly #silence: Silence;
  #failures: number;
  #state: 'loading' | 'ready' | 'failing' | 'resting' | 'stopped' = 'failing';
  #callOff = (): void => undefined;
  #readyAt = 0;

  constructor(options: PageKeeperOptions) {
    this.#options = options;
    this.#failures = options.failures ?? 0;
    this.#silence = new Silence(options.clock, () => this.failed('The page is silent.'));
  }

  /** Failures in a row; to be carried over when the host's process is started again. */
  get failures(): number {
    return this.#failures;
  }

  /** A page is being loaded. */
  loading(): void {
    if (this.#state === 'stopped' || this.#state === 'resting') return;
    this.#wait('loading', READY_WITHIN, () =>
      this.failed(`The page was not ready within ${READY_WITHIN / 1000} s.`),
    );
  }

  /** The page can be touched. */
  ready(): void {
    if (this.#state === 'stopped') return;
    this.#readyAt = this.#options.clock.now();
    this.#wait('ready', this.#options.steadyMs ?? STEADY, () => (this.#failures = 0));
    this.#silence.expect();
  }

  /** The page lives. */
  beat(): void {
    if (this.#state === 'ready') this.#silence.expect();
  }

  /** The page is gone or does not answer. Said twice of one failure, the second time changes nothing. */
  failed(why: string): void {
    const { log, act, clock } = this.#options;
    if (this.#state === 'resting') return this.#restAgain(why);
    if (this.#state !== 'loading' && this.#state !== 'ready') return;
    this.#failures++;
    const measure = measureAfter(this.#failures);
    const pause = measure === 'rest' ? 0 : pauseAfter(this.#failures);
    const lasted = this.#state === 'ready' ? Math.round((clock.now() - this.#readyAt) / 1000) : 0;
    log.error(`${why} ${inWords(measure, pause)}`, { failures: this.#failures, lasted });
    this.#silence.end();
    this.#wait('failing', pause, () => {
      if (measure === 'rest') this.#rest();
      act(measure, why);
    });
  }

  /** The machine slept or the clock stood still: the silence meanwhile was no sign. */
  timePassed(): void {
    if (this.#state === 'ready') this.#silence.expect();
    if (this.#state === 'loading') this.loading();
  }

  stop(): void {
    this.#callOff();
    this.#silence.end();
    this.#state = 'stopped';
  }

  /** Even the calm screen is gone. */
  #restAgain(why: string): void {
    this.#options.log.error(`${why} Showing the calm screen again in ${REST_AGAIN / 1000} s.`);
    this.#wait('failing', REST_AGAIN, () => {
      this.#rest();
      this.#options.act('rest', why);
    });
  }

  #rest(): void {
    this.#wait('resting', REST, () => {
      this.#state = 'failing';
      this.#options.log.info('Trying the page again after a rest.');
      this.#options.act('reload', 'It has rested.');
    });
  }

  #wait(state: 'loading' | 'ready' | 'failing' | 'resting', ms: number, then: () => void): void {
    this.#callOff();
    this.#state = state;
    if (ms === 0) then();
    else this.#callOff = this.#options.clock.after(ms, then);
  }
}

const inWords = (measure: Measure, pause: number): string => {
  const when = pause > 0 ? ` in ${pause / 1000} s` : '';
  if (measure === 'reload') return `Loading it again${when}.`;
  if (measure === 'relaunch') return `Starting it again${when}.`;
  return `Showing a calm screen for ${REST / 60_000} minutes.`;
};
