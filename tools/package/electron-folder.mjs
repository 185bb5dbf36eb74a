import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A download that has not come by then is not coming. */
const DOWNLOAD_WITHIN = 300_000;

/**
 * The folder with Electron's program, downloaded if need be. `ELECTRON_OVERRIDE_DIST_PATH` names another one.
 * The package is never imported to ask: importing it starts a download and throws when that fails.
 * @param {string} root the project's folder
 * @param {{ node: string, env?: NodeJS.ProcessEnv, install?: (script: string) => string | undefined }} options
 *   `install` runs Electron's download and returns why it failed
 * @returns {{ folder: string } | { why: string }} the folder, or why there is none, in one line
 */
export function electronFolder(
  root,
  { node, env = process.env, install = (script) => download(node, script) },
) {
  const home = path.join(root, 'node_modules/electron');
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(home, 'dist');
  if (hasProgram(home, folder)) return { folder };
  if (env.ELECTRON_OVERRIDE_DIST_PATH)
    return { why: `ELECTRON_OVERRIDE_DIST_PATH has no Electron: ${folder}` };
  const why = install(path.join(home, 'install.js'));
  if (hasProgram(home, folder)) return { folder };
  return { why: why ?? 'the download ended without a program' };
}

const PROGRAMS = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

function hasProgram(home, folder) {
  const note = path.join(home, 'path.txt');
  const program = existsSync(note)
    ? readFileSync(note, 'utf8').trim()
    : (PROGRAMS[process.platform] ?? 'electron');
  return existsSync(path.join(folder, program));
}

function download(node, script) {
  const { status, stderr, signal } = spawnSync(node, [script], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: DOWNLOAD_WITHIN,
    encoding: 'utf8',
  });
  if (status === 0) return undefined;
  const lines = stderr.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /error/i.test(line)) ??
    (signal ? 'the download took too long' : 'the download failed')
  );
}
