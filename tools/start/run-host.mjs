import { fork, spawn } from 'node:child_process';
import path from 'node:path';
import { findElectron, getElectron } from './electron.mjs';

const SERVE = 'dist/main/serve.js';
const GRACE = 15_000;

/**
 * @typedef {object} RunningHost
 * @property {Promise<void>} ready resolves when the host may count as chosen; never when it ends before
 * @property {Promise<number>} ended its exit code
 * @property {() => Promise<number>} end
 * @property {string | undefined} problem why it could not, in its own words
 * @property {{ path: string, name: string, version: string } | undefined} browser
 */

/**
 * Runs a host. The channel between the two is also what holds it: when this process goes, it closes, and the host
 * ends by itself.
 * @param {string} folder
 * @param {{ host: string, node: string, args: string[], program?: string }} options
 * @returns {RunningHost}
 */
export function runHost(folder, { host, node, args, program }) {
  const child = program ? startElectron(folder, program, args) : startServe(folder, { host, node, args });
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const running = { ended, end, problem: undefined, browser: undefined, ready: undefined };
  // `serve` has no page of its own: it is ready when it listens.
  const sign = host === 'serve' ? 'listening' : 'ready';
  running.ready = new Promise((resolve) => {
    child.on('message', (message) => {
      if (message.type === 'problem') running.problem = message.what;
      if (message.type === 'browser') running.browser = message;
      if (message.type === sign) resolve();
    });
  });

  async function end() {
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
    const code = await ended;
    clearTimeout(timer);
    return code;
  }
  return running;
}

const startServe = (folder, { host, node, args }) =>
  fork(path.join(folder, SERVE), ['--host', host, ...args], { execPath: node, execArgv: [], cwd: folder });

/** Electron reads from package.json where the program begins. */
function startElectron(folder, program, args) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  // For tests that run as root; never otherwise: the sandbox is what keeps a broken page in.
  const sandbox = env.TONOS_TEST_NO_SANDBOX === '1' ? ['--no-sandbox'] : [];
  return spawn(program, [...sandbox, folder, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/**
 * What a host would run with now, so that a remembered failure of something else does not count.
 * @returns {Promise<string | undefined>}
 */
export async function toolOf(folder, host, { node }) {
  if (host === 'electron') return findElectron(folder);
  const browser = await askForBrowser(folder, { node });
  return browser && nameOf(browser);
}

export const nameOf = ({ name, version, path: place }) => `${name} ${version}, ${place}`;

export { getElectron };

/** Which browser the host would use now; undefined when it cannot say. */
function askForBrowser(folder, { node }) {
  const child = fork(path.join(folder, SERVE), ['--find-browser'], {
    execPath: node,
    execArgv: [],
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('close', () => resolve(parse(text)?.browser));
  });
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
