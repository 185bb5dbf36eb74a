import { keepRunning } from './keep-running.mjs';
import * as memories from './memory.mjs';
import { hostArguments } from './options.mjs';
import { Problem } from './problem.mjs';
import { getElectron, nameOf, runHost, toolOf } from './run-host.mjs';

/** How long a host may take until its page has reported ready. */
export const READY_WITHIN = 15_000;

/** What the exit code of the starter says when there is no Electron. */
const NO_ELECTRON = 9;

const system = {
  platform: process.platform,
  env: process.env,
  user: process.getuid?.(),
  now: () => Date.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
  runHost,
  getElectron,
  toolOf,
  say: (line) => console.log(line),
};

/**
 * Runs the host that was asked for, or the first whose page gets ready. Resolves with the exit code when it has ended.
 * `onChosen` is called when the choice is made and the host runs.
 * @param {string} folder
 */
export async function chooseHost(
  folder,
  { node, options, ending, onChosen = () => undefined },
  world = system,
) {
  const start = (host, program) =>
    world.runHost(folder, { host, node, args: hostArguments(options), program });
  const keep = (host, running, program) => {
    onChosen();
    return keepRunning(running, () => start(host, program), { world, ending });
  };

  if (options.host) {
    memories.forget(folder);
    const { program, why } =
      options.host === 'electron' ? await world.getElectron(folder, { node, ending }) : {};
    if (why) throw new Problem(`There is no Electron: ${why}. Use --host browser.`, NO_ELECTRON);
    tell(world, options.host, 'it was asked for');
    return keep(options.host, start(options.host, program), program);
  }

  const memory = memories.recall(folder);
  const reasons = hasDisplay(world) ? [] : ['there is no display'];
  for (const host of reasons.length > 0 ? [] : windowHosts(options, world)) {
    const failure = memory.failed[host];
    const known =
      failure && memories.stillFailed(failure, await world.toolOf(folder, host, { node }), world.now());
    if (known) {
      reasons.push(`${known} (remembered; --host ${host} tries again)`);
      continue;
    }
    delete memory.failed[host];
    const attempt = await tryHost(host, start, { folder, node, world, ending });
    if ('code' in attempt) return attempt.code;
    if (attempt.running) {
      const why = ['there is a display, and its page reported ready', ...reasons].join('; ');
      tell(world, attempt.label, why);
      memories.remember(folder, { host, why, failed: memory.failed });
      return keep(host, attempt.running, attempt.program);
    }
    reasons.push(attempt.why);
    memory.failed[host] = { why: attempt.why, with: attempt.with, at: world.now() };
  }
  const why = reasons.join('; ');
  if (hasDisplay(world)) memories.remember(folder, { host: 'serve', why, failed: memory.failed });
  tell(world, 'serve', why);
  return keep('serve', start('serve'));
}

/** Hosts with a window, in the order in which they are tried. Electron has no port, and no sandbox for root. */
function windowHosts({ port }, { user, env }) {
  const isRoot = user === 0 && env.TONOS_TEST_NO_SANDBOX !== '1';
  return port === undefined && !isRoot ? ['electron', 'browser'] : ['browser'];
}

/** @returns the host when its page got ready; why not otherwise; or the exit code when the start was called off */
async function tryHost(host, start, { folder, node, world, ending }) {
  const electron = host === 'electron' ? await world.getElectron(folder, { node, ending }) : {};
  if (ending.asked) return { code: 0 };
  if (electron.why) return { why: `there is no Electron: ${electron.why}`, with: undefined };
  const { program } = electron;

  const running = start(host, program);
  let callOff;
  const late = new Promise((resolve) => (callOff = world.after(READY_WITHIN, () => resolve('late'))));
  const forget = ending.onEnd(() => void running.end());
  const first = await Promise.race([running.ready.then(() => 'ready'), running.ended, late]);
  callOff();
  forget();
  if (ending.asked) return { code: await running.end().then(() => 0) };
  const tool = program ?? (running.browser && nameOf(running.browser));
  if (first === 'ready') return { running, program, label: tool ? `${host} (${tool})` : host };
  if (first === 'late') await running.end();
  const why =
    first === 'late'
      ? `the ${host}'s page was not ready within ${READY_WITHIN / 1000} s`
      : `the ${host} host could not run: ${(running.problem ?? `exit code ${first}`).split('\n')[0]}`;
  return { why, with: tool };
}

function tell({ say }, host, why) {
  say(`Host: ${host}`);
  say(`Why:  ${why}`);
}

function hasDisplay({ platform, env }) {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
