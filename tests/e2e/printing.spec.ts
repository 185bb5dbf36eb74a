/** The take-home sheet from the visitor's touch to the printer: what is on it, and that nothing of it stays. */
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { writePseudoLocales } from '../../tools/pseudo/locales.ts';
import { root } from '../../tools/start/project.mjs';
import { expect, test as base } from './kiosk.ts';
import { openPrintingKiosk, type PrintingKiosk, type PrintingKioskOptions } from './printing-kiosk.ts';
import { control, said, toMyQuestions } from './printing.ts';
import { drawPdfPage, readPdf } from './read-pdf.ts';
import { openMirrored, openPng, unlike } from './tones.ts';

interface Fixtures {
  options: PrintingKioskOptions;
  printing: PrintingKiosk;
}

const test = base.extend<Fixtures>({
  options: [{}, { option: true }],
  printing: async ({ options }, use) => {
    const kiosk = await openPrintingKiosk(options);
    await use(kiosk);
    await kiosk.close();
  },
  kiosk: async ({ printing }, use) => use(printing),
});

/** Points; Chromium makes whole pixels of them. */
const A4 = [595.3, 841.9] as const;
const LETTER = [612, 792] as const;
const isPaper = (size: readonly [number, number], paper: readonly [number, number]): boolean =>
  size.every((side, index) => Math.abs(side - paper[index]!) <= 1);
/** Of the smallest letters, points. */
const LEAST_SIZE = 11.9;

for (const [locale, expected] of Object.entries({
  en: {
    title: 'The neck',
    texts: [
      'My questions',
      'What type of dystonia do I have?',
      'Which muscles pull',
      'Remember',
      'Patient’s right',
      'Not yet checked by a clinician',
      'Sources',
      'Printed on',
    ],
  },
  es: {
    title: 'El cuello',
    texts: [
      'Mis preguntas',
      '¿Qué tipo de distonía tengo?',
      'Para recordar',
      'Derecha',
      'Aún sin revisión',
      'Fuentes',
      'Impreso el',
    ],
  },
}))
  test.describe(`in ${locale}`, () => {
    test.use({
      options: { settings: { locale, clinicName: 'Neurology', clinicContact: ['Tel. 555 0100'] } },
    });

    const tag = locale === 'en' ? ['@lying'] : ['@lying', '@full'];
    test('what was ticked comes out of the printer', { tag }, async ({ page, printing }) => {
      await toMyQuestions(page);
      await control(page, 'print').tap();
      await expect(said(page)).toHaveAttribute('data-print', 'done');
      expect(printing.printed).toHaveLength(1);

      const pages = await readPdf(printing.printed[0]!);
      expect(pages.length).toBeLessThanOrEqual(2);
      const all = pages.map(({ text }) => text).join(' ');
      for (const text of [expected.title, ...expected.texts, 'Neurology', 'Tel. 555 0100'])
        expect(all).toContain(text);
      // Of the eight questions two were ticked.
      expect(all).not.toMatch(/side effects|efectos secundarios/);
      expect(pages.flatMap(({ pictures }) => pictures).reduce((sum, count) => sum + count)).toBe(1);
      for (const { size, texts } of pages) {
        expect(isPaper(size, A4)).toBe(true);
        for (const { text, size: letters } of texts) expect(letters, text).toBeGreaterThanOrEqual(LEAST_SIZE);
      }
      // Words begin at the left margin, as they are read.
      expect(pages[0]!.texts.find(({ text }) => text.startsWith(expected.title))!.x).toBeLessThan(60);
      expect(await readdir(printing.temporary)).toEqual([]);
    });
  });

test.describe('in the mirrored pseudo-locale, on letter paper', () => {
  const folder = path.join(tmpdir(), `tonos-pseudo-${process.pid}`);
  test.beforeAll(() => writePseudoLocales(root, folder));
  test.afterAll(() => rm(folder, { recursive: true, force: true }));
  test.use({ options: { overlays: [folder], settings: { locale: 'ar-XB', paper: 'letter' } } });

  test(
    'words are mirrored, the sides of the picture are not (R-48)',
    { tag: ['@lying', '@full'] },
    async ({ page, printing }) => {
      await toMyQuestions(page);
      await control(page, 'print').tap();
      await expect(said(page)).toHaveAttribute('data-print', 'done');
      const [first] = await readPdf(printing.printed[0]!);
      expect(isPaper(first!.size, LETTER)).toBe(true);
      expect(first!.pictures).toBe(1);
      const [right, left] = ['R', 'L'].map((mark) =>
        first!.texts.find(({ text }) => text.replaceAll(/[\u200e\u200f\u202a-\u202e]/g, '').trim() === mark)!,
      );
      expect(right!.x).toBeLessThan(left!.x);
      // The title ends at the right margin.
      const title = first!.texts.toSorted((a, b) => b.size - a.size)[0]!;
      expect(
        Math.max(...first!.texts.filter(({ size }) => size === title.size).map(({ x, width }) => x + width)),
      ).toBeGreaterThan(540);
    },
  );
});

/** Names of the typefaces that something is drawn with and that are not the sheet’s own. */
async function facesOfMachine(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');
  const { root: document } = await cdp.send('DOM.getDocument');
  const all = { nodeId: document.nodeId, selector: 'body *' };
  const { nodeIds } = await cdp.send('DOM.querySelectorAll', all);
  const faces = await Promise.all(
    nodeIds.map(async (nodeId) => (await cdp.send('CSS.getPlatformFontsForNode', { nodeId })).fonts),
  );
  await cdp.detach();
  return faces.flat().flatMap(({ familyName, isCustomFont }) => (isCustomFont ? [] : [familyName]));
}

