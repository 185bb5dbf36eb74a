import path from 'node:path';
import { expect, it } from 'vitest';
import { smoke } from '../../tools/smoke.mjs';
import { folderWith } from './folder.ts';

/** Runs a stand-in for the packed program: the words are its script, `ready` is the file's path. */
function smokeOf(script: string, within?: number) {
  const text = `const ready = process.argv[process.argv.indexOf('--smoke') + 1];\n${script}`;
  const file = path.join(folderWith({ 'program.cjs': text }), 'program.cjs');
  return smoke(process.execPath, [file], within);
}

const write = "require('node:fs').writeFileSync(ready, '');";

it('is content with a program that writes the file and ends with 0', async () => {
  expect(await smokeOf(write)).toBeUndefined();
});

it.each([
  ['ends with another code', `${write} process.exit(7)`, 'exit code 7'],
  ['never reports ready', '', 'never reported ready'],
  [
    'is killed',
    "process.kill(process.pid, 'SIGKILL')",
    process.platform === 'win32' ? 'exit code' : 'SIGKILL',
  ],
])('says when the program %s', async (_, script, words) => {
  expect(await smokeOf(script)).toContain(words);
});

it('does not wait for a program that hangs', async () => {
  expect(await smokeOf('setInterval(() => {}, 1000)', 500)).toBe('It did not end within 0.5 s.');
});

it('says when there is no program', async () => {
  expect(await smoke(path.join(folderWith(), 'nothing'))).toMatch(/^It did not start: /);
});
