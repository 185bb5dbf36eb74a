/** Languages in other scripts than Latin: their typefaces, their lines, their letters. */
import type { Page } from '@playwright/test';
import { expect, test } from './kiosk.ts';

// Languages with a few words of their own, of each script that the program has a typeface for.
test.use({ kioskArguments: ['--content', 'tests/fixtures/scripts'] });

const SCRIPTS = [
  ['fa', 'Noto Sans Arabic Variable'],
  ['mr', 'Noto Sans Devanagari Variable'],
  ['zh-SG', 'Noto Sans SC Variable'],
] as const;

const speak = async (page: Page, tag: string): Promise<void> => {
  await page.locator('.begin').tap();
  await page.locator('[data-control=language]').tap();
  await page.locator(`[data-locale="${tag}"]`).tap();
  await expect(page.locator('html')).toHaveAttribute('lang', tag);
};

/** Families of which a face has come. */
const loaded = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set(
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll(/["']/g, '')),
    ),
  ]);

test(
  'the first screen in Latin fetches no other typeface; those of the other languages come when nobody waits (R-51)',
  { tag: '@lying' },
  async ({ page, kiosk }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(kiosk.address);
    await expect(page.locator('.begin')).toBeVisible();
    const others = (): string[] => asked.filter((address) => /noto|arabic|devanagari|\/han-/.test(address));
    expect(others()).toEqual([]);
    await expect.poll(others, { timeout: 10_000 }).not.toEqual([]);
  },
);

for (const [tag, family] of SCRIPTS)
  test(`words in ${tag} stand in a typeface of the program (R-51)`, { tag: '@lying' }, async ({ page }) => {
    await speak(page, tag);
    await expect.poll(() => loaded(page)).toContain(family);
    // Each sign of the title is drawn with it, and none with what the machine happens to have.
    const client = await page.context().newCDPSession(page);
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const { root } = await client.send('DOM.getDocument');
    const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([]);
  });

test('joined letters are not parted, clauses do not begin lines, no sign leans (R-49)', async ({ page }) => {
  await speak(page, 'fa');
  await page.evaluate(() => document.documentElement.toggleAttribute('data-spacing', true));
  const styleOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { letterSpacing, lineBreak, fontStyle, lineHeight, fontSize } = getComputedStyle(element);
        return {
          letterSpacing,
          lineBreak,
          fontStyle,
          leading: parseFloat(lineHeight) / parseFloat(fontSize),
        };
      });
  expect((await styleOf('h1')).letterSpacing).toMatch(/^(normal|0px)$/);
  expect((await styleOf('h1')).leading).toBeGreaterThanOrEqual(1.3);
  expect((await styleOf('.panel h2')).letterSpacing).toMatch(/^(normal|0px)$/);
  await page.locator('[data-control=language]').tap();
  await page.locator('[data-locale="zh-SG"]').tap();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-SG');
  expect((await styleOf('h1')).lineBreak).toBe('strict');
});

test('numbers in a sentence that runs from the right are kept apart from it (R-47)', async ({ page }) => {
  await speak(page, 'fa');
  await page.locator('li [data-tour=neck]').tap();
  await expect(page.locator('.crumb')).toContainText(/گام \u20681\u2069 از \u2068\d\u2069/);
});
