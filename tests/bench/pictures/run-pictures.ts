import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser } from '../../../src-main/browser/find-browser.ts';
import { openBrowser, type OpenBrowser, type OpenPage } from '../browser.ts';
import { root, startKiosk } from '../kiosk.ts';
import { waitForQuiet } from '../machine.ts';
import type { BenchOptions } from '../options.ts';
import { cpuBetween, processTimes } from '../page/processes.ts';
import { touchWhenThere } from '../page/touch.ts';
import { Sheet } from '../sheet.ts';
import { pictureFigures, type PictureFigure } from './figures.ts';
import { countObjects } from './objects.ts';

/** Where there is no GPU, the processor draws, and a picture takes its time. */
const PATIENCE_MS = 60_000;
/** Pictures that have settled are read back once; after that nothing may happen, ms. */
const SETTLED_MS = 3000;
/** Changes after which everything that is kept is there. */
const WARM_UP = 8;
/** The first of a tour; the home screen shows the third diagram. */
const TOURS = ['neck', 'eyelids'] as const;
/** What only the home screen has, and what only a step of a tour has. */
const HOME = 'li [data-tour]';
const TOUR = '[data-control=next]';

/** Living pictures: what they weigh, how soon they are there, what they cost while they rest, what many of them leave behind. */
export async function runPictures(
  browser: Browser,
  { repeat, idle, quiet, changes }: BenchOptions,
  say: (line: string) => void,
): Promise<Sheet<PictureFigure>> {
  const sheet = new Sheet('Living pictures', pictureFigures);
  const folder = await mkdtemp(path.join(tmpdir(), 'tonos-bench-'));
  const provisioned = path.join(folder, 'settings.json');
  await writeFile(provisioned, JSON.stringify({ version: 1, drawing: 'live' }));
  const kiosk = await startKiosk(['--provisioned', provisioned]);
  try {
    sheet.add('tonos', { engineGzip: await engineWeight(), ...(await dataWeight(kiosk.address)) });
    for (let round = 1; round <= repeat; round++) {
      await waitForQuiet(quiet);
      say(`pictures, round ${round}`);
      const running = await openBrowser(browser, ['--enable-unsafe-swiftshader']);
      try {
        const open = await running.open();
        await open.page.addInitScript(countObjects);
        await open.page.goto(kiosk.address, { waitUntil: 'load' });
        sheet.add('tonos', await arrivals(open));
        sheet.add('tonos', { resting: await resting(running, idle) });
        // One round of them is enough: it is long, and counts rather than times.
        if (round === repeat) sheet.add('tonos', await manyChanges(running, open, changes, say));
        await open.close();
      } finally {
        await running.close();
      }
    }
  } finally {
    await kiosk.end();
    await rm(folder, { recursive: true, force: true });
  }
  return sheet;
}

