import { readdir } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import type { SheetView } from '../../../src-main/contract/sheet.ts';
import type { PrintTrouble } from '../../../src-main/contract/sheet.ts';
import type { KioskOptions } from '../../../src-main/kiosk.ts';
import type { Printers, PrintPdf, PrintView } from '../../../src-main/printing/printers.ts';
import { hostDouble } from '../../doubles/host.ts';
import { settle } from '../../doubles/held-clock.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';
import { openedKiosk } from '../../fixtures/kiosk.ts';
import { PNG, sheet } from '../../fixtures/sheet.ts';
import path from 'node:path';

const printerList = { printers: [{ name: 'Office', called: 'Office on floor 2' }], usual: 'Office' };

interface Wanted {
  readonly settings?: object;
  readonly list?: Awaited<ReturnType<Printers['list']>>;
  readonly print?: Printers['print'];
  readonly printPdf?: PrintPdf;
}

/** A kiosk whose host can print. */
async function printingKiosk({ settings = {}, list = printerList, print, printPdf }: Wanted = {}) {
  const folder = await writeTree({ 'provisioned.json': JSON.stringify({ version: 1, ...settings }) });
  const printers = {
    list: vi.fn(() => Promise.resolve(list)),
    print: vi.fn<Printers['print']>(print ?? (() => Promise.resolve(undefined))),
  };
  const host: KioskOptions['host'] = {
    ...hostDouble({ kind: 'browser' }),
    printPdf: printPdf ?? (() => Promise.resolve(new Uint8Array())),
    printers,
  };
  const kiosk = await openedKiosk({ host, provisionedFile: path.join(folder, 'provisioned.json') });
  await settle();
  const post = (body: unknown = sheet(), init: RequestInit = {}) =>
    kiosk.fetch('/sheet', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      ...init,
    });
  return { ...kiosk, printers, post };
}

/** What the print view is given. */
const viewIn = (html: string): SheetView =>
  JSON.parse(/<script type="application\/json" id="sheet">([^<]*)</.exec(html)?.[1] ?? '') as SheetView;

/** A printer that holds the sheet until it is told to go on. */
function slowPrinter() {
  let go = (_: PrintTrouble | undefined): void => undefined;
  let held: PrintView | undefined;
  const print: Printers['print'] = (_, view) => {
    held = view;
    return new Promise((resolve, reject) => {
      go = resolve;
      view.signal.addEventListener('abort', () => reject(new Error('Nobody wants it.')));
    });
  };
  return { print, go: (trouble?: PrintTrouble) => go(trouble), view: () => held! };
}

describe('what the visitor wants on paper', () => {
  it('is shown once to whoever has the ticket, and is gone when it is printed', async () => {
    const { print, go, view } = slowPrinter();
    const { post, fetch } = await printingKiosk({
      print,
      settings: { clinicName: 'Neurology', clinicContact: ['Tel. 555'], paper: 'letter' },
    });
    const answer = post();
    await settle();
    const page = await fetch(view().path);
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(page.headers.get('Cache-Control')).toBe('no-store');
    expect(viewIn(await page.text())).toMatchObject({
      sheet: sheet(),
      dir: 'ltr',
      paper: 'letter',
      clinic: { name: 'Neurology', contact: ['Tel. 555'] },
      date: '2026-11-23',
      ready: `${view().path}/ready`,
    });
    expect((await fetch(view().path)).status).toBe(404);
    expect((await fetch(`${view().path}/ready`, { method: 'POST' })).status).toBe(204);
    await view().laidOut;
    go();
    expect(await (await answer).json()).toEqual({});
    expect((await fetch(`${view().path}/ready`, { method: 'POST' })).status).toBe(404);
  });

  it('cannot end the element it stands in', async () => {
    const { print, go, view } = slowPrinter();
    const { post, fetch } = await printingKiosk({ print });
    const evil = '</script><script>alert(1)</script>';
    const answer = post(sheet({ title: { text: evil } }));
    await settle();
    const html = await (await fetch(view().path)).text();
    expect(html).not.toContain('alert(1)</script>');
    expect(viewIn(html).sheet.title.text).toBe(evil);
    go();
    await answer;
  });

  it.each(['paper', 'ink', 'jam', 'away', 'refused'] as const)(
    'meets trouble, which the visitor and staff are told: %s',
    async (trouble) => {
      const { post, kiosk } = await printingKiosk({ print: () => Promise.resolve(trouble) });
      expect(await (await post()).json()).toEqual({ trouble });
      expect(kiosk.faults.map(({ name }) => name)).toContain('printer-trouble');
    },
  );

  it('is forgotten by staff when the next one is printed', async () => {
    const troubles: (PrintTrouble | undefined)[] = ['paper', undefined];
    const { post, kiosk } = await printingKiosk({ print: () => Promise.resolve(troubles.shift()) });
    await post();
    await post();
    expect(kiosk.faults.map(({ name }) => name)).not.toContain('printer-trouble');
  });

  it('is let go when the visit is over, the page dies or nobody comes for it', async () => {
    for (const end of ['finish', 'crash', 'gone'] as const) {
      const { print, view } = slowPrinter();
      const { post, fetch, logged } = await printingKiosk({ print });
      const page = new AbortController();
      const answer = post(sheet(), { signal: page.signal });
      await settle();
      if (end === 'finish') expect((await fetch('/sheet', { method: 'DELETE' })).status).toBe(204);
      if (end === 'crash') await fetch('/host/ready', { method: 'POST' });
      if (end === 'gone') page.abort();
      expect(view().signal.aborted, end).toBe(true);
      await answer.catch(() => undefined);
      expect((await fetch(view().path)).status, end).toBe(404);
      expect(logged().join('\n')).not.toContain('A sheet could not');
    }
  });

  it('is one at a time', async () => {
    const { print, go } = slowPrinter();
    const { post } = await printingKiosk({ print });
    const first = post();
    await settle();
    expect((await post()).status).toBe(409);
    go();
    expect((await first).status).toBe(200);
  });

  it('is given up when it is not laid out in time', async () => {
    const { post, clock } = await printingKiosk({
      print: (_, view) => view.laidOut.then(() => undefined),
    });
    const answer = post();
    await clock.passAndSettle(21_000);
    expect(await (await answer).json()).toEqual({ trouble: 'view' });
  });

  it.each([
    ['no shape', { locale: 'en' }],
    [
      'a script for a picture',
      sheet({ pictures: [{ png: 'data:text/html,1', title: { text: 'x' }, names: [] }] }),
    ],
    ['a torn picture', sheet({ pictures: [{ png: PNG.slice(0, 40), title: { text: 'x' }, names: [] }] })],
    ['five pictures', sheet({ pictures: Array.from({ length: 5 }, () => sheet().pictures[0]!) })],
    ['a name', { ...sheet(), patient: 'Somebody' }],
  ])('is refused with %s', async (_, body) => {
    const { post, printers } = await printingKiosk();
    expect((await post(body)).status).toBe(400);
    expect(printers.print).not.toHaveBeenCalled();
  });

  it('is refused in a language that is not installed', async () => {
    expect((await (await printingKiosk()).post(sheet({ locale: 'tlh' }))).status).toBe(404);
  });

  it('may weigh more than anything else that is sent, and not more than that', async () => {
    const { post } = await printingKiosk();
    expect((await post('x'.repeat(100_000))).status).toBe(400);
    expect((await post('x'.repeat(9 * 1024 * 1024 + 1))).status).toBe(413);
  });
});

