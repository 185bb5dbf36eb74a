import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '../../../src-main/browser/find-browser.ts';
import { openBareBrowser, type BareBrowser } from '../bare-browser.ts';
import { startKiosk } from '../kiosk.ts';
import { waitForQuiet } from '../machine.ts';
import type { BenchOptions } from '../options.ts';
import { Sheet } from '../sheet.ts';
import { useFigures, type UseFigure } from './figures.ts';

/** Steps forth, and as many back. */
const WALK = 7;
/** Walks after which everything that is kept is there. */
const WARM_WALKS = 4;
/** The scenes of the loop have all been there once by then, ms. */
const WARM_LOOP_MS = 60_000;
/** One picture has made way for the next, and what was made ahead is there, by then, ms. */
const REST_MS = 3000;
/** What is not there by then does not come, ms. */
const PATIENCE_MS = 15_000;

/** A kiosk in use, in fast motion: what many steps and a long attract loop leave behind. */
export async function runUse(
  browser: Browser,
  { steps, minutes, quiet }: Pick<BenchOptions, 'steps' | 'minutes' | 'quiet'>,
  say: (line: string) => void,
): Promise<Sheet<UseFigure>> {
  const sheet = new Sheet('Long use', useFigures);
  const kiosk = await startKiosk();
  const bare = await openBareBrowser(browser);
  try {
    await waitForQuiet(quiet);
    await bare.askPage('Page.enable');
    await bare.askPage('Performance.enable');
    await bare.askPage('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchTasks.toString()})()` });
    await bare.askPage('Page.navigate', { url: kiosk.address });
    await waitFor(bare, '.begin');

    say(`use: ${minutes} min of the attract loop`);
    await pause(WARM_LOOP_MS);
    const loopBefore = await alive(bare);
    await pause(minutes * 60_000);
    const loopAfter = await alive(bare);

    await press(bare, '.begin');
    await press(bare, 'button[data-part=neck]');
    await waitFor(bare, '[data-control=next]');
    for (let walk = 0; walk < WARM_WALKS; walk++) await walkOnce(bare);
    const before = await alive(bare);
    for (let step = 0; step < steps; step += 2 * WALK) {
      await walkOnce(bare);
      if (step % 140 === 0) say(`use: ${step + 2 * WALK} steps`);
    }
    const after = await alive(bare);
    sheet.add('tonos', {
      heapSteps: after.heap - before.heap,
      heapAttract: loopAfter.heap - loopBefore.heap,
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
      longest: await bare.run(
        () => Math.max(0, ...(window as unknown as { tonosTasks: number[] }).tonosTasks),
        undefined,
      ),
    });
  } finally {
    await bare.close();
    await kiosk.end();
  }
  return sheet;
}

/** In the page, before any of its scripts: tasks of 50 ms and more that began after the first paint. */
function watchTasks(): void {
  const tasks: number[] = [];
  let painted = Infinity;
  (window as unknown as { tonosTasks: number[] }).tonosTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') painted = startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) if (startTime > painted) tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** To the end of the tour’s steps and back to the first: each step’s title is waited for. */
async function walkOnce(bare: BareBrowser): Promise<void> {
  for (const way of ['next', 'back'])
    for (let step = 0; step < WALK; step++) await turn(bare, `[data-control=${way}]`);
}

/** Presses, and waits until another title is there. */
async function turn(bare: BareBrowser, selector: string): Promise<void> {
  const before = await bare.run(() => document.querySelector('main h1')?.textContent ?? '', undefined);
  await press(bare, selector);
  await until(
    bare,
    (title) => (document.querySelector('main h1')?.textContent ?? title) !== title,
    before,
    `${selector} led nowhere from “${before}”.`,
  );
}

const waitFor = (bare: BareBrowser, selector: string): Promise<void> =>
  until(bare, (wanted) => document.querySelector(wanted) !== null, selector, `There is no ${selector}.`);

async function press(bare: BareBrowser, selector: string): Promise<void> {
  await waitFor(bare, selector);
  await bare.run((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
}

/** Waits until it is so in the page. @throws `otherwise` when it is not in time */
async function until(
  bare: BareBrowser,
  isSo: (given: string) => boolean,
  given: string,
  otherwise: string,
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await bare.run(isSo, given))) {
    if (performance.now() > end) throw new Error(otherwise);
    await pause(20);
  }
}

/** What the page holds on to at rest. Heap in MiB. */
async function alive(bare: BareBrowser): Promise<{ heap: number; nodes: number; listeners: number }> {
  await pause(REST_MS);
  for (let time = 0; time < 2; time++) await bare.askPage('HeapProfiler.collectGarbage');
  const { metrics } = await bare.askPage('Performance.getMetrics');
  const metric = (wanted: string): number => {
    const found = (metrics as { name: string; value: number }[]).find(({ name }) => name === wanted);
    if (!found) throw new Error(`The browser does not tell ${wanted}.`);
    return found.value;
  };
  return {
    heap: metric('JSHeapUsedSize') / 2 ** 20,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}
