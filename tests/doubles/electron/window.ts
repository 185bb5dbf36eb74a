import { EventEmitter } from 'node:events';
import { onlyAfterReady } from './app.ts';
import { WebContentsDouble } from './contents.ts';
import { DoubleEvent, record, recorder } from './records.ts';
import { session } from './sessions.ts';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface WindowOptions extends Partial<Bounds> {
  kiosk?: boolean;
  webPreferences?: { partition?: string };
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents: WebContentsDouble;
  readonly #still = recorder('window', 'removeMenu', 'focus', 'restore', 'moveTop');
  readonly removeMenu = this.#still.removeMenu;
  readonly focus = this.#still.focus;
  readonly restore = this.#still.restore;
  #bounds: Bounds;
  #kiosk: boolean;
  #destroyed = false;

  constructor(options: WindowOptions = {}) {
    super();
    onlyAfterReady('new BrowserWindow');
    record('new BrowserWindow', options);
    const { x = 0, y = 0, width = 800, height = 600, kiosk = false, webPreferences } = options;
    this.#bounds = { x, y, width, height };
    this.#kiosk = kiosk;
    const { partition } = webPreferences ?? {};
    const own = partition === undefined ? session.defaultSession : session.fromPartition(partition);
    this.webContents = new WebContentsDouble(own, { width, height });
    BrowserWindow.all.push(this);
  }

  getBounds = (): Bounds => this.#bounds;
  isKiosk = (): boolean => this.#kiosk;
  isDestroyed = (): boolean => this.#destroyed;

  setKiosk(kiosk: boolean): void {
    record('window.setKiosk', kiosk);
    this.#kiosk = kiosk;
  }

  setBounds(bounds: Bounds): void {
    record('window.setBounds', bounds);
    this.#bounds = bounds;
    this.webContents.size = bounds;
    void this.webContents.page?.setViewportSize(bounds);
  }

  /** A person or the system closes it. */
  close(): void {
    const event = new DoubleEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    this.#destroyed = true;
    this.webContents.isGone = true;
    this.emit('closed');
  }
}
