import { AREA, flashingShare, record } from './flashes.ts';
import { expect, openOnPanel, test } from './kiosk.ts';

// As a machine shows it whose system does not ask for less motion.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('what flashes is seen on a recording', { tag: ['@lying', '@full'] }, async ({ page }) => {
  /** Light and dark by turns, so many ms each, over so many px of the screen's breadth. */
  const flash = (width: number, ms: number) => (): Promise<void> =>
    page.evaluate(
      async ({ width, ms }) => {
        const element = document.createElement('div');
        Object.assign(element.style, {
          position: 'fixed',
          inset: '0',
          width: `${width}px`,
          background: '#000',
        });
        document.body.append(element);
        // What it covers is no part of it.
        await new Promise((resolve) => setTimeout(resolve, 1_200));
        const turning = element.animate([{ background: '#000' }, { background: '#888' }], {
          duration: ms,
          iterations: 6,
          direction: 'alternate',
          easing: 'steps(2, jump-none)',
        });
        await turning.finished;
        await new Promise((resolve) => setTimeout(resolve, 1_200));
        element.remove();
      },
      { width, ms },
    );
  expect(flashingShare(await record(page, flash(1920, 200)))).toBeGreaterThan(0.9);
  // A small corner of the screen, and a change that takes its time.
  expect(flashingShare(await record(page, flash(30, 200)))).toBeLessThan(AREA);
  expect(flashingShare(await record(page, flash(1920, 1300)))).toBeLessThan(AREA);
});

test(
  'nothing flashes: a tour, its movement, a sheet, the brightness, and the way back (R-08)',
  { tag: '@lying' },
  async ({ page, kiosk }) => {
    await openOnPanel(page, kiosk, 21.5);
    const control = (name: string): string => `[data-control=${name}]`;
    const frames = await record(page, async (rested) => {
      // However slow the machine is, nobody who reads at all presses the next thing before what was pressed has come.
      const press = async (target: string): Promise<void> => {
        await page.locator(target).first().tap();
        await rested();
      };
      const brighten = async (theme: string): Promise<void> => {
        await page.locator(`[data-option=${theme}]`).tap();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await rested();
      };
      await press('.begin');
      await press('li [data-tour=neck]');
      for (const name of ['next', 'next', 'play', 'next', 'help']) await press(control(name));
      await page.keyboard.press('Escape');
      await rested();
      await press(control('comfort'));
      for (const theme of ['dim', 'light', 'soft']) await brighten(theme);
      await press(control('finish'));
      await expect(page.locator('.begin')).toBeVisible();
    });
    expect(frames.length).toBeGreaterThan(20);
    expect(flashingShare(frames)).toBeLessThan(AREA);
  },
);
