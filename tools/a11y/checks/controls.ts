/** The constant controls: the same ones, in the same order, at the same place on every screen. */
import type { Page } from 'playwright-core';
import type { Seen } from '../checks.ts';
import type { Place } from '../finding.ts';

/** Their order, as a line runs. */
const ORDER = 'home listen comfort help finish';
/** A screen on which nobody is yet. */
const WAITING = 'attract';

/** Controls that are not where they were on the first screen of their panel, language and size. */
export async function misplacedControls(
  page: Page,
  { panel, locale, text, screen }: Place,
  seen: Seen,
): Promise<string[]> {
  if (screen === WAITING) return [];
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('nav.controls [data-control]')].map((button) => {
      const { left, top } = button.getBoundingClientRect();
      return { name: button.dataset['control']!, at: `${Math.round(left)},${Math.round(top)}` };
    }),
  );
  const order = found.map(({ name }) => name).join(' ');
  if (order !== ORDER) return [`the controls are: ${order}`];
  const key = [panel, locale, text].join(' ');
  const places = found.map(({ name, at }) => `${name} at ${at}`).join('; ');
  const before = seen.get(key) ?? places;
  seen.set(key, before);
  return before === places ? [] : [`the controls stand elsewhere: ${places}; before: ${before}`];
}
