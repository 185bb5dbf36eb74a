/** How what is read is set: its lines, and that nothing is cut off when it is spaced out. */
import type { Page } from 'playwright-core';
import { clippedWords } from '../../../tests/e2e/clipped.ts';

/** Characters of a line at most. */
const MOST = 80;
/** Height of a line of running text at the least, em. */
const LEAST_LEADING = 1.5;

/** Paragraphs whose lines are too long or too tight, that are justified, slanted or in capitals. */
export async function badlySetLines(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ most, leading }) => {
      const found: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>('p, li, h1, h2, h3')) {
        const text = element.innerText.trim();
        if (!text || !element.checkVisibility({ visibilityProperty: true })) continue;
        const told = `“${text.slice(0, 40)}”`;
        const style = getComputedStyle(element);
        const size = parseFloat(style.fontSize);
        const high = parseFloat(style.lineHeight) / size;
        const range = document.createRange();
        range.selectNodeContents(element);
        const tops = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / size)));
        if (style.textAlign === 'justify') found.push(`${told} is justified`);
        if (style.fontStyle !== 'normal') found.push(`${told} is slanted`);
        if (style.textTransform === 'uppercase') found.push(`${told} is in capitals`);
        if (!element.matches('.body')) continue;
        if (text.length / tops.size > most) found.push(`${told} has lines of more than ${most} characters`);
        if (high < leading - 0.01) found.push(`${told} has lines of ${high.toFixed(2)} em`);
      }
      return found;
    },
    { most: MOST, leading: LEAST_LEADING },
  );
}

/** For how long lists may take to find their pages anew, ms. */
const PATIENCE = 3000;

/** What is cut off once there is more room between letters, words, lines and paragraphs, as Comfort gives it. */
export async function clippedWhenSpaced(page: Page): Promise<string[]> {
  const space = (on: boolean) =>
    page.evaluate((on) => document.documentElement.toggleAttribute('data-spacing', on), on);
  await space(true);
  const until = performance.now() + PATIENCE;
  let found = await clippedWords(page);
  while (found.length > 0 && performance.now() < until) found = await clippedWords(page);
  await space(false);
  return found;
}
