import type { Clock } from '../clock.ts';
import type { Log } from '../log/log.ts';
import type { Measure } from '../recovery/ladder.ts';
import { PageKeeper } from '../recovery/page-keeper.ts';
import type { Ending, Running } from './launch.ts';

/** A browser answers and ends within a moment, or not at all, ms. */
const PATIENCE = 10_000;

/** What a browser shows: the kiosk, or the calm screen. */
export type Shown = 'page' | 'rest';

type Shower = Pick<Running, 'ended' | 'end' | 'endNow' | 'lead'>;

export interface SupervisorOptions {
  /** Starts one browser. */
  readonly launch: (shown: Shown, onCrash: (why: string) => void) => Promise<Shower>;
  /** The kiosk's address, for a browser that has entered it. */
  readonly address: string;
  readonly clock: Clock;
  readonly log: Log;
  /** In a window, closing it is a wish; on a kiosk it is a fault like any other. */
  readonly closingEnds: boolean;
  readonly steadyMs?: number | undefined;
}

/** Keeps a browser on the screen, whatever happens to it or to its page. Never gives up. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #keeper: PageKeeper;
  readonly #finished: Promise<void>;
  #finish = (): void => undefined;
  #running: Shower | undefined;
  #stopping = false;
  #changing: Promise<void> = Promise.resolve();

  constructor(options: SupervisorOptions) {
    this.#options = options;
    const { clock, log, steadyMs } = options;
    this.#finished = new Promise((resolve) => (this.#finish = resolve));
    this.#keeper = new PageKeeper({
      clock,
      log,
      act: (measure) => this.#do(measure),
      ...(steadyMs !== undefined && { steadyMs }),
    });
    this.#do('relaunch');
  }

  /** Resolves when nothing is shown any more: after `stop()`, or when a person closed the window. */
  get finished(): Promise<void> {
    return this.#finished;
  }

  /** To be called when the page reports ready. */
  pageIsReady(): void {
    this.#keeper.ready();
  }

  /** To be called when the page says that it lives. */
  pageBeats(): void {
    this.#keeper.beat();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#keeper.stop();
    if (this.#running) await this.#within(this.#running.end(), 'The browser does not end').catch(this.#warn);
    await this.#changing;
    this.#finish();
  }

  /** One thing after the other: a browser is gone before the next comes. */
  #do(measure: Measure): void {
    this.#changing = this.#changing
      .then(() => this.#change(measure))
      .catch((error: Error) => {
        this.#keeper.failed(`The browser cannot show the kiosk: ${error.message}.`);
      });
  }

  async #change(measure: Measure): Promise<void> {
    if (this.#stopping) return;
    this.#keeper.loading();
    if (measure === 'reload' && (await this.#leadBack())) return;
    await this.#endRunning();
    if (this.#stopping) return;
    const shown = measure === 'rest' ? 'rest' : 'page';
    const running = await this.#options.launch(shown, (why) => this.#keeper.failed(why));
    this.#running = running;
    void running.ended.then((ending) => this.#ended(running, ending));
    if (this.#stopping) await this.#within(running.end(), 'The browser does not end').catch(this.#warn);
  }

  /** @returns whether the page is on its way; a browser that cannot lead it makes way for another */
  async #leadBack(): Promise<boolean> {
    if (!this.#running) return false;
    return this.#within(this.#running.lead(this.#options.address), 'The page could not be led back').then(
      () => true,
      (error: Error) => {
        this.#warn(error);
        return false;
      },
    );
  }

  async #endRunning(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.endNow();
    // One that does not go, the system will have to end: the screen does not wait for it.
    if (running) await this.#within(running.ended, 'The browser does not end').catch(this.#warn);
  }

  readonly #warn = ({ message }: Error): void => this.#options.log.warn(`${message}.`);

  /** Waits for something that may never come. @throws when it does not come in time */
  async #within(something: Promise<unknown>, otherwise: string): Promise<void> {
    let callOff = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      callOff = this.#options.clock.after(PATIENCE, () => reject(new Error(otherwise)));
    });
    await Promise.race([something, late]).finally(() => callOff());
  }

  #ended(running: Shower, { why, calm }: Ending): void {
    if (this.#running !== running || this.#stopping) return;
    this.#running = undefined;
    if (calm && this.#options.closingEnds) {
      this.#stopping = true;
      this.#keeper.stop();
      this.#options.log.info('The window was closed.');
      return this.#finish();
    }
    this.#keeper.failed(why);
  }
}
