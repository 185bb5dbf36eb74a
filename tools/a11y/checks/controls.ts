/** The constant controls: the same ones, in the same order, at the same place on every screen; Back at the foot of the paper. */
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
  const found = await page.evaluate(() => {
    const placesOf = (selector: string) =>
      // Where Comfort takes the place of the paper’s foot, Done leads back.
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((button) => button.checkVisibility())
        .map((button) => {
          const { left, right, top } = button.getBoundingClientRect();
          const start = document.dir === 'rtl' ? right : left;
          return { name: button.dataset['control']!, at: `${Math.round(start)},${Math.round(top)}` };
        });
    return { constant: placesOf('nav.controls [data-control]'), back: placesOf('.foot [data-control=back]') };
  });
  const order = found.constant.map(({ name }) => name).join(' ');
  if (order !== ORDER) return [`the controls are: ${order}`];
  const stand = [panel, locale, text].join(' ');
  return Object.entries(found).flatMap(([which, controls]) => {
    if (controls.length === 0) return [];
    const key = `${which} ${stand}`;
    const places = controls.map(({ name, at }) => `${name} at ${at}`).join('; ');
    const before = seen.get(key) ?? places;
    seen.set(key, before);
    return before === places ? [] : [`stands elsewhere: ${places}; before: ${before}`];
  });
}
