import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser } from '../../../src-main/browser/find-browser.ts';
import { openBareBrowser, type BareBrowser } from '../bare-browser.ts';
import { openBrowser, type OpenPage } from '../browser.ts';
import { root, startKiosk } from '../kiosk.ts';
import { waitForQuiet } from '../machine.ts';
import type { BenchOptions } from '../options.ts';
import { cpuBetween, timesOf } from '../page/processes.ts';
import { touchWhenThere } from '../page/touch.ts';
import { Sheet, type Measured } from '../sheet.ts';
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
/** Where there is no GPU, the processor may draw. */
const SWITCHES = ['--enable-unsafe-swiftshader'];
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
  await writeFile(provisioned, JSON.stringify({ version: 1, drawing: 'live', touch: 'off' }));
  const kiosk = await startKiosk(['--provisioned', provisioned]);
  try {
    sheet.add('tonos', { engineGzip: await engineWeight(), ...(await dataWeight(kiosk.address)) });
    for (let round = 1; round <= repeat; round++) {
      await waitForQuiet(quiet);
      say(`pictures, round ${round}`);
      const running = await openBrowser(browser, SWITCHES);
      try {
        const open = await running.open();
        await open.page.goto(kiosk.address, { waitUntil: 'load' });
        sheet.add('tonos', await arrivals(open));
        await open.close();
      } finally {
        await running.close();
      }
      // One round of changes is enough: it is long, and counts rather than times.
      const last = round === repeat ? changes : 0;
      sheet.add('tonos', await longRun(browser, kiosk.address, { idle, changes: last }, say));
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

/** What a live picture costs while it stands, and what many changes of it leave behind. */
async function longRun(
  browser: Browser,
  address: string,
  { idle, changes }: Pick<BenchOptions, 'idle' | 'changes'>,
  say: (line: string) => void,
): Promise<Measured<PictureFigure>> {
  const bare = await openBareBrowser(browser, SWITCHES);
  try {
    await pause(SETTLED_MS);
    const empty = await resting(bare, idle);
    await bare.askPage('Page.enable');
    await bare.askPage('Page.addScriptToEvaluateOnNewDocument', { source: `(${countObjects.toString()})()` });
    await bare.askPage('Page.navigate', { url: address });
    await press(bare, '.begin', HOME);
    await pause(SETTLED_MS);
    const full = await resting(bare, idle);
    const left = changes > 0 ? await manyChanges(bare, changes, say) : {};
    return { resting: full, restingPage: Math.max(0, full - empty), ...left };
  } finally {
    await bare.close();
  }
}

async function resting(bare: BareBrowser, seconds: number): Promise<number> {
  const before = await processesOf(bare).then(timesOf);
  await pause(seconds * 1000);
  return cpuBetween(before, await processesOf(bare).then(timesOf)).all;
}

type ProcessInfo = { id: number; type: string; cpuTime: number }[];
const processesOf = async ({ ask }: BareBrowser): Promise<ProcessInfo> =>
  (await ask('SystemInfo.getProcessInfo'))['processInfo'] as ProcessInfo;

/** Presses what `selector` finds as soon as it is there, and waits until the screen that holds `mark` shows a live picture. */
const press = (bare: BareBrowser, selector: string, mark: string): Promise<void> =>
  bare.run(
    ({ selector, mark, patience }) =>
      new Promise<void>((resolve, reject) => {
        const until = performance.now() + patience;
        let isPressed = false;
        const timer = setInterval(() => {
          const found = document.querySelector<HTMLElement>(selector);
          if (!isPressed && found) {
            found.click();
            isPressed = true;
          } else if (isPressed && document.querySelector(mark) && document.querySelector('.live.there')) {
            clearInterval(timer);
            resolve();
          } else if (performance.now() > until) {
            clearInterval(timer);
            reject(
              new Error(`${isPressed ? 'no live picture came with ' + mark : 'there is no ' + selector}`),
            );
          }
        }, 20);
      }),
    { selector, mark, patience: PATIENCE_MS },
  );

/** Home, a tour, home, the other tour, and so on, each until its live picture is there. */
async function manyChanges(
  bare: BareBrowser,
  changes: number,
  say: (line: string) => void,
): Promise<Measured<'objects' | 'memory'>> {
  const change = (turn: number): Promise<void> =>
    turn % 2 === 0
      ? press(bare, `li [data-tour=${TOURS[(turn / 2) % TOURS.length]}]`, TOUR)
      : press(bare, '[data-control=home]', HOME);
  const state = async () => {
    await pause(SETTLED_MS);
    // The browser keeps decoded stills until memory is short, whatever the page does: what is left then is ours.
    await bare.ask('Memory.simulatePressureNotification', { level: 'critical' });
    await pause(SETTLED_MS);
    for (let time = 0; time < 2; time++) await bare.askPage('HeapProfiler.collectGarbage');
    const objects = await bare.run(
      () => (window as unknown as { tonosObjects: { live: number } }).tonosObjects.live,
      undefined,
    );
    return { objects, memory: residentMemory(await processesOf(bare)) };
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
function residentMemory(processes: ProcessInfo): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const kilobytes = processes
    .filter(({ type }) => /^(renderer|gpu)/i.test(type))
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]));
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}
