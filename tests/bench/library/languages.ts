import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '../../../src-main/browser/find-browser.ts';
import { openBrowser, type OpenBrowser } from '../browser.ts';
import { root, startKiosk } from '../kiosk.ts';
import { waitForQuiet } from '../machine.ts';
import type { BenchOptions } from '../options.ts';
import { pageFigures } from '../page/figures.ts';
import { loadCold } from '../page/load.ts';
import { memory } from '../page/memory.ts';
import { kioskTarget, type Target } from '../page/targets.ts';
import { weigh } from '../page/weigh.ts';
import { Sheet, type Figure } from '../sheet.ts';
import { addLanguages } from './grow.ts';

const { firstPaint, firstTap, firstTapCpu, requests, sent, heap, nodes, listeners } = pageFigures;

/** What is measured of the page, with few languages installed and with many. */
export const languageFigures = {
  boot: {
    title: 'index.html with its boot object, kB',
    digits: 2,
    meaning: 'What the kiosk writes into the page before the page has asked for anything.',
  },
  ...{ firstPaint, firstTap, firstTapCpu, requests, sent, heap, nodes, listeners },
} as const satisfies Record<string, Figure>;

export type LanguageFigure = keyof typeof languageFigures;

const MANY = 100;
/** Seconds after which the page has all of its first screen. */
const SETTLED = 3;

/** The page's own cost with the shipped languages and with a hundred. */
export async function runLanguages(
  browser: Browser,
  { repeat, loads, quiet }: BenchOptions,
  say: (line: string) => void,
): Promise<Sheet<LanguageFigure>> {
  const sheet = new Sheet('Page by number of languages', languageFigures);
  const overlay = await mkdtemp(path.join(tmpdir(), 'tonos-bench-'));
  const few = await startKiosk();
  const count = await languagesOf(few.address);
  await addLanguages(root, overlay, MANY - count);
  const many = await startKiosk(['--content', overlay]);
  const targets = [
    kioskTarget(`${count} languages`, few.address),
    kioskTarget(`${MANY} languages`, many.address),
  ];
  try {
    for (let round = 1; round <= repeat; round++) {
      await waitForQuiet(quiet);
      say(`languages, round ${round}`);
      const running = await openBrowser(browser);
      try {
        for (const target of targets) sheet.add(target.name, await weigh(running, target));
        for (const target of targets) sheet.add(target.name, await settled(running, target));
        for (let load = 0; load < loads; load++) {
          // Each goes first as often as the other.
          for (const target of load % 2 === 0 ? targets : targets.toReversed())
            sheet.add(target.name, await loadCold(running, target));
        }
      } finally {
        await running.close();
      }
    }
  } finally {
    await Promise.all([few.end(), many.end()]);
    await rm(overlay, { recursive: true, force: true });
  }
  return sheet;
}

async function settled(browser: OpenBrowser, { address }: Target) {
  const open = await browser.open();
  const response = await open.page.goto(address, { waitUntil: 'load' });
  const boot = ((await response?.body())?.length ?? NaN) / 1000;
  await pause(SETTLED * 1000);
  const held = await memory(open);
  await open.close();
  return { boot, ...held };
}

/** How many languages a kiosk offers. */
async function languagesOf(address: string): Promise<number> {
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(new URL('/', address), { headers: { cookie } })).text();
  const boot = /<script type="application\/json" id="boot">([^<]*)</.exec(page)?.[1] ?? '';
  return (JSON.parse(boot) as { locales: unknown[] }).locales.length;
}
