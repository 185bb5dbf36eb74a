import { setTimeout as pause } from 'node:timers/promises';
import type { OpenBrowser, OpenPage } from '../browser.ts';
import type { Measured } from '../sheet.ts';
import { median, quantile } from '../statistics.ts';
import type { PageFigure } from './figures.ts';
import { cpuBetween, processTimes } from './processes.ts';
import type { Target } from './targets.ts';
import { placeOf, touch, touchWhenThere } from './touch.ts';

/** Interactions shorter than the browser tells of count as this, milliseconds. */
const UNTOLD = 8;
const FRAME = 1000 / 60;

/** Times the answers to taps, one after another, each once the transition before it is over. */
export async function timeTaps(
  browser: OpenBrowser,
  open: OpenPage,
  { tap, walk = [tap], before = [], state, settle }: Target,
  taps: number,
): Promise<Measured<PageFigure>> {
  for (const selector of before) {
    await touchWhenThere(open, selector);
    await pause(settle);
  }
  let turn = 0;
  const tapNext = async (): Promise<boolean> => {
    const place = await placeOf(open, walk[turn++ % walk.length]!);
    if (place) await touch(open, place);
    await pause(settle);
    return Boolean(place);
  };
  const stateNow = (): Promise<unknown> => open.page.evaluate(`(${state})`);

  await open.page.evaluate(`void (window.tonosBench.state = () => (${state}))`);
  // The first two find code that has never run; a visitor makes more than two taps.
  await tapNext();
  await tapNext();
  await open.page.evaluate(() => {
    window.tonosBench!.interactions = {};
    window.tonosBench!.fingerToFrame = [];
  });
  const start = await processTimes(browser);
  let touched = 0;
  let handled = 0;
  for (let count = 0; count < taps; count++) {
    const old = await stateNow();
    if (await tapNext()) touched += 1;
    if ((await stateNow()) !== old) handled += 1;
  }
  const cpu = cpuBetween(start, await processTimes(browser));
  const { interactions, fingerToFrame } = await open.page.evaluate(() => {
    const samples = window.tonosBench!;
    return { interactions: samples.interactions, fingerToFrame: samples.fingerToFrame };
  });
  const durations = Object.values(interactions);
  while (durations.length < touched) durations.push(UNTOLD);

  // Apart from the timed ones, because asking for every frame costs something.
  await open.page.evaluate(() => window.tonosBench!.countFrames());
  for (let count = 0; count < Math.ceil(taps / 2); count++) await tapNext();
  const gaps = await open.page.evaluate(() => {
    const { frameGaps = [] } = window.tonosBench!;
    window.tonosBench!.frameGaps = undefined;
    return frameGaps;
  });
  const missed = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME) - 1), 0);
  return {
    tapsHandled: (handled / taps) * 100,
    interaction: median(durations),
    inp: quantile(durations, 0.98),
    fingerToFrame: median(fingerToFrame),
    fingerToFrameSlow: quantile(fingerToFrame, 0.98),
    framesMissed: (missed / Math.max(1, missed + gaps.length)) * 100,
    worstFrame: Math.max(0, ...gaps),
    cpuPerTap: (cpu.seconds / taps) * 1000,
  };
}
