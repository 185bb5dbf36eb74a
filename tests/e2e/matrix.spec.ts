/**
 * Every screen of visitors on every panel, in every theme, in letters as they are and twice as large: targets, words that
 * are cut off, contrast, and what a machine finds otherwise. Each panel lies in one project of the tests and stands in
 * the other.
 */
import type { Page } from '@playwright/test';
import { control, toComfort, ways, type Way } from '../../tools/screens/ways.ts';
import { clippedWords } from './clipped.ts';
import { expect, openOnPanel, test } from './kiosk.ts';
import { faultsOfTargets, violations } from './rules.ts';

const PANELS = [15.6, 21.5, 32];
const THEMES = ['dim', 'soft', 'light'];
const SIZES = [100, 200];
/** Steps from letters as they are to the largest. */
const LARGEST = 3;

/** The time of the question is another's; what is asked is asked in accessibility.spec.ts. */
const { attract, 'still there': stillThere, ...screens } = ways;

async function wish(page: Page, theme: string, size: number): Promise<void> {
  await ways.home(page);
  await toComfort(page, 'light');
  await page.locator(`[data-setting=theme] [data-option=${theme}]`).tap();
  if (size > 100) {
    await page.locator('[data-page=letters]').tap();
    for (let step = 0; step < LARGEST; step++)
      await page.locator('[data-setting=text] [data-step=more]').tap();
  }
  await control(page, 'done').tap();
  await expect(page.locator('html')).toHaveAttribute('data-text', String(size));
}

/** Colours do not depend on the panel: the other themes are looked at on one. */
const wanted = PANELS.flatMap((inches) =>
  (inches === 21.5 ? THEMES : ['soft']).flatMap((theme) => SIZES.map((size) => ({ inches, theme, size }))),
);

for (const { inches, theme, size } of wanted) {
  const title = `all screens on ${inches}″, ${theme}, letters at ${size} %: targets, words, contrast`;
  test(title, { tag: '@full' }, async ({ page, kiosk }) => {
    test.setTimeout(1_200_000);
    const found: Record<string, readonly string[]> = {};
    for (const [name, lead] of Object.entries(screens) as [string, Way][]) {
      await openOnPanel(page, kiosk, inches);
      await wish(page, theme, size);
      await lead(page);
      const faults = [
        ...(await faultsOfTargets(page, { inches, least: 20 })),
        ...(await clippedWords(page)),
        ...(await violations(page, ['color-contrast-enhanced'])),
      ];
      if (faults.length > 0) found[name] = faults;
    }
    expect(found).toEqual({});
  });
}
