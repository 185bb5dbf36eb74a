import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The oldest Node that runs the project; the one that comes as a package is newer. */
const OLDEST_NODE = [22, 18];

/**
 * The Node that everything but this starter runs on: the one that the project brings as a package, so that all
 * machines are alike; where there is no such package, this one.
 * @param {string} folder
 * @param {{ platform: string, arch: string, execPath: string, version: string }} machine
 * @throws {Problem} when this one is too old
 */
export function findNode(folder, { platform, arch, execPath, version } = process) {
  const system = platform === 'win32' ? 'win' : platform;
  const own = path.join(
    folder,
    'node_modules',
    `node-${system}-${arch}`,
    'bin',
    system === 'win' ? 'node.exe' : 'node',
  );
  if (existsSync(own)) return own;
  if (isRecent(version)) return execPath;
  throw new Problem(
    `Tonos needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${version.slice(1)}. ` +
      `For ${platform} on ${arch} there is no Node package to install by itself: get one from https://nodejs.org.`,
  );
}

function isRecent(version) {
  const [major, minor] = version.slice(1).split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * The script behind a package's command, to be run by `findNode`: the shims in `.bin` would take the machine's Node.
 * @param {string} folder
 * @param {string} name of the package
 * @param {string} command
 */
export function commandOf(folder, name, command = name) {
  const home = path.join(folder, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  return path.join(home, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a program, its lines on this terminal. Resolves with its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, shell?: boolean, ending?: { onEnd(call: () => void): () => void } }} options
 * @returns {Promise<number>}
 */
export function run(program, args, { cwd = root, shell = false, ending } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, shell, stdio: ['ignore', 'inherit', 'inherit'] });
    const forget = ending?.onEnd(() => child.kill());
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      forget?.();
      resolve(signal ? 1 : code);
    });
  });
}
