import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '../../../src-main/browser/find-browser.ts';
import { openBrowser, type OpenBrowser } from '../browser.ts';
import { startKiosk } from '../kiosk.ts';
import { waitForQuiet } from '../machine.ts';
import type { BenchOptions } from '../options.ts';
import { Sheet } from '../sheet.ts';
import { pageFigures, type PageFigure } from './figures.ts';
import { drawnFrames } from './frames.ts';
import { loadCold } from './load.ts';
import { memory } from './memory.ts';
import { cpuBetween, processTimes } from './processes.ts';
import { openSite } from './site.ts';
import { kioskTarget, siteTargets, type Target } from './targets.ts';
import { timeTaps } from './taps.ts';
import { weigh } from './weigh.ts';

/** Seconds that a page is left alone before its idle time counts. */
const WARM_UP = 3;

/** Floors, peers and the kiosk in turn, round after round, so that a slow drift of the machine hits all alike. */
export async function runPage(
  browser: Browser,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<Sheet<PageFigure>> {
  const sheet = new Sheet('Page', pageFigures);
  const site = await openSite();
  const kiosk = await startKiosk();
  try {
    const all = [...siteTargets(site.origin), kioskTarget('tonos', kiosk.address)];
    const targets = all.filter(({ name }) => !options.targets || options.targets.includes(name));
    for (let round = 1; round <= options.repeat; round++) {
      for (const target of targets) {
        await waitForQuiet(options.quiet);
        say(`page, round ${round}: ${target.name}`);
        const running = await openBrowser(browser);
        try {
          await measure(running, target, options, sheet);
        } finally {
          await running.close();
        }
      }
    }
  } finally {
    await kiosk.end();
    site.close();
  }
  return sheet;
}

async function measure(
  browser: OpenBrowser,
  target: Target,
  options: BenchOptions,
  sheet: Sheet<PageFigure>,
): Promise<void> {
  const add = (measured: Parameters<typeof sheet.add>[1]): void => sheet.add(target.name, measured);
  add(await weigh(browser, target));
  for (let load = 0; load < options.loads; load++) add(await loadCold(browser, target));

  const open = await browser.open();
  await open.page.goto(target.address, { waitUntil: 'load' });
  await pause(WARM_UP * 1000);
  const before = await processTimes(browser);
  await pause(options.idle * 1000);
  const cpu = cpuBetween(before, await processTimes(browser));
  add({ idleCpu: cpu.all, idleRenderer: cpu.renderer, idleGpu: cpu.gpu, others: cpu.others });
  add(await memory(open));
  add({ drawn: await drawnFrames(browser, open, options.frames) });
  add(await timeTaps(browser, open, target, options.taps));
  await open.close();
}
