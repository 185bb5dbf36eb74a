/**
 * Every screen of visitors on every panel, in every theme, in letters as they are and twice as large: targets, words that
 * are cut off, contrast, and what a machine finds otherwise. Each panel lies in one project of the tests and stands in
 * the other.
 */
import type { Page } from '@playwright/test';
import { TEXT_SIZES } from '../../src-renderer/comfort/comfort.svelte.ts';
import { PRINTING, withPrinter } from '../../tools/screens/ways.ts';
import { wish } from '../../tools/screens/wish.ts';
import { clippedWords } from './clipped.ts';
import { expect, openOnPanel, test } from './kiosk.ts';
import { faultsOfTargets, violations } from './rules.ts';
import { inAVisit, walk } from './walk.ts';

const PANELS = [15.6, 21.5, 32];
const THEMES = ['dim', 'soft', 'light'];
/** Steps from letters as they are to the largest. */
const STEPS = [0, TEXT_SIZES.length - 1];

/** Colours do not depend on the panel: the other themes are looked at on one. */
const wanted = PANELS.flatMap((inches) =>
  (inches === 21.5 ? THEMES : ['soft']).flatMap((theme) =>
    STEPS.map((larger) => ({ inches, theme, larger })),
  ),
);

for (const { inches, theme, larger } of wanted) {
  const size = TEXT_SIZES[larger]!;
  const title = `all screens on ${inches}″, ${theme}, letters at ${size} %: targets, words, contrast`;
  test(title, { tag: '@full' }, async ({ page, context, kiosk }) => {
    test.setTimeout(1_200_000);
    const look = async (page: Page): Promise<readonly string[]> => [
      ...(await faultsOfTargets(page, { inches, least: 20 })),
      ...(await clippedWords(page)),
      ...(await violations(page, ['color-contrast-enhanced'])),
    ];
    const asWished = async (page: Page): Promise<void> => {
      await wish(page, { locale: 'en', theme, larger });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expect(page.locator('html')).toHaveAttribute('data-text', String(size));
    };
    await openOnPanel(page, kiosk, inches);
    await asWished(page);
    const found = await walk(page, inAVisit, look);
    for (const name of PRINTING) {
      const another = await context.newPage();
      await openOnPanel(another, kiosk, inches);
      await withPrinter(another, true);
      await asWished(another);
      Object.assign(found, await walk(another, [name], look));
      await another.close();
    }
    expect(found).toEqual({});
  });
}
