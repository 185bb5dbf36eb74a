/**
 * Every screen in every language on every panel: words that are cut off, names that lie over each other, targets, missing words,
 * words of another script that do not say so, and what a machine finds otherwise. A sample of it is part of every run.
 */
import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { TEXT_SIZES } from '../../src-renderer/comfort/comfort.svelte.ts';
import type { ScreenName } from '../../tools/screens/ways.ts';
import { wish } from '../../tools/screens/wish.ts';
import { clippedWords, OWN_LANGUAGE, wordsLike } from './clipped.ts';
import { expect, openOnPanel, test } from './kiosk.ts';
import { faultsOfTargets, violations } from './rules.ts';
import { inAVisit, walk } from './walk.ts';

const PANELS = [15.6, 21.5, 32];
/** English is looked at in matrix.spec.ts, in every theme and with large letters. */
const OTHERS = readdirSync(new URL('../../locales', import.meta.url)).filter((tag) => tag !== 'en');

/** A language with long words, one that runs from the right, two that stand higher: each where room is scarcest. */
const SAMPLE: readonly (readonly [string, number, readonly ScreenName[]])[] = [
  ['de', 15.6, ['home', 'step', 'comfort, touch']],
  ['hi', 15.6, ['questions', 'help']],
  ['ar', 32, ['home', 'glossary search']],
  ['zh-Hans', 21.5, ['step', 'glossary']],
];

/** A key that stands where its words should. */
const KEY = /\b[a-z][A-Za-z]+(?:\.[a-z][A-Za-z-]+)+\b/;
/** Words in Latin letters; names that are written in capitals everywhere are none. */
const LATIN = /\p{Script=Latin}*\p{Ll}{2,}\p{Script=Latin}*/gu;
const WRITTEN_OTHERWISE = /^(ar|hi|zh)/;
/** What this product is called. */
const NAMES = ['Tonos'];

/** Words in Latin letters that are not marked as of another language, where the page’s own has other letters. */
const untagged = (page: Page, tag: string): Promise<string[]> =>
  page.evaluate(
    ({ tag, source, names, own }) => {
      const found = new Set<string>();
      const walker = document.createTreeWalker(document.getElementById('app')!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement!;
        if (element.closest(own) || element.closest('[lang]')?.getAttribute('lang') !== tag) continue;
        for (const [word] of (node.textContent ?? '').matchAll(new RegExp(source, 'gu')))
          if (!names.includes(word)) found.add(`untagged: ${word}`);
      }
      return [...found];
    },
    { tag, source: LATIN.source, names: NAMES, own: OWN_LANGUAGE },
  );

/** What axe finds does not hang on the panel, and takes longest: it is asked on one. */
const ASKED_ON = 21.5;

async function faultsOf(page: Page, tag: string, inches: number): Promise<string[]> {
  return [
    ...(await faultsOfTargets(page, { inches, least: 20 })),
    ...(await clippedWords(page)),
    ...(await wordsLike(page, new RegExp(KEY, 'g'), [])),
    ...(WRITTEN_OTHERWISE.test(tag) ? await untagged(page, tag) : []),
    ...(inches === ASKED_ON ? await violations(page) : []),
  ];
}

for (const [tag, inches, names] of SAMPLE)
  test(
    `some screens in ${tag} on ${inches}″`,
    { tag: inches === 32 ? '@standing' : '@lying' },
    async ({ page, kiosk }) => {
      test.setTimeout(120_000);
      await openOnPanel(page, kiosk, inches);
      await wish(page, { locale: tag, theme: 'soft', larger: 0 });
      expect(await walk(page, names, () => faultsOf(page, tag, inches))).toEqual({});
    },
  );

/** As many steps as there are. */
const LARGEST = TEXT_SIZES.length - 1;
/** Large letters are looked at on one panel: there each language has the least room beside its words. */
const SIZES = [...PANELS.map((inches) => [inches, 0] as const), [21.5, LARGEST] as const];

for (const tag of OTHERS)
  for (const [inches, larger] of SIZES)
    test(
      `all screens in ${tag} on ${inches}″${larger > 0 ? ', letters twice as large' : ''}`,
      { tag: '@full' },
      async ({ page, kiosk }, info) => {
        // Some minutes each: a panel is looked at as it is mostly hung.
        test.skip((inches === 32) !== (info.project.name === 'portrait'), 'hangs otherwise');
        test.setTimeout(1_200_000);
        await openOnPanel(page, kiosk, inches);
        await wish(page, { locale: tag, theme: 'soft', larger });
        expect(await walk(page, inAVisit, () => faultsOf(page, tag, inches))).toEqual({});
      },
    );
