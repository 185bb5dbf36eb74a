import { setTimeout as pause } from 'node:timers/promises';
import type { OpenBrowser, OpenPage } from '../browser.ts';
import type { Measured } from '../sheet.ts';
import type { PageFigure } from './figures.ts';
import type { Touchable } from './probe.ts';
import { cpuBetween, processTimes } from './processes.ts';
import type { Target } from './targets.ts';
import { touch } from './touch.ts';

const PATIENCE = 15_000;
const BETWEEN_TAPS = 25;
/** So long a browser goes on with processes that it keeps in store, ms. */
const SETTLING = 500;

/**
 * Loads a page with nothing in any cache, and taps it from the moment it can be touched until it answers: what an
 * impatient visitor does.
 * @throws when it does not answer within 15 s
 */
export async function loadCold(browser: OpenBrowser, target: Target): Promise<Measured<PageFigure>> {
  const open = await browser.open();
  try {
    if (target.within) await open.page.context().request.get(target.address);
    await open.cdp.send('Network.enable');
    await open.cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    // As a page that begins anew: its process is there, and nothing of it in any cache.
    await open.page.goto(target.empty, { waitUntil: 'load' });
    await pause(SETTLING);
    const before = await processTimes(browser);
    await open.page.goto(target.within ?? target.address, { waitUntil: 'commit' });
    const late = pause(PATIENCE, undefined, { ref: false }).then(() => {
      throw new Error(`${target.name} did not answer a tap.`);
    });
    const [touchable, handled] = await Promise.race([late, tapUntilHandled(open, target)]);
    const { seconds } = cpuBetween(before, await processTimes(browser));
    await pause(100);
    const firstPaint = await open.page.evaluate(() => window.tonosBench?.firstPaint);
    return { firstPaint: firstPaint ?? undefined, touchable, firstTap: handled, firstTapCpu: seconds * 1000 };
  } finally {
    await open.close();
  }
}

/** When the page could be touched and when it had answered, milliseconds from the start of the navigation. */
async function tapUntilHandled(open: OpenPage, { tap, state }: Target): Promise<[number, number]> {
  const waiting = `window.tonosBench.whenTouchable(${JSON.stringify(tap)}, () => (${state}))`;
  const { at, ...place } = await open.page.evaluate<Touchable>(waiting);
  let handled: number | undefined;
  const answer = open.page.evaluate(() => window.tonosBench!.handled).then((when) => (handled = when));
  while (handled === undefined) {
    await touch(open, place);
    await Promise.race([answer, pause(BETWEEN_TAPS)]);
  }
  return [at, handled];
}
