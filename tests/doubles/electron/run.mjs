/**
 * Runs the built main bundle in Node, its `electron` the double beside this file:
 * `node tests/doubles/electron/run.mjs <entry> [argument …]`. As in Electron the program is ready only when its entry has run to its end,
 * so that an entry which waits for that never gets ready.
 */
import { readFileSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const double = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context),
});

process.argv.splice(1, 1);
const { becomeReady } = await import(double);
const entry = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
await import(pathToFileURL(scriptOf(path.resolve(entry))).href);
becomeReady();

/** Of a folder, what its package.json names. */
function scriptOf(place) {
  if (!statSync(place).isDirectory()) return place;
  return path.join(place, JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')).main);
}
