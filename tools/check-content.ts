/** `npm run check:content`: every fault of the shipped content, or of the content folder that is named. */
import path from 'node:path';
import { styleText } from 'node:util';
import { readLayer } from '../src-main/content/layer.ts';
import { makeLibrary } from '../src-main/content/library.ts';

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..'));
const { library, faults } = makeLibrary([await readLayer(root, '')]);

for (const [file, found] of Map.groupBy(faults, (fault) => fault.file)) {
  console.log(styleText('bold', file));
  for (const { severity, path: place, what, todo } of found) {
    const mark = severity === 'error' ? styleText('red', 'error  ') : styleText('yellow', 'warning');
    console.log(`  ${mark} ${place ? `${place}: ` : ''}${what}. ${todo}`);
  }
}

const errors = faults.filter(({ severity }) => severity === 'error').length;
const { locales = [], tours = new Map() } = library ?? {};
if (!library) console.log('Nothing can be shown: there is no usable locale, or no usable home picture.');
console.log(
  `${tours.size} tours in ${locales.length} languages: ${errors} errors, ${faults.length - errors} warnings.`,
);
if (errors > 0 || !library) process.exitCode = 1;
