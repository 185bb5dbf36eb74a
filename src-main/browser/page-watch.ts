import type { Clock } from '../clock.ts';
import type { DebuggingEvent, DebuggingPipe } from './debugging-pipe.ts';
import { fillScreen, MEASURE } from './fill-screen.ts';

/** How often the page is asked whether it is there, and how long it may take to say so. */
const BEAT = 10_000;
/** The second time comes sooner: by then the window has its size. */
const FIRST_BEAT = 2_000;
const PATIENCE = 30_000;

export interface PageWatchOptions {
  readonly pipe: Pick<DebuggingPipe, 'send'>;
  readonly origin: string;
  readonly clock: Clock;
  /** Whether the window is to fill the screen. */
  readonly fills: boolean;
  /** Called once, with the reason in words, when the page will not come back by itself. */
  readonly onTrouble: (why: string) => void;
}

/**
 * Sees what the browser itself does not end for: a page that crashed or hangs, and windows that are not the kiosk's.
 */
export class PageWatch {
  readonly #options: PageWatchOptions;
  #session: string | undefined;
  #target = '';
  #beats = 0;
  #callOff = (): void => undefined;
  #stopped = false;

  constructor(options: PageWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#send('Target.setDiscoverTargets', { discover: true });
    this.#send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  }

  stop(): void {
    this.#stopped = true;
    this.#callOff();
  }

  hear({ method, params }: DebuggingEvent): void {
    if (method === 'Target.targetCrashed') this.#trouble('The page crashed.');
    if (method === 'Target.targetInfoChanged' || method === 'Target.targetCreated') {
      this.#closeStranger(params['targetInfo'] as TargetInfo);
    }
    if (method !== 'Target.attachedToTarget') return;
    const { type, targetId } = params['targetInfo'] as TargetInfo;
    if (type !== 'page' || this.#session !== undefined) return;
    this.#session = params['sessionId'] as string;
    this.#target = targetId;
    this.#beat();
  }

  #closeStranger({ type, url, targetId }: TargetInfo): void {
    const isStranger = type === 'page' && /^(https?|file|ftp|data):/.test(url);
    if (isStranger && !url.startsWith(`${this.#options.origin}/`))
      this.#send('Target.closeTarget', { targetId });
  }

  /** Asks the page for its size, over and over: what counts is that it answers. */
  #beat(): void {
    const { pipe, clock, fills } = this.#options;
    const isFirst = this.#beats++ === 0;
    this.#callOff = clock.after(PATIENCE, () => this.#trouble('The page does not answer.'));
    pipe
      .send('Runtime.evaluate', { expression: MEASURE, returnByValue: true }, this.#session)
      .then((answer) => fills && !isFirst && fillScreen(pipe, this.#target, answer))
      // Refused while it moves from one document to the next: still an answer.
      .catch(() => undefined)
      .then(() => {
        this.#callOff();
        if (!this.#stopped) this.#callOff = clock.after(isFirst ? FIRST_BEAT : BEAT, () => this.#beat());
      })
      .catch(() => undefined);
  }

  #trouble(why: string): void {
    if (this.#stopped) return;
    this.stop();
    this.#options.onTrouble(why);
  }

  #send(method: string, params: object): void {
    this.#options.pipe.send(method, params).catch(() => undefined);
  }
}

interface TargetInfo {
  readonly type: string;
  readonly url: string;
  readonly targetId: string;
}
