import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

/** A server that is not the kiosk; whoever reaches it has got out. */
export class Outside {
  readonly #server: Server;
  #reached = 0;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (_, response) => {
      this.#reached++;
      response.setHeader('Access-Control-Allow-Origin', '*').end('<title>out</title>out');
    });
    server.on('upgrade', (_, socket) => {
      this.#reached++;
      socket.destroy();
    });
  }

  static async open(): Promise<Outside> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return new Outside(server);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/outside`;
  }

  /** How often it was reached since it was last asked. */
  take(): number {
    const reached = this.#reached;
    this.#reached = 0;
    return reached;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** Sees whether an attempt to escape had any effect. */
export class Signs {
  readonly #page: Page;
  readonly #outside: Outside;
  readonly #seen: string[] = [];
  readonly #opened: Page[] = [];
  #home = '';

  constructor(page: Page, outside: Outside) {
    this.#page = page;
    this.#outside = outside;
    page.context().on('page', (opened) => this.#opened.push(opened));
    page.on('dialog', (dialog) => {
      this.#seen.push(`a dialog: ${dialog.type()}`);
      void dialog.dismiss().catch(() => undefined);
    });
    page.on('download', () => this.#seen.push('a download'));
  }

  /** To be called on the fresh page, before each attempt. */
  async begin(): Promise<void> {
    this.#home = this.#page.url();
    this.#seen.length = 0;
    this.#outside.take();
    await this.#page.evaluate(() => {
      document.querySelectorAll('#escape, #frame').forEach((left) => left.remove());
      Object.assign(window, { printed: false });
      window.addEventListener('beforeprint', () => Object.assign(window, { printed: true }), { once: true });
    });
  }

  /** What an attempt has changed, in words; nothing when it failed. */
  async look(won: unknown): Promise<string[]> {
    const signs = [...(await this.#ofPage()), ...this.#seen, ...(await this.#ofWindows())];
    if (won === true) signs.push('it was granted');
    if (this.#outside.take() > 0) signs.push('elsewhere was reached');
    if (this.#page.url() !== this.#home) signs.push(`the page went to ${this.#page.url()}`);
    return signs;
  }

  /** A host may close what Chromium has opened; then nobody has seen it. */
  async #ofWindows(): Promise<string[]> {
    const stay = await Promise.all(
      this.#opened.splice(0).map(async (opened) => {
        if (opened.isClosed()) return false;
        const closed = opened.waitForEvent('close', { timeout: 1_000 }).then(() => false);
        const stays = await closed.catch(() => true);
        if (stays) await opened.close();
        return stays;
      }),
    );
    return stay.includes(true) ? ['a window was opened'] : [];
  }

  /** Two frames and an answer of the server: what was going to happen has begun. */
  async #ofPage(): Promise<string[]> {
    const look = this.#page.evaluate(async () => {
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
      await fetch('/host').catch(() => undefined);
      const seen = {
        'it was printed': (window as unknown as { printed?: boolean }).printed === true,
        'the page was zoomed': Math.abs((visualViewport?.scale ?? 1) - 1) > 0.01,
        'a menu was opened': document.title === 'menu',
        'a script ran': document.title === 'out',
        'the whole screen was taken': document.fullscreenElement !== null,
      };
      return Object.entries(seen).flatMap(([sign, is]) => (is ? [sign] : []));
    });
    // A page that is just going elsewhere has no answer; its address then tells.
    return look.catch(() => this.#page.waitForLoadState().then(() => []));
  }
}
