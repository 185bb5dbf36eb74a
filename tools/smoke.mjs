/**
 * `node tools/smoke.mjs <program> [argument …]`: starts a packed kiosk with `--smoke <file>`. It shows its page, writes the file when
 * the page has reported ready, and ends with 0. Said is one line; the exit code is 0 when it was so, else 1.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** A machine of a build service draws by software and may be slow. */
const WITHIN = 90_000;

/**
 * @param {string} program
 * @param {readonly string[]} args before `--smoke`
 * @param {number} within milliseconds
 * @returns {Promise<string | undefined>} what is wrong, in one line; `undefined` when nothing is
 */
export async function smoke(program, args = [], within = WITHIN) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tonos-smoke-'));
  const ready = path.join(folder, 'ready');
  const child = spawn(program, [...args, '--smoke', ready], { stdio: ['ignore', 'inherit', 'inherit'] });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, within);
  try {
    const ending = await new Promise((resolve) => {
      child.once('error', (error) => resolve(error));
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    if (ending instanceof Error) return `It did not start: ${ending.message}`;
    if (late) return `It did not end within ${within / 1000} s.`;
    if (ending.code !== 0) return `It ended with ${ending.signal ?? `exit code ${ending.code}`}.`;
    return existsSync(ready) ? undefined : 'It ended with exit code 0, but its page never reported ready.';
  } finally {
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [program, ...args] = process.argv.slice(2);
  const wrong = program ? await smoke(program, args) : 'Name the program: node tools/smoke.mjs <program>';
  console.log(wrong ?? `${program}: its page got ready, and it ended well.`);
  process.exitCode = wrong ? 1 : 0;
}
