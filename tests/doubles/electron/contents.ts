import { EventEmitter } from 'node:events';
import type { BrowserContext, Frame, Page, Route } from 'playwright-core';
import { app } from './app.ts';
import { openBrowser, standInFor, type StandIn } from './browser.ts';
import { permissionNames } from './permission-names.ts';
import { DoubleEvent, record, recorder } from './records.ts';
import { deniedEvent, type SessionDouble } from './sessions.ts';

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** A page of the program: a real one in Chromium. */
export class WebContentsDouble extends EventEmitter {
  readonly session: SessionDouble;
  readonly navigationHistory = { clear: (): void => void this.#clearHistory() };
  readonly #still = recorder(
    'contents',
    'invalidate',
    'setIgnoreMenuShortcuts',
    'closeDevTools',
    'setZoomFactor',
  );
  readonly invalidate = this.#still.invalidate;
  readonly setIgnoreMenuShortcuts = this.#still.setIgnoreMenuShortcuts;
  readonly closeDevTools = this.#still.closeDevTools;
  readonly setZoomFactor = this.#still.setZoomFactor;
  size: { width: number; height: number };
  page: Page | undefined;
  isGone = false;
  #making = false;
  #crashed = false;
  #url = '';
  #wanted = '';
  #standIn: StandIn | undefined;
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(session: SessionDouble, size: { width: number; height: number }) {
    super();
    this.session = session;
    this.size = size;
    app.emit('web-contents-created', new DoubleEvent(), this);
  }

  getURL = (): string => this.#url;
  isCrashed = (): boolean => this.#crashed;
  isDestroyed = (): boolean => this.isGone;

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setVisualZoomLevelLimits(least: number, most: number): Promise<void> {
    record('contents.setVisualZoomLevelLimits', least, most);
    return Promise.resolve();
  }

  async loadURL(url: string): Promise<void> {
    record('contents.loadURL', url);
    this.#wanted = url;
    const page = await this.#freshPage();
    if (this.#wanted !== url) return;
    this.#url = url;
    await page.goto(this.#toStandIn(url)).catch((error: Error) => {
      this.emit('did-fail-load', new DoubleEvent(), -2, error.message.split('\n')[0], url, true);
      throw error;
    });
  }

  forcefullyCrashRenderer(): void {
    record('contents.forcefullyCrashRenderer');
    this.#crash('killed');
  }

  #crash(reason: string): void {
    if (this.#crashed) return;
    this.#crashed = true;
    setImmediate(() => this.emit('render-process-gone', new DoubleEvent(), { reason, exitCode: 1 }));
  }

  /** A page in a process of its own, in place of one that crashed; the first is the one that Chromium opened with. */
  async #freshPage(): Promise<Page> {
    const context = await this.#open();
    if (this.page && !this.#crashed) return this.page;
    const old = this.page;
    this.#making = true;
    const page = old ? await context.newPage() : (context.pages()[0] ?? (await context.newPage()));
    this.#making = false;
    await page.setViewportSize(this.size);
    this.page = page;
    this.#crashed = false;
    await this.#watch(page);
    void old?.close().catch(() => undefined);
    return page;
  }

  async #open(): Promise<BrowserContext> {
    const [scheme, handler] = [...this.session.protocol.handlers][0] ?? [];
    if (!scheme || !handler) throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
    const isFirst = !this.#standIn;
    this.#standIn ??= await standInFor(scheme, 'kiosk', handler);
    const { context } = await openBrowser(app.switches, this.#standIn, this.size);
    if (isFirst)
      await context.route(
        () => true,
        (route) => this.#request(route),
      );
    if (isFirst) context.on('page', (page) => this.#opened(page));
    return context;
  }

  async #watch(page: Page): Promise<void> {
    page.on('crash', () => this.page === page && this.#crash('crashed'));
    page.on('framenavigated', (frame) => this.#navigated(page, frame));
    page.on('load', () => this.page === page && this.emit('did-finish-load'));
    page.on('dialog', (dialog) => {
      record('dialog', dialog.type());
      void dialog.dismiss();
    });
    page.on('download', (download) => {
      if (deniedEvent(this.session, 'will-download', {}, {}, this)) void download.cancel();
      else record('downloaded', download.suggestedFilename());
    });
    await this.#setPermissions(page);
  }

  /** What the program would answer becomes what Chromium does. */
  async #setPermissions(page: Page): Promise<void> {
    const client = await page.context().newCDPSession(page);
    for (const [permission, name] of Object.entries(permissionNames)) {
      const { real = '', origin = '' } = this.#standIn ?? {};
      let asked = false;
      this.session.ask(this, permission, (granted) => (asked = granted), {});
      const setting = asked && this.session.check(this, permission, real, {}) ? 'granted' : 'denied';
      await client.send('Browser.setPermission', { permission: { name }, setting, origin });
    }
    await client.detach();
  }

  async #request(route: Route): Promise<void> {
    const request = route.request();
    const url = this.#toReal(request.url());
    const isNavigation = request.isNavigationRequest();
    const isMainFrame = isNavigation && request.frame() === this.page?.mainFrame();
    const ours = isMainFrame && url === this.#wanted;
    if (isNavigation && !ours && this.#navigationDenied(url, isMainFrame)) return route.abort('aborted');
    if (this.session.cancels(url)) return route.abort('blockedbyclient');
    if (isMainFrame) {
      this.#wanted = '';
      this.emit('did-start-navigation', new DoubleEvent({ url, isMainFrame, isSameDocument: false }));
    }
    await route.continue();
  }

  #navigationDenied(url: string, isMainFrame: boolean): boolean {
    const fields = { url, isMainFrame, isSameDocument: false };
    return (
      deniedEvent(this, 'will-frame-navigate', fields) ||
      (isMainFrame && deniedEvent(this, 'will-navigate', fields))
    );
  }

  #navigated(page: Page, frame: Frame): void {
    if (this.page !== page || frame !== page.mainFrame()) return;
    this.#url = this.#toReal(frame.url());
    record('did-navigate', this.#url);
    this.emit('did-navigate', new DoubleEvent(), this.#url, 200, 'OK');
  }

  /** A window that the page, and not this program, has opened. */
  #opened(page: Page): void {
    if (this.#making) return;
    if (this.#openHandler({ url: page.url() }).action === 'deny') void page.close();
    else record('window.opened', page.url());
  }

  async #clearHistory(): Promise<void> {
    record('contents.navigationHistory.clear');
    const page = this.page;
    const client = await page?.context().newCDPSession(page);
    await client?.send('Page.resetNavigationHistory').catch(() => undefined);
    await client?.detach().catch(() => undefined);
  }

  #toStandIn = (url: string): string => {
    const { real = '', origin = '' } = this.#standIn ?? {};
    return url.startsWith(real) ? origin + url.slice(real.length) : url;
  };

  #toReal = (url: string): string => {
    const { real = '', origin = '' } = this.#standIn ?? {};
    return origin && url.startsWith(`${origin}/`) ? real + url.slice(origin.length) : url;
  };
}
