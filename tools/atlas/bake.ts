/** `npm run atlas`: draws the stills of the diagrams into dist/atlas, with the engine of the page. See `--help`. */
import { setPriority } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser, noBrowserMessage } from '../../src-main/browser/find-browser.ts';
import { thisMachine } from '../../src-main/browser/machine.ts';
import { allStills, firstStills, MOST_BYTES, MOST_STILLS } from './bake/choice.ts';
import { readContent } from './bake/content.ts';
import { drawAll, type DrawOptions } from './bake/draw-all.ts';
import { bundleEngine } from './bake/engine.ts';
import { help, readOptions, type BakeOptions } from './bake/options.ts';
import { plan, type Planned } from './bake/plan.ts';
import { Progress } from './bake/progress.ts';
import { writeSheets } from './bake/sheet.ts';
import { Store } from './bake/store.ts';
import { openStudio, type Studio } from './bake/studio.ts';

/** How it ended, for whoever started it. */
const DONE = 0;
const FAILED = 1;
const WRONG_OPTION = 2;
const NO_BROWSER = 3;
const STOPPED = 4;

/** For this process and its browser: everything else goes first. */
const LOWEST = 19;

const root = path.join(import.meta.dirname, '../..');
const stopped = new AbortController();

async function bake(args: string[]): Promise<number> {
  let options: BakeOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${(error as Error).message} See npm run atlas -- --help.`);
    return WRONG_OPTION;
  }
  if (options.help) {
    console.log(help);
    return DONE;
  }
  stopWhenAsked(options);
  try {
    return await drawWhatIsStale(options);
  } catch (error) {
    if (stopped.signal.aborted) return STOPPED;
    console.error(`The pictures could not be drawn: ${(error as Error).message}`);
    return FAILED;
  }
}

function stopWhenAsked({ within, background }: BakeOptions): void {
  const stop = (): void => stopped.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (within !== Infinity) setTimeout(stop, Math.max(0, within - performance.now())).unref();
  if (!background) return;
  setPriority(LOWEST);
  // The channel to whoever started this closes with them, however they end.
  process.on('disconnect', stop);
}

async function drawWhatIsStale(options: BakeOptions): Promise<number> {
  const [content, engine] = await Promise.all([readContent(root), bundleEngine()]);
  const stills = allStills(content);
  if (stills.length > MOST_STILLS) {
    throw new Error(
      `there are ${stills.length}, and the atlas may hold ${MOST_STILLS}: leave out poses or frames.`,
    );
  }
  const all = plan(stills, content.subjects, engine);
  const store = new Store(path.join(root, 'dist', 'atlas'), all);
  await store.tidy();
  const stale = store.stale(wanted(all, content, options));
  if (stale.length === 0 && !options.sheet) return DONE;

  const search = await findBrowser(thisMachine);
  if (!search.browser) {
    console.error(noBrowserMessage(search, process.platform));
    return NO_BROWSER;
  }
  const studio = await openStudio(search.browser.path, engine);
  // What is being drawn is lost; the next time it is drawn again.
  stopped.signal.addEventListener('abort', () => void studio.close());
  try {
    const failed = await draw(stale, { store, studio, options });
    if (stopped.signal.aborted) return STOPPED;
    if (options.sheet && !failed) await writeSheets(path.join(root, 'docs', 'atlas'), all, store, studio);
    if (store.bytes() > MOST_BYTES)
      throw new Error(`they take ${store.bytes()} bytes, and may take ${MOST_BYTES}.`);
    return failed ? FAILED : DONE;
  } finally {
    await studio.close();
  }
}

function wanted(
  all: readonly Planned[],
  content: Awaited<ReturnType<typeof readContent>>,
  options: BakeOptions,
): readonly Planned[] {
  if (!options.first && !options.shown) return all;
  const { stills: first, left } = firstStills(content);
  const stills = options.first ? first : [...first, ...left];
  const files = new Set(stills.map(({ diagram, file }) => `${diagram}/${file}`));
  return all.filter(({ still: { diagram, file } }) => files.has(`${diagram}/${file}`));
}

interface Place {
  readonly store: Store;
  readonly studio: Studio;
  readonly options: BakeOptions;
}

/** @returns whether anything could not be drawn */
async function draw(stale: readonly Planned[], { store, studio, options }: Place): Promise<boolean> {
  const progress = new Progress(stale.length, options);
  const count = options.background ? 1 : Math.min(2, stale.length);
  const artists = await Promise.all(Array.from({ length: count }, () => studio.artist()));
  const { failed } = await drawAll(stale, {
    artists,
    keep: (drawn) => store.add(drawn),
    ...(options.background ? calmly : swiftly),
    signal: stopped.signal,
    onDrawn: (drawn) => progress.show(drawn),
  });
  progress.end();
  for (const [diagram, why] of failed) console.error(`The diagram ${diagram} cannot be drawn: ${why}`);
  return failed.size > 0;
}

type Manner = Pick<DrawOptions, 'isFull' | 'pause'>;

const swiftly: Manner = { isFull: (pictures) => pictures >= 12, pause: () => Promise.resolve() };

/** Two thirds of the time it rests. What it keeps makes a new version of the content, of which a kiosk knows only a few. */
const calmly: Manner = {
  isFull: (_, ageMs) => ageMs > 10 * 60_000,
  pause: (tookMs) =>
    wait(Math.max(500, 2 * tookMs), undefined, { signal: stopped.signal }).catch(() => undefined),
};

process.exitCode = await bake(process.argv.slice(2));