describe('whether anything is printed', () => {
  const prints = async (wanted: Wanted) => (await (await printingKiosk(wanted)).boot()).settings.prints;

  it.each<[string, Wanted, boolean]>([
    ['there is a usual printer', {}, true],
    ['there is none', { list: { printers: [] } }, false],
    ['there is none that is usual', { list: { printers: printerList.printers } }, false],
    [
      'the settings name one',
      { list: { printers: printerList.printers }, settings: { printer: 'Office' } },
      true,
    ],
    ['the settings name one that is not there', { settings: { printer: 'Ward-2' } }, false],
    ['the settings say none', { settings: { printer: 'none' } }, false],
    ['a folder takes it', { settings: { printer: 'none', pdfFolder: '/srv/sheets' } }, true],
  ])('%s', async (_, wanted, expected) => {
    expect(await prints(wanted)).toBe(expected);
  });

  it('is told to the page when a printer comes or goes', async () => {
    const { printers, clock, boot } = await printingKiosk({ list: { printers: [] } });
    expect((await boot()).settings.prints).toBe(false);
    printers.list.mockResolvedValue(printerList);
    await clock.passAndSettle(60_000);
    expect((await boot()).settings.prints).toBe(true);
  });

  it('is nothing where the host cannot', async () => {
    const { boot, fetch } = await openedKiosk();
    expect((await boot()).settings.prints).toBe(false);
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(sheet()),
    };
    expect((await fetch('/sheet', init)).status).toBe(404);
  });

  it('says that a printer of the settings is missing', async () => {
    const { kiosk } = await printingKiosk({ settings: { printer: 'Ward-2' } });
    expect(kiosk.faults.map(({ name }) => name)).toContain('printer-missing');
  });
});

describe('a folder for sheets', () => {
  it('gets each as a PDF, beside the printer', async () => {
    const pdfFolder = await temporaryFolder();
    const { post, printers } = await printingKiosk({
      settings: { pdfFolder },
      printPdf: () => Promise.resolve(Buffer.from('%PDF')),
    });
    expect(await (await post()).json()).toEqual({});
    expect(await readdir(pdfFolder)).toEqual([expect.stringMatching(/^tonos-2026-11-23-\d{6}\.pdf$/)]);
    expect(printers.print).toHaveBeenCalledOnce();
  });

  it('tells what keeps it from taking one', async () => {
    const settings = { pdfFolder: '/nowhere/at/all', printer: 'none' };
    const { post, kiosk } = await printingKiosk({ settings });
    expect(await (await post()).json()).toEqual({ trouble: 'folder' });
    expect(kiosk.faults.map(({ name }) => name)).toContain('pdf-not-kept');
  });
});
