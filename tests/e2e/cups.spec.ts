/** The take-home sheet through a real CUPS queue, to a printer that is a socket of the test's own. */
import type { Page } from '@playwright/test';
import { systemClock } from '../../src-main/clock.ts';
import { cupsPrinters } from '../../src-main/printing/cups.ts';
import { systemPrograms } from '../../src-main/printing/programs.ts';
import { openCups, whyNoCups, type Cups } from './cups.ts';
import { expect, test as base } from './kiosk.ts';
import { openPrintingKiosk, type PrintingKiosk } from './printing-kiosk.ts';
import { control, said, toMyQuestions } from './printing.ts';
import { readPdf } from './read-pdf.ts';

const missing = whyNoCups();

const test = base.extend<{ cups: Cups; printing: PrintingKiosk }>({
  // Playwright wants a pattern here, even an empty one.
  // eslint-disable-next-line no-empty-pattern
  cups: async ({}, use) => {
    const cups = await openCups();
    await use(cups);
    await cups.close();
  },
  printing: async ({ cups }, use) => {
    const run = systemPrograms(cups.env);
    const printing = await openPrintingKiosk({
      printers: (printPdf) => cupsPrinters({ run, clock: systemClock, printPdf }),
    });
    await use(printing);
    await printing.close();
  },
  kiosk: async ({ printing }, use) => use(printing),
});

test.skip(missing !== undefined, missing);

/** Prints, and waits for what is said of it. */
async function print(page: Page, outcome: string): Promise<void> {
  await control(page, 'print').tap();
  await expect(said(page)).toHaveAttribute('data-print', outcome);
}

test(
  'a sheet reaches the printer, and nothing of it stays in the queue',
  { tag: '@lying' },
  async ({ page, cups }) => {
    await toMyQuestions(page);
    await print(page, 'done');
    await expect.poll(() => cups.printed.length).toBe(1);
    const [first] = await readPdf(cups.printed[0]!);
    expect(first!.text).toContain('What type of dystonia do I have?');
    expect(first!.pictures).toBe(1);
    await expect.poll(() => cups.spooled()).toEqual([]);
  },
);

test(
  'a printer that was stopped is told before anything is sent',
  { tag: ['@lying', '@full'] },
  async ({ page, cups, printing }) => {
    await toMyQuestions(page);
    await cups.ask('/usr/sbin/cupsdisable', 'Office');
    await print(page, 'away');
    expect(printing.views).toEqual([]);
    await cups.ask('/usr/sbin/cupsenable', 'Office');
    await print(page, 'done');
    await expect.poll(() => cups.printed.length).toBe(1);
  },
);

test(
  'a printer that was unplugged is told, and the sheet is taken back',
  { tag: ['@lying', '@full'] },
  async ({ page, cups }) => {
    await toMyQuestions(page);
    await cups.plug(false);
    await print(page, 'away');
    expect(await cups.ask('/usr/bin/lpstat', '-W', 'not-completed', '-o')).toBe('');
    await expect.poll(() => cups.spooled()).toEqual([]);
    await cups.plug(true);
    await print(page, 'done');
    await expect.poll(() => cups.printed.length).toBe(1);
  },
);