/** Opens a document that was printed in a window of the test’s own, twice as fine as a screen, as letters are set on paper. */
async function openDocument(page: Page, origin: string, path: string, document: string): Promise<Page> {
  const view = await page
    .context()
    .browser()!
    .newPage({
      storageState: await page.context().storageState(),
      deviceScaleFactor: 2,
      viewport: { width: 794, height: 1123 },
    });
  const laidOut = view.waitForRequest((request) => request.method() === 'POST');
  await view.route('**', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 204 }) : route.fallback(),
  );
  await view.route(`**${path}`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: document }),
  );
  await view.emulateMedia({ media: 'print' });
  await view.goto(`${origin}${path}`);
  await laidOut;
  return view;
}

for (const locale of ['en', 'ar', 'zh-Hans'])
  test.describe(`on paper and on the screen, in ${locale}`, () => {
    test.use({ options: { settings: { locale, clinicName: 'Neurology' } } });

    // A quick run asks the language in which most is turned around.
    const tag = locale === 'ar' ? ['@lying'] : ['@lying', '@full'];
    test('every page of the PDF looks as its view', { tag }, async ({ page, printing }) => {
      await toMyQuestions(page);
      await control(page, 'print').tap();
      await expect(said(page)).toHaveAttribute('data-print', 'done');
      const pdf = printing.printed[0]!;
      const view = await openDocument(page, printing.origin, printing.views[0]!.path, printing.documents[0]!);

      // Another machine has other typefaces, or none.
      expect(await facesOfMachine(view)).toEqual([]);
      const seen = await view.locator('section.page').all();
      expect(await readPdf(pdf)).toHaveLength(seen.length);
      for (const [index, section] of seen.entries()) {
        const screen = await openPng(await section.screenshot());
        const paper = await drawPdfPage(pdf, index + 1, screen.width);
        expect(unlike(screen, await openPng(paper)), `page ${index + 1}`).toBeLessThan(0.005);
        // What is compared is ink, not only the white around it.
        expect(unlike(screen, await openMirrored(paper))).toBeGreaterThan(0.15);
      }
      await view.close();
    });
  });

test.describe('without a printer', () => {
  test.use({ options: { settings: { printer: 'none' } } });

  test('nothing is offered that leads nowhere', { tag: '@lying' }, async ({ page }) => {
    await toMyQuestions(page);
    await expect(control(page, 'print')).toHaveCount(0);
    await expect(said(page)).toHaveCount(0);
  });
});

test(
  'a printer without paper is told calmly, and nothing is lost',
  { tag: '@lying' },
  async ({ page, printing }) => {
    await toMyQuestions(page);
    printing.next = 'paper';
    await control(page, 'print').tap();
    await expect(said(page)).toContainText('The printer has no paper.');
    await expect(page.getByRole('dialog').getByText('What type of dystonia do I have?')).toBeVisible();
    expect(printing.printed).toEqual([]);
    await control(page, 'print').tap();
    await expect(said(page)).toHaveAttribute('data-print', 'done');
    expect(printing.printed).toHaveLength(1);
    expect((await readPdf(printing.printed[0]!))[0]!.text).toContain('What type of dystonia do I have?');
  },
);

test.describe('what is held of a sheet', () => {
  /** A printer that takes its time, for as long as anybody wants the sheet. */
  const waiting: PrintingKioskOptions = {
    printers: (printPdf) => ({
      list: () => Promise.resolve({ printers: [{ name: 'Office' }], usual: 'Office' }),
      async print(_, view) {
        await printPdf(view);
        await new Promise((resolve) => view.signal.addEventListener('abort', resolve));
        throw new Error('Nobody wants it.');
      },
    }),
  };
  test.use({ options: waiting });

  async function begin(page: Page, printing: PrintingKiosk): Promise<void> {
    await toMyQuestions(page);
    await control(page, 'print').tap();
    await expect.poll(() => printing.views.length).toBe(1);
    await printing.views[0]!.laidOut;
  }
  async function isGone(printing: PrintingKiosk, page: Page): Promise<void> {
    const [view] = printing.views;
    await expect.poll(() => view!.signal.aborted).toBe(true);
    expect((await page.request.get(`${printing.origin}${view!.path}`)).status()).toBe(404);
    await expect.poll(() => readdir(printing.temporary)).toEqual([]);
  }

  test(
    'is gone at Finish, and the next visitor finds nothing',
    { tag: '@lying' },
    async ({ page, printing, faults }) => {
      faults.expect(/404/);
      await begin(page, printing);
      await control(page, 'close')
        .or(page.getByRole('dialog').getByRole('button', { name: 'Close' }))
        .first()
        .tap();
      await control(page, 'finish').tap();
      await page.locator('.begin').waitFor();
      await isGone(printing, page);
      await toMyQuestions(page);
      await expect(said(page)).toHaveAttribute('data-print', 'none');
    },
  );

  test(
    'is gone when the visitor has walked away',
    { tag: ['@lying', '@full'] },
    async ({ page, printing }) => {
      await page.clock.install();
      await begin(page, printing);
      await page.clock.runFor(181_000);
      await page.clock.runFor(61_000);
      await page.locator('.begin').waitFor();
      await isGone(printing, page);
    },
  );

  test('is gone when the page crashes', { tag: ['@lying', '@full'] }, async ({ page, printing, context }) => {
    await begin(page, printing);
    await page.goto('chrome://crash').catch(() => undefined);
    const next = await context.newPage();
    await isGone(printing, next);
  });
});