async function engineWeight(): Promise<number> {
  const folder = path.join(root, 'dist/renderer/assets');
  const scripts = (await readdir(folder)).filter((name) => /^(live|build-worker)-.*\.js$/.test(name));
  if (scripts.length < 2)
    throw new Error('The scripts that draw are not where they were: see run-pictures.ts.');
  const sizes = await Promise.all(
    scripts.map(async (name) => gzipSync(await readFile(path.join(folder, name))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** As the kiosk serves it: the page names the addresses. */
async function dataWeight(address: string): Promise<{ dataGzip: number; stillsGzip: number }> {
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const get = async (place: string): Promise<string> => {
    const answer = await fetch(new URL(place, address), { headers: { cookie } });
    if (!answer.ok) throw new Error(`The kiosk has no ${place} (${answer.status}).`);
    return answer.text();
  };
  const boot = /<script type="application\/json" id="boot">([^<]*)</.exec(await get('/'))?.[1] ?? '';
  const { version } = JSON.parse(boot) as { version: string };
  const diagrams = await readdir(path.join(root, 'assets/diagrams'));
  const sizes = await Promise.all(
    diagrams.map(async (id) => {
      const [diagram, shapes] = await Promise.all([
        get(`/content/${version}/diagrams/${id}`),
        get(`/content/${version}/diagrams/${id}/shapes`),
      ]);
      // Beside what draws it, a diagram tells where names stand on its stills.
      const { pictures, ...drawn } = JSON.parse(diagram) as { pictures: object };
      const [data, stills] = [JSON.stringify(drawn), JSON.stringify(pictures)].map(
        (text) => gzipSync(text).length,
      );
      return { data: data! + gzipSync(shapes).length, stills: stills! };
    }),
  );
  return {
    dataGzip: Math.max(...sizes.map(({ data }) => data)) / 1000,
    stillsGzip: Math.max(...sizes.map(({ stills }) => stills)) / 1000,
  };
}

/**
 * Waits inside the page until the screen that holds `mark` shows a picture: any, or a live one.
 * @throws when none comes in time
 */
const pictureWith = ({ page }: OpenPage, mark: string, kind: 'any' | 'live'): Promise<void> =>
  page.evaluate(
    ({ mark, kind, patience }) =>
      new Promise<void>((resolve, reject) => {
        const until = performance.now() + patience;
        const timer = setInterval(() => {
          const stills = [...document.querySelectorAll<HTMLImageElement>('.pictures img')];
          const isThere =
            document.querySelector(mark) !== null &&
            (document.querySelector('.live.there') !== null ||
              (kind === 'any' && stills.some(({ complete, naturalWidth }) => complete && naturalWidth > 0)));
          if (!isThere && performance.now() < until) return;
          clearInterval(timer);
          if (isThere) resolve();
          else reject(new Error(`no picture came with ${mark}`));
        }, 8);
      }),
    { mark, kind, patience: PATIENCE_MS },
  );

async function arrivals(open: OpenPage) {
  const arrival = async (selector: string, mark: string) => {
    await touchWhenThere(open, selector);
    const touched = performance.now();
    await pictureWith(open, mark, 'any');
    const shown = performance.now();
    await pictureWith(open, mark, 'live');
    return { still: shown - touched, live: performance.now() - shown };
  };
  const home = await arrival('.begin', HOME);
  await pause(SETTLED_MS);
  const tour = await arrival(`li [data-tour=${TOURS[0]}]`, TOUR);
  await pause(SETTLED_MS);
  return { ...home, liveAgain: tour.live };
}

async function resting(browser: OpenBrowser, seconds: number): Promise<number> {
  const before = await processTimes(browser);
  await pause(seconds * 1000);
  return cpuBetween(before, await processTimes(browser)).all;
}

/** Home, a tour, home, the other tour, and so on, each until its live picture is there. */
async function manyChanges(
  browser: OpenBrowser,
  open: OpenPage,
  changes: number,
  say: (line: string) => void,
) {
  const change = async (turn: number): Promise<void> => {
    const toHome = turn % 2 === 0;
    const selector = toHome
      ? '[data-control=home]'
      : `li [data-tour=${TOURS[((turn - 1) / 2) % TOURS.length]}]`;
    await touchWhenThere(open, selector);
    await pictureWith(open, toHome ? HOME : TOUR, 'live');
  };
  const state = async () => {
    await pause(SETTLED_MS);
    // The browser keeps decoded stills until memory is short, whatever the page does: what is left then is ours.
    await browser.cdp.send('Memory.simulatePressureNotification', { level: 'critical' });
    await pause(SETTLED_MS);
    for (let time = 0; time < 2; time++) await open.cdp.send('HeapProfiler.collectGarbage');
    const objects = await open.page.evaluate(
      () => (window as unknown as { tonosObjects: { live: number } }).tonosObjects.live,
    );
    return { objects, memory: await residentMemory(browser) };
  };
  for (let turn = 0; turn < WARM_UP; turn++) await change(turn);
  const before = await state();
  for (let turn = 0; turn < changes; turn++) {
    await change(turn);
    if (turn % 40 === 39) say(`pictures: ${turn + 1} changes`);
  }
  const after = await state();
  const memory = before.memory && after.memory && after.memory - before.memory;
  return { objects: after.objects - before.objects, memory };
}

/** Of the renderers and the graphics process, MiB; nothing where the system does not tell. */
async function residentMemory({ cdp }: OpenBrowser): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => /^(renderer|gpu)/i.test(type));
  const kilobytes = pages.map(({ id }) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]),
  );
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}
