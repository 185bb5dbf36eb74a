/** `npm run pseudo`: makes the pseudo-locales of the English words, as a content folder: `npm start -- --pseudo` shows it. */
import path from 'node:path';
import { writePseudoLocales } from './pseudo/locales.ts';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, '.cache/pseudo');

writePseudoLocales(root, folder);
console.log(`Made the pseudo-locales in ${path.relative(root, folder)}.`);
