/** The screens in the pseudo-locales: what another language would break is seen before it is there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { pseudoLocales, writePseudoLocales } from '../../tools/pseudo/locales.ts';
import { root } from '../../tools/start/project.mjs';
import { clippedWords, OWN_LANGUAGE, wordsLike } from './clipped.ts';
import { expect, openOnPanel, test as base } from './kiosk.ts';

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
  'ar-XB': /(?<![\u200f\p{L}\p{M}\p{N}\u00ad’'])[a-z][a-z\u00ad’']+/giu,
};

/**
 * The panels of each, by their diagonal in inches. On the smallest, words of twice their length do not fit yet: the foot of
 * home, the pages of Comfort.
 */
const PANELS: Readonly<Record<string, readonly number[]>> = { 'en-XA': [21.5], 'ar-XB': [15.6, 21.5] };

/** Faults that wait to be mended: constant controls with long names leave no room beside them for the ways of a picture. */
const KNOWN: Readonly<Record<string, RegExp>> = {
  'en-XA, step': /^button\.stage-button#explore lies over button\.control#(help|finish)$/,
  'en-XA, first step': /^button\.stage-button#explore lies over button\.control#(help|finish)$/,
  'en-XA, explore':
    /^button\.stage-button\.(worded#back lies over button\.stage-button\.bare#turnLeft|bare#further lies over button\.control#finish)$/,
};

const control = (page: Page, name: string) => page.locator(`[data-control="${name}"]`).first();

/** The way to every screen, by touch. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  home: async () => {},
  'first step': async (page) => {
    await page.locator('li [data-tour=neck]').tap();
    await expect(page.locator('.callout:not(.waiting)').first()).toBeVisible();
  },
  step: async (page) => {
    await screens['first step']!(page);
    await control(page, 'next').tap();
    await control(page, 'next').tap();
    await expect(page.locator('.crumb')).toContainText(/[3٣]/);
    await expect(page.locator('.callout:not(.waiting)').first()).toBeVisible();
  },
  'end of a tour': async (page) => {
    await screens['first step']!(page);
    for (let step = 0; step < 8; step++) await control(page, 'next').tap();
    await expect(page.locator('.panel ol')).toBeVisible();
  },
  review: async (page) => {
    await screens['first step']!(page);
    await control(page, 'review').tap();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  explore: async (page) => {
    await screens['step']!(page);
    await control(page, 'explore').tap();
    await expect(page.locator('[data-row]').first()).toBeVisible();
  },
  glossary: async (page) => {
    await control(page, 'glossary').tap();
    await page.locator('li [data-term]').first().tap();
    await expect(page.locator('li [data-term][aria-current]')).toBeVisible();
  },
  'glossary search': async (page) => {
    await control(page, 'glossary').tap();
    await control(page, 'find').tap();
    for (const letter of 'ster') await page.locator(`[data-key=${letter}]`).tap();
    await expect(page.locator('li [data-term=sternocleidomastoid]')).toBeVisible();
  },
  'term sheet': async (page) => {
    await screens['glossary search']!(page);
    await page.locator('li [data-term=sternocleidomastoid]').tap();
    await expect(control(page, 'term-picture')).toBeAttached();
  },
  help: async (page) => {
    await control(page, 'help').tap();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  languages: async (page) => {
    await control(page, 'language').tap();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  ...Object.fromEntries(
    ['light', 'letters', 'motion', 'sides'].map((name) => [
      `comfort, ${name}`,
      async (page: Page) => {
        await control(page, 'comfort').tap();
        await page.locator(`[data-page=${name}]`).tap();
        await expect(page.locator('[data-setting]').first()).toBeVisible();
      },
    ]),
  ),
};

async function begin(page: Page, tag: string): Promise<void> {
  await page.locator('.begin').tap();
  await control(page, 'language').tap();
  await page.locator(`[data-locale=${tag}]`).tap();
  await expect(page.locator('html')).toHaveAttribute('lang', tag);
}

/** Months and days, which the system writes. */
const dates = (tag: string): string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(2027, month, 1)),
  ).flatMap((date) => date.match(/[a-z]+/gi) ?? []);

for (const [tag, { dir }] of Object.entries(pseudoLocales)) {
  for (const inches of PANELS[tag]!)
    for (const [name, lead] of Object.entries(screens)) {
      const tags = inches === 21.5 && name === 'step' ? ['@lying'] : ['@lying', '@full'];
      test(
        `${tag}, ${name} on ${inches}″: no word is cut off, none bypasses the locale`,
        { tag: tags },
        async ({ page, kiosk }) => {
          await openOnPanel(page, kiosk, inches);
          await begin(page, tag);
          await lead(page);
          await expect(page.locator('html')).toHaveAttribute('dir', dir);
          const known = KNOWN[`${tag}, ${name}`];
          expect((await clippedWords(page)).filter((fault) => !known?.test(fault))).toEqual([]);
          expect(await wordsLike(page, BYPASSED[tag]!, dates(tag))).toEqual([]);
          const borrowed = page.locator(`#app [lang=en]:not(${OWN_LANGUAGE})`);
          await expect(borrowed, 'borrowed runs').toHaveCount(0);
        },
      );
    }
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
    expect(faults).toMatch(/in button\.control#finish is \d+ px off the screen/);
    expect(await wordsLike(page, BYPASSED['en-XA']!, [])).toContain('Welcome');
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[data-control=help]')!.style.setProperty('max-width', '20px'),
    );
    expect((await clippedWords(page)).join('\n')).toMatch(/in button\.control#help is \d+ px too wide/);
  },
);
