/**
 * `npm run check:content [-- --content <folder>]…`: every fault of the shipped content, and of the folders laid over it.
 * Ends with 1 when there is an error, with 2 when an option is wrong.
 */
import path from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { readLayer } from '../src-main/content/layer.ts';
import { makeLibrary } from '../src-main/content/library.ts';
import { isError, isToMend } from '../src-main/faults.ts';

const COLOURS = { error: 'red', warning: 'yellow', info: 'dim' } as const;

try {
  const { 'built-in': builtIn, content } = readOptions();
  const layers = [await read(builtIn, '')];
  for (const folder of content) layers.push(await read(folder, folder));
  report(makeLibrary(layers));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

function readOptions() {
  const shipped = path.join(import.meta.dirname, '..');
  return parseArgs({
    options: {
      content: { type: 'string', multiple: true, default: [] },
      /** For tests: what stands in for the shipped content. */
      'built-in': { type: 'string', default: shipped },
    },
  }).values;
}

/** npm changes into the project; it says from where it was called. */
async function read(folder: string, name: string) {
  const root = path.resolve(process.env['INIT_CWD'] ?? '.', folder);
  return readLayer(root, name).catch(() => {
    throw new Error(`There is no folder ${root}.`);
  });
}

function report({ library, faults }: ReturnType<typeof makeLibrary>): void {
  for (const [file, found] of Map.groupBy(faults, (fault) => path.join(fault.folder, fault.file))) {
    console.log(styleText('bold', file));
    for (const fault of found) {
      const mark = styleText(COLOURS[fault.severity], fault.severity.padEnd(7));
      console.log(`  ${mark} ${fault.path && `${fault.path}: `}${fault.what}. ${fault.todo}`);
    }
  }
  const errors = faults.filter(isError).length;
  if (!library) console.log('Nothing can be shown: there is no usable locale, or no usable home picture.');
  console.log(
    `${count(library?.tours.size, 'tour')} in ${count(library?.locales.length, 'language')}: ` +
      `${count(errors, 'error')}, ${count(faults.filter(isToMend).length - errors, 'warning')}.`,
  );
  if (errors > 0 || !library) process.exitCode = 1;
}

function count(number = 0, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
