import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = '.cache/host.json';

/** One slow morning must not decide for months. */
const LONGEST = 24 * 60 * 60 * 1000;

/**
 * A host that was tried in vain.
 * @typedef {object} Failure
 * @property {string} why
 * @property {string} [with] what it was tried with: a program's path and version
 * @property {number} at milliseconds since 1970
 */

/**
 * Which host was chosen last time, and which were tried in vain.
 * @typedef {object} HostMemory
 * @property {string} host
 * @property {string} why
 * @property {Record<string, Failure>} failed by host
 */

/** @returns {HostMemory} */
export function recall(folder) {
  try {
    const { host, why, failed } = JSON.parse(readFileSync(path.join(folder, FILE), 'utf8'));
    return { host, why, failed: failed ?? {} };
  } catch {
    return { host: '', why: '', failed: {} };
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
 * Why a host is not tried again: it failed not long ago, and what it runs with is still the same.
 * @param {Failure | undefined} failure
 * @param {string | undefined} current
 * @param {number} now
 * @returns {string | undefined}
 */
export function stillFailed(failure, current, now) {
  if (!failure || failure.with !== current) return undefined;
  const age = now - failure.at;
  return age >= 0 && age <= LONGEST ? failure.why : undefined;
}
