/** The screens in the pseudo-locales: what another language would break is seen before it is there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { pseudoLocales, writePseudoLocales } from '../../tools/pseudo/locales.ts';
import { control, type ScreenName } from '../../tools/screens/ways.ts';
import { root } from '../../tools/start/project.mjs';
import { clippedWords, OWN_LANGUAGE, wordsLike } from './clipped.ts';
import { expect, openOnPanel, test as base } from './kiosk.ts';
import { inAVisit, walk } from './walk.ts';

const test = base.extend({
  kioskArguments: [
    // Playwright wants a pattern here, even an empty one.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'tonos-pseudo-'));
      writePseudoLocales(root, folder);
      await use(['--content', folder]);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

/** Words that did not go through the locale: without an accent, or without a mark. */
const BYPASSED: Readonly<Record<string, RegExp>> = {
  'en-XA': /(?<![\p{L}\p{M}\p{N}\u00ad’'])[a-z][a-z\u00ad’']+(?![\p{L}\p{M}\p{N}])/giu,
  // The page isolates what it fills in, within its marks.
  'ar-XB': /(?<!\u200f\u2068?|[\p{L}\p{M}\p{N}\u00ad’'])[a-z][a-z\u00ad’']+/giu,
};

/**
 * The panels of each, by their diagonal in inches. On the smallest, words of twice their length do not fit yet: the foot of
 * home, the pages of Comfort.
 */
const PANELS: Readonly<Record<string, readonly number[]>> = { 'en-XA': [21.5], 'ar-XB': [15.6, 21.5] };

async function begin(page: Page, tag: string): Promise<void> {
  await page.locator('.begin').tap();
  await control(page, 'language').tap();
  await page.locator(`[data-locale=${tag}]`).tap();
  await expect(page.locator('html')).toHaveAttribute('lang', tag);
}

/** What the system writes, months and names of languages, and what the visitor has typed. */
const given = (tag: string): string[] => [
  ...Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(2027, month, 1)),
  ).flatMap((date) => date.match(/[a-z]+/gi) ?? []),
  ...(new Intl.DisplayNames(tag, { type: 'language' }).of(tag)?.match(/[a-z]+/gi) ?? []),
  'xqz',
];

/** A quick run looks at these, on one panel. */
const SAMPLE: readonly ScreenName[] = ['home', 'step'];

for (const [tag, { dir }] of Object.entries(pseudoLocales)) {
  const look = async (page: Page): Promise<string[]> => [
    ...((await page.locator('html').getAttribute('dir')) === dir ? [] : [`does not run ${dir}`]),
    ...(await clippedWords(page)),
    ...(await wordsLike(page, BYPASSED[tag]!, given(tag))),
    ...(
      await page.locator(`#app [lang=en]:not(:is(${OWN_LANGUAGE}), :is(${OWN_LANGUAGE}) *)`).allTextContents()
    ).map((text) => `borrowed: ${text}`),
  ];
  const looksAt = (which: string, names: readonly ScreenName[], inches: number, tags: string[]): void =>
    test(
      `${tag}, ${which} on ${inches}″: no word is cut off, none bypasses the locale`,
      { tag: tags },
      async ({ page, kiosk }) => {
        test.setTimeout(1_200_000);
        await openOnPanel(page, kiosk, inches);
        await begin(page, tag);
        expect(await walk(page, names, look)).toEqual({});
      },
    );
  looksAt('some screens', SAMPLE, 21.5, ['@lying']);
  for (const inches of PANELS[tag]!) looksAt('all screens', inAVisit, inches, ['@lying', '@full']);
}

test(
  'what is cut off, lies over other words or bypasses the locale is found',
  { tag: '@lying' },
  async ({ page }) => {
    await begin(page, 'en-XA');
    await page.evaluate(() => {
      document.querySelector('[data-control=home]')!.append('Hardcoded'.repeat(9));
      document.querySelector('h1')!.append(' Welcome');
    });
    const faults = (await clippedWords(page)).join('\n');
    expect(faults).toMatch(/in button\.control\S* is \d+ px off the screen/);
    expect(await wordsLike(page, BYPASSED['en-XA']!, [])).toContain('Welcome');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-control=help]')!.style.cssText =
        'min-inline-size: 0; max-inline-size: 20px';
    });
    expect((await clippedWords(page)).join('\n')).toMatch(/in button\.control#help is \d+ px too wide/);
  },
);
