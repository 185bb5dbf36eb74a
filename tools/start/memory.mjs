import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = '.cache/host.json';

/** One slow morning must not decide for months. */
const LONGEST = 24 * 60 * 60 * 1000;

/**
 * Which host was chosen last time, and why.
 * @typedef {object} HostMemory
 * @property {string} host
 * @property {string} why
 * @property {{ path: string, name: string, version: string } | undefined} browser that was used, or tried in vain
 * @property {number} at milliseconds since 1970
 */

/** @returns {HostMemory | undefined} */
export function recall(folder) {
  try {
    return JSON.parse(readFileSync(path.join(folder, FILE), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {HostMemory} memory */
export function remember(folder, memory) {
  const file = path.join(folder, FILE);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(memory, null, 2) + '\n');
  } catch {
    // A read-only disk forgets: the next start tries again, which only takes longer.
  }
}

export function forget(folder) {
  rmSync(path.join(folder, FILE), { force: true });
}

/**
 * Whether the browser was tried in vain not long ago, and is still the same one.
 * @param {HostMemory | undefined} memory
 * @param {{ path: string, version: string } | undefined} browser
 */
export function browserFailed(memory, browser, now) {
  if (memory?.host !== 'serve' || !memory.browser) return false;
  const age = now - memory.at;
  if (age < 0 || age > LONGEST) return false;
  return memory.browser.path === browser?.path && memory.browser.version === browser?.version;
}
