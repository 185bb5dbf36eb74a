import { describe, expect, it, vi } from 'vitest';
import type { PrintView } from '../../../src-main/printing/printers.ts';
import { webPreferences } from '../../../src-main/shell/kiosk-window.ts';
import { printWindowOptions, ShellPrinting, type ReadyToPrint } from '../../../src-main/shell/printing.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

const view: PrintView = {
  path: '/sheet/ticket',
  paper: 'letter',
  laidOut: Promise.resolve(),
  signal: new AbortController().signal,
};

/** Electron's windows, each of which remembers what was asked of it. */
function electron(platform: NodeJS.Platform, { taken = true, goes = false } = {}) {
  const done: string[] = [];
  const webContents = {
    once: (_: string, gone: (event: unknown, details: { reason: string }) => void) => {
      if (goes) gone(undefined, { reason: 'crashed' });
    },
    loadURL: (url: string) => Promise.resolve(void done.push(url)),
    printToPDF: (options: object) => {
      done.push(`pdf ${JSON.stringify(options)}`);
      return Promise.resolve(Buffer.from('%PDF'));
    },
    print: (options: object, tell: (isTaken: boolean) => void) => {
      done.push(`print ${JSON.stringify(options)}`);
      tell(taken);
    },
  };
  const made: unknown[] = [];
  class BrowserWindow {
    readonly webContents = webContents;
    constructor(options: unknown) {
      made.push(options);
    }
    destroy = (): void => void done.push('destroyed');
  }
  const contents = {
    getPrintersAsync: vi.fn(() =>
      Promise.resolve([{ name: 'Fax' }, { name: 'HP', displayName: 'HP LaserJet' }]),
    ),
  };
  const printing = new ShellPrinting({ machine: { platform, env: {} }, clock: new HeldClock() });
  const begin = (): void => printing.begin({ BrowserWindow, contents } as unknown as ReadyToPrint);
  return { printing, begin, done, made };
}

describe('printing in Electron', () => {
  it('makes a PDF in a window that nobody sees and that is as locked as the kiosk’s own', async () => {
    const { printing, begin, done, made } = electron('linux');
    begin();
    expect(Buffer.from(await printing.printPdf(view)).toString()).toBe('%PDF');
    expect(made).toEqual([printWindowOptions]);
    expect(printWindowOptions).toMatchObject({ show: false, webPreferences });
    expect(done[0]).toBe('tonos://kiosk/sheet/ticket');
    expect(done[1]).toContain('"pageSize":"Letter"');
    expect(done.at(-1)).toBe('destroyed');
  });

  it('prints the view itself on Windows, without a dialog', async () => {
    const { printing, begin, done } = electron('win32');
    begin();
    expect(await printing.printers?.print('HP', view)).toBeUndefined();
    expect(done[1]).toMatch(/^print .*"silent":true,"deviceName":"HP"/);
    expect(done.at(-1)).toBe('destroyed');
  });

  it('says when Windows does not take the sheet', async () => {
    const { printing, begin } = electron('win32', { taken: false });
    begin();
    expect(await printing.printers?.print('HP', view)).toBe('refused');
  });

  it('lists printers of Windows that print on paper; the only one is the usual one', async () => {
    const { printing, begin } = electron('win32');
    expect(await printing.printers?.list()).toEqual({ printers: [] });
    begin();
    expect(await printing.printers?.list()).toEqual({
      printers: [{ name: 'HP', called: 'HP LaserJet' }],
      usual: 'HP',
    });
  });

  it('leaves no window behind when its process goes', async () => {
    const { printing, begin, done } = electron('linux', { goes: true });
    begin();
    await expect(printing.printPdf(view)).rejects.toThrow('crashed');
    expect(done).toContain('destroyed');
  });

  it('cannot print before the app is ready', async () => {
    await expect(electron('linux').printing.printPdf(view)).rejects.toThrow('not ready');
  });
});
