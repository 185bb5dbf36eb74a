import type { App, BrowserWindow } from 'electron';
import { exitCode, type ExitCode } from '../exit-codes.ts';

export interface EndingOptions {
  readonly app: Pick<App, 'on' | 'exit'>;
  /** Puts away what is open; what takes too long is left. */
  readonly close: () => Promise<void>;
  /** Starts another process in place of this one, and ends this one. */
  readonly relaunch: () => void;
  /** The last moment to wait for, ms. */
  readonly within?: number;
}

/** How the kiosk ends: once, in order, and never because a window was closed that should not be. */
export class Ending {
  readonly #options: EndingOptions;
  #begun = false;

  constructor(options: EndingOptions) {
    this.#options = options;
    // The system's own wish: a signal that Electron takes, a session that ends, Cmd+Q.
    options.app.on('before-quit', (event) => {
      event.preventDefault();
      void this.end(exitCode.ended);
    });
    // Without a listener Electron would end by itself.
    options.app.on('window-all-closed', () => undefined);
  }

  /** Ends the kiosk; with the code `restart` so that it is started again. What is asked for first counts. */
  readonly end = async (code: ExitCode): Promise<void> => {
    if (this.#begun) return;
    this.#begun = true;
    const { app, close, relaunch, within = 3_000 } = this.#options;
    await Promise.race([
      close().catch(() => undefined),
      new Promise<void>((resolve) => setTimeout(resolve, within).unref()),
    ]);
    if (code === exitCode.restart) relaunch();
    else app.exit(code);
  };

  /** A window that is closed: on a kiosk a mistake or a trick, and it stays; otherwise a wish. */
  watch(window: BrowserWindow, { windowed, lost }: { windowed: boolean; lost: () => void }): void {
    window.on('close', (event) => {
      if (!windowed && !this.#begun) event.preventDefault();
    });
    window.on('closed', () => {
      if (this.#begun) return;
      if (windowed) void this.end(exitCode.ended);
      else lost();
    });
  }
}
