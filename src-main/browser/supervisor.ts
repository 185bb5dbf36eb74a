import type { Clock } from '../clock.ts';
import type { Ending, Running } from './launch.ts';

/** How long a page may take to report ready before its browser is started again. */
export const READY_WITHIN = 30_000;
/** A browser that was ready for this long is taken to be well: the next failure counts as the first. */
const STEADY = 5 * 60_000;
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** The pause before a restart, after this many failures in a row. */
export const pauseAfter = (failures: number): number =>
  Math.min(SHORTEST_PAUSE * 2 ** Math.min(failures - 1, 30), LONGEST_PAUSE);

export interface SupervisorOptions {
  /** Starts one browser. */
  readonly launch: () => Promise<Pick<Running, 'ended' | 'end'>>;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** In a window, closing it is a wish; on a kiosk it is a fault like any other. */
  readonly closingEnds: boolean;
}

/** Keeps a browser on the screen: starts it again when it ends or its page never gets ready. Never gives up. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  #running: Pick<Running, 'ended' | 'end'> | undefined;
  #stopping = false;
  #endPause = (): void => undefined;
  #pageIsReady = (): void => undefined;
  readonly #finished: Promise<void>;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#finished = this.#run();
  }

  /** Resolves when nothing is shown any more: after `stop()`, or when a person closed the window. */
  get finished(): Promise<void> {
    return this.#finished;
  }

  /** To be called when the page reports ready. */
  pageIsReady(): void {
    this.#pageIsReady();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#endPause();
    await this.#running?.end();
    await this.#finished;
  }

  async #run(): Promise<void> {
    const { clock, log, closingEnds } = this.#options;
    let failures = 0;
    while (!this.#stopping) {
      const started = clock.now();
      const { why, calm } = await this.#show();
      if (this.#stopping) return;
      if (calm && closingEnds) return log('The window was closed.');
      failures = clock.now() - started > STEADY ? 1 : failures + 1;
      const pause = pauseAfter(failures);
      log(`${why} Starting it again in ${pause / 1000} s.`);
      await this.#pause(pause);
    }
  }

  /** Shows the kiosk once, until the browser is gone. */
  async #show(): Promise<Ending> {
    const { launch, clock } = this.#options;
    try {
      const running = await launch();
      this.#running = running;
      if (this.#stopping) return await running.end();
      let late: string | undefined;
      const callOff = clock.after(READY_WITHIN, () => {
        late = `The page was not ready within ${READY_WITHIN / 1000} s.`;
        void running.end();
      });
      this.#pageIsReady = callOff;
      const ending = await running.ended;
      callOff();
      return late ? { why: late, calm: false } : ending;
    } catch (error) {
      return { why: `The browser could not be started: ${(error as Error).message}.`, calm: false };
    } finally {
      this.#running = undefined;
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = this.#options.clock.after(ms, resolve);
      this.#endPause = () => {
        callOff();
        resolve();
      };
      if (this.#stopping) this.#endPause();
    });
  }
}
