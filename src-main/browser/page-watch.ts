import type { Clock } from '../clock.ts';
import type { DebuggingEvent, DebuggingPipe } from './debugging-pipe.ts';
import { fillScreen, MEASURE } from './fill-screen.ts';

/** How often the window's size is looked at. */
const LOOK = 10_000;
/** The second time comes sooner: by then the window has its size. */
const FIRST_LOOK = 2_000;

export interface PageWatchOptions {
  readonly pipe: Pick<DebuggingPipe, 'send'>;
  readonly origin: string;
  readonly clock: Clock;
  /** Whether the window is to fill the screen. */
  readonly fills: boolean;
  /** Called when the page has crashed, and nobody here has ended it. */
  readonly onCrash: (why: string) => void;
  /** Ends a process of this machine at once. */
  readonly kill?: (pid: number) => void;
}

/**
 * Sees what the browser itself does not end for: a page that crashed, a window that does not fill the screen, and windows
 * that are not the kiosk's. Whether the page lives, it says itself.
 */
export class PageWatch {
  readonly #options: PageWatchOptions;
  #session: string | undefined;
  #target = '';
  #looks = 0;
  #callOff = (): void => undefined;
  #stopped = false;
  #isCrashed = false;
  /** Set while this ends the page's process itself. */
  #onGone: (() => void) | undefined;

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
    if (method === 'Target.targetCrashed' && !this.#stopped) this.#crashed();
    if (method === 'Target.targetInfoChanged' || method === 'Target.targetCreated') {
      this.#closeStranger(params['targetInfo'] as TargetInfo);
    }
    if (method !== 'Target.attachedToTarget') return;
    const { type, targetId } = params['targetInfo'] as TargetInfo;
    if (type !== 'page' || this.#session !== undefined) return;
    this.#session = params['sessionId'] as string;
    this.#target = targetId;
    this.#look();
  }

  /** Closes every window but the kiosk's own, such as one of Ctrl+N, and the kiosk's own where it shows something else. */
  #closeStranger({ type, url, targetId }: TargetInfo): void {
    if (type !== 'page') return;
    const isElsewhere = /^(https?|file|ftp|data):/.test(url) && !url.startsWith(`${this.#options.origin}/`);
    const isSecond = this.#target !== '' && targetId !== this.#target;
    if (isElsewhere || isSecond) this.#send('Target.closeTarget', { targetId });
  }

  #crashed(): void {
    this.#isCrashed = true;
    if (this.#onGone) this.#onGone();
    else this.#options.onCrash('The page crashed.');
  }

  /** Leads the page anew to an address, in a process of its own: one that hangs would not take it. Rejects when it cannot be led. */
  async lead(address: string): Promise<void> {
    if (this.#session === undefined) throw new Error('There is no page.');
    if (!this.#isCrashed) await this.#endPage();
    this.#isCrashed = false;
    await this.#options.pipe.send('Page.navigate', { url: address }, this.#session);
  }

  async #endPage(): Promise<void> {
    const { pipe, kill = (pid) => process.kill(pid, 'SIGKILL') } = this.#options;
    const gone = new Promise<void>((resolve) => (this.#onGone = resolve));
    try {
      const { processInfo } = await pipe.send('SystemInfo.getProcessInfo');
      for (const { type, id } of processInfo as ProcessInfo[]) if (type === 'renderer') kill(id);
      await gone;
    } finally {
      this.#onGone = undefined;
    }
  }

  #look(): void {
    const { pipe, clock, fills } = this.#options;
    const isFirst = this.#looks++ === 0;
    pipe
      .send('Runtime.evaluate', { expression: MEASURE, returnByValue: true }, this.#session)
      .then((answer) => fills && !isFirst && fillScreen(pipe, this.#target, answer))
      // Refused while it moves from one document to the next.
      .catch(() => undefined);
    this.#callOff = clock.after(isFirst ? FIRST_LOOK : LOOK, () => this.#look());
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

interface ProcessInfo {
  readonly type: string;
  /** As the system numbers it. */
  readonly id: number;
}
