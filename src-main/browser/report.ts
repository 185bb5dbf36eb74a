import type { Browser } from './find-browser.ts';

/** What the host tells the process that started it, over the channel that Node opens between the two. */
export type HostMessage =
  | { readonly type: 'browser'; readonly path: string; readonly name: string; readonly version: string }
  | { readonly type: 'listening'; readonly address: string }
  | { readonly type: 'ready' }
  | { readonly type: 'problem'; readonly what: string };

/** Tells people in lines, and the starter in messages. */
export class Report {
  readonly #process: Pick<NodeJS.Process, 'send' | 'connected' | 'stdout' | 'stderr'>;

  constructor(process: Pick<NodeJS.Process, 'send' | 'connected' | 'stdout' | 'stderr'>) {
    this.#process = process;
    // A terminal that has gone is no reason to stop.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  }

  readonly log = (line: string): void => {
    this.#process.stdout.write(`${line}\n`);
  };

  browser({ path, name, version }: Browser): void {
    this.log(`Showing the kiosk in ${name} ${version} (${path}).`);
    void this.#send({ type: 'browser', path, name, version });
  }

  /** The address opens the kiosk to whoever knows it, so it is printed only where a person is to open it. */
  address(address: string): void {
    this.log(`Open the kiosk at ${address}`);
    void this.#send({ type: 'listening', address });
  }

  ready(): void {
    void this.#send({ type: 'ready' });
  }

  /** Resolves when it is said: this process ends right after. */
  async problem(what: string): Promise<void> {
    this.#process.stderr.write(`${what}\n`);
    await this.#send({ type: 'problem', what });
  }

  #send(message: HostMessage): Promise<void> {
    return new Promise((resolve) => {
      if (!this.#process.connected || !this.#process.send) return resolve();
      // The starter may have gone between the question and the answer: an error is no news.
      this.#process.send(message, undefined, undefined, () => resolve());
    });
  }
}
