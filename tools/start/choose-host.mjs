import { hostArguments } from './options.mjs';
import * as memories from './memory.mjs';
import { askForBrowser, runHost } from './run-host.mjs';

/** How long a host may take until its page has reported ready. */
export const READY_WITHIN = 15_000;

const system = {
  platform: process.platform,
  env: process.env,
  now: () => Date.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
  runHost,
  askForBrowser,
  say: (line) => console.log(line),
};

/**
 * Runs the host that was asked for, or the first whose page gets ready. Resolves with the exit code when it has ended.
 * @param {string} folder
 */
export async function chooseHost(folder, { node, options, ending }, world = system) {
  const args = hostArguments(options);
  const start = (host) => world.runHost(folder, { host, node, args });

  if (options.host) {
    memories.forget(folder);
    tell(world, options.host, 'it was asked for');
    return untilEnd(start(options.host), ending);
  }

  const reasons = [];
  let tried;
  if (!hasDisplay(world)) {
    reasons.push('there is no display');
  } else {
    const memory = memories.recall(folder);
    const known =
      memory?.browser && memory.host === 'serve' ? await world.askForBrowser(folder, { node }) : undefined;
    if (memories.browserFailed(memory, known, world.now())) {
      reasons.push(`${memory.why} (remembered; --host browser tries again)`);
    } else {
      const attempt = await tryBrowser(start, world, ending);
      if ('code' in attempt) return attempt.code;
      if (attempt.host) {
        const { name, version, path } = attempt.host.browser ?? {};
        const why = 'there is a display, and its page reported ready';
        tell(world, `browser (${name} ${version}, ${path})`, why);
        memories.remember(folder, { host: 'browser', why, browser: attempt.host.browser, at: world.now() });
        return untilEnd(attempt.host, ending);
      }
      reasons.push(attempt.why);
      tried = attempt.browser;
      memories.remember(folder, { host: 'serve', why: attempt.why, browser: tried, at: world.now() });
    }
  }
  tell(world, 'serve', reasons.join('; '));
  return untilEnd(start('serve'), ending);
}

/** @returns the host when its page got ready; why not otherwise; or the exit code when the start was called off */
async function tryBrowser(start, { after }, ending) {
  const host = start('browser');
  let callOff;
  const late = new Promise((resolve) => (callOff = after(READY_WITHIN, () => resolve('late'))));
  const forget = ending.onEnd(() => void host.end());
  const first = await Promise.race([host.ready.then(() => 'ready'), host.ended, late]);
  callOff();
  forget();
  if (ending.asked) return { code: await host.end().then(() => 0) };
  if (first === 'ready') return { host };
  if (first === 'late') await host.end();
  const why =
    first === 'late'
      ? `the browser's page was not ready within ${READY_WITHIN / 1000} s`
      : `the browser host could not run: ${(host.problem ?? `exit code ${first}`).split('\n')[0]}`;
  return { why, browser: host.browser };
}

async function untilEnd(host, ending) {
  const forget = ending.onEnd(() => void host.end());
  const code = await host.ended;
  forget();
  return ending.asked ? 0 : code;
}

function tell({ say }, host, why) {
  say(`Host: ${host}`);
  say(`Why:  ${why}`);
}

function hasDisplay({ platform, env }) {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
