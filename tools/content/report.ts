/**
 * `npm run content:report`: what the English content teaches, for a human judge: each fact with its sentence, how hard each
 * tour is to read, the sources of each statement. `-- --write` also makes `docs/clinical-review.md` and
 * `docs/pictures-wanted.md` anew.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { root } from '../start/project.mjs';
import { clinicalReview, coverage, picturesWanted } from './documents.ts';
import {
  BASE_FACTS,
  lessonsOf,
  readabilityOf,
  readabilityOfTour,
  readTeaching,
  textOf,
  type Readability,
} from './teaching.ts';

const { write } = parseArgs({ options: { write: { type: 'boolean', default: false } } }).values;
const teaching = await readTeaching(root);

const heading = (text: string): void => console.log(`\n${text}\n${'='.repeat(text.length)}`);
const figures = ({ words, length, grade, gradeWithTerms }: Readability): string =>
  `${String(words).padStart(5)} ${length.toFixed(1).padStart(6)} ${grade.toFixed(1).padStart(6)} ${gradeWithTerms.toFixed(1).padStart(8)}`;

heading('Facts and the sentences that teach them');
console.log(coverage(teaching));
console.log(
  `\n${new Set(lessonsOf(teaching).map(({ fact }) => fact)).size}/${BASE_FACTS} facts with a sentence.`,
);

heading('How hard it is to read');
console.log(`${'tour, step'.padEnd(46)} words length  grade   +terms`);
for (const tour of teaching.tours) {
  console.log(`${tour.id.padEnd(46)} ${figures(readabilityOfTour(tour))}`);
  for (const step of tour.steps)
    console.log(`${`  ${step.file.id}`.padEnd(46)} ${figures(readabilityOf(textOf(step)))}`);
}
console.log('\ngrade: Flesch–Kincaid, words that the glossary explains left out; +terms: with them.');

heading('Sources of each step');
for (const { id, steps } of teaching.tours)
  for (const { file } of steps)
    console.log(`${`${id}/${file.id}`.padEnd(46)} ${file.sources.join(' ') || '(none seen)'}`);

const doubts = teaching.tours.flatMap(({ steps }) => steps.flatMap(({ file }) => file.needsReview ?? []));
const wants = teaching.tours.flatMap(({ steps }) => steps.filter(({ file }) => file.wants));
console.log(
  `\n${doubts.length} sentences need a clinician’s eye (docs/clinical-review.md); ` +
    `${wants.length} steps ask for a picture (docs/pictures-wanted.md).\n` +
    'PEMAT-P and the CDC index, scored by ourselves, need two raters: docs/content-scores.md.',
);

if (write) {
  for (const [name, text] of [
    ['clinical-review.md', clinicalReview(teaching)],
    ['pictures-wanted.md', picturesWanted(teaching)],
  ] as const) {
    const file = path.join(root, 'docs', name);
    const options = await prettier.resolveConfig(file);
    await writeFile(file, await prettier.format(text, { ...options, filepath: file }));
  }
}
