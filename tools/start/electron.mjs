import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { downloadElectron } from './download-electron.mjs';

const PROGRAM = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

const homeOf = (folder) => path.join(folder, 'node_modules', 'electron');

/**
 * Where Electron's binary is. The package itself is never asked: it would try a download.
 * @param {string} folder
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv }} machine
 * @returns {string | undefined} undefined when there is none
 */
export function findElectron(folder, { platform, env } = process) {
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(homeOf(folder), 'dist');
  const inside = readText(path.join(homeOf(folder), 'path.txt')) ?? PROGRAM[platform] ?? 'electron';
  const program = path.join(dist, inside);
  return existsSync(program) ? program : undefined;
}

/**
 * Where Electron's binary is, after a download where it is missing and can be had.
 * @param {string} folder
 * @param {{ node: string, ending?: { onEnd(call: () => void): () => void }, env?: NodeJS.ProcessEnv, download?: typeof downloadElectron }} options
 * @returns {Promise<{ program?: string, why?: string }>} the one or the other
 */
export async function getElectron(folder, { node, ending, env = process.env, download = downloadElectron }) {
  const machine = { platform: process.platform, env };
  const found = findElectron(folder, machine);
  if (found) return { program: found };
  if (!existsSync(path.join(homeOf(folder), 'install.js'))) return { why: 'its package is not installed' };
  const { ELECTRON_OVERRIDE_DIST_PATH: elsewhere } = env;
  if (elsewhere) return { why: `it is not in ${elsewhere} (ELECTRON_OVERRIDE_DIST_PATH)` };
  const why = await download(homeOf(folder), { node, ending, env });
  const program = findElectron(folder, machine);
  return program ? { program } : { why: why ?? 'its download left nothing behind' };
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
