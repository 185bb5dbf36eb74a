import type { Log } from '../log/log.ts';
import { calmAnswer } from './calm-screen.ts';
import type { ShellKiosk } from './open-shell-kiosk.ts';
import { ADDRESS } from './scheme.ts';

/**
 * What stands behind the scheme: the kiosk as soon as it is open, and a calm screen where it cannot be opened. Each time
 * the page is loaded it is tried again, since content may have been mended meanwhile.
 */
export class Door {
  readonly #open: () => Promise<ShellKiosk>;
  readonly #log: Log;
  #opening: Promise<ShellKiosk> | undefined;

  constructor(open: () => Promise<ShellKiosk>, log: Log) {
    this.#open = open;
    this.#log = log;
  }

  /** @throws what keeps the kiosk from opening */
  open(): Promise<ShellKiosk> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    if (!this.#opening && request.url !== ADDRESS) return calmAnswer();
    try {
      return await (await this.open()).fetch(request);
    } catch (error) {
      this.#log.error(`There is no kiosk: ${(error as Error).message}`);
      return calmAnswer();
    }
  };

  async close(): Promise<void> {
    const kiosk = await this.#opening?.catch(() => undefined);
    await kiosk?.close();
  }
}
