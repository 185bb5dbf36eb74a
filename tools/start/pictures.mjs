import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from './build.mjs';
import { run } from './project.mjs';

/** What the stills are made of. */
const SOURCES = [
  'assets',
  'src-main/content',
  'src-main/contract',
  'src-renderer/diagram',
  'tools/atlas',
  'package-lock.json',
];
const BAKE = 'tools/atlas/bake.ts';
const stampOf = (which) => `dist/atlas/.${which}-from`;

/** How long the kiosk waits for its first pictures, s. What is not drawn by then, the page draws itself. */
const FIRST_WITHIN = 15;

/** The kiosk runs this long before the rest is drawn beside it, ms. */
export const REST_AFTER = 60_000;

/** What the exit code of the drawing says when there is no browser; it has told so itself. */
const NO_BROWSER = 3;
const STOPPED = 4;

/** Whether stills were drawn from what is there now. @param {'first' | 'shown' | 'all'} which */
function areDrawn(folder, which, hash) {
  return ['all', which].some((each) => {
    const stamp = path.join(folder, stampOf(each));
    return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  });
}

function remember(folder, which, hash) {
  mkdirSync(path.join(folder, 'dist/atlas'), { recursive: true });
  writeFileSync(path.join(folder, stampOf(which)), hash);
}

/**
 * @typedef {object} DrawOptions
 * @property {string} node
 * @property {ReturnType<typeof import('./ending.mjs').endWithParent>} [ending]
 * @property {typeof run} [draw]
 */

/**
 * Draws stills where they are stale.
 * @param {string} folder
 * @param {'first' | 'shown' | 'all'} which those that the first screens need, those that screens show at rest, or every one
 * @param {DrawOptions & { within?: number }} options `within`: for how long, s
 * @returns {Promise<number>} an exit code
 */
export async function drawPictures(folder, which, { node, ending, draw = run, within }) {
  const hash = hashOf(folder, SOURCES);
  if (areDrawn(folder, which, hash)) return 0;
  const args = [
    BAKE,
    ...(which === 'all' ? [] : [`--${which}`]),
    ...(within === undefined ? [] : ['--within', String(within)]),
  ];
  const code = await draw(node, args, { cwd: folder, ending }).catch(() => 1);
  if (code === 0) remember(folder, which, hash);
  return code;
}

/**
 * Draws the stills that the first screens need. Never in the way of a start: without them the page draws itself, or shows
 * words.
 * @param {string} folder
 * @param {DrawOptions} options
 */
export async function drawFirstPictures(folder, { ending, ...options }) {
  const code = await drawPictures(folder, 'first', { ...options, ending, within: FIRST_WITHIN });
  if (ending?.asked) process.exit(0);
  if (code === 0) return;
  if (code === STOPPED) console.log('The other pictures are drawn later.');
  else if (code === NO_BROWSER) console.log('Going on without pictures drawn beforehand.');
  else console.log('The first pictures could not be drawn. Going on without them.');
}

/**
 * Draws the stills that are still missing beside a running kiosk, at the lowest priority.
 * @param {string} folder
 * @param {{ node: string, start?: typeof startDrawing, after?: (ms: number, call: () => void) => () => void }} options
 * @returns the way to end it
 */
export function drawTheRest(folder, { node, start = startDrawing, after = later }) {
  let drawing;
  const callOff = after(REST_AFTER, () => {
    const hash = hashOf(folder, SOURCES);
    if (areDrawn(folder, 'all', hash)) return;
    drawing = start(folder, node);
    void drawing.ended.then((code) => code === 0 && remember(folder, 'all', hash));
  });
  return async () => {
    callOff();
    await drawing?.end();
  };
}

/** The channel between the two is also what holds it, as with a host. */
function startDrawing(folder, node) {
  const child = fork(path.join(folder, BAKE), ['--background'], {
    execPath: node,
    execArgv: [],
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const end = async () => {
    if (child.connected) child.disconnect();
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
  };
  return { ended, end };
}

function later(ms, call) {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}
