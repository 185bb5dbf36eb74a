/**
 * `npm run a11y`: the accessibility gate. Looks at every screen in every theme, size and language with axe-core, IBM's checker
 * and the project's own checks, and at the evidence for each requirement. What has been met and is not any more fails it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { accessibilityDocument, DOCUMENT_FILE, lastRunIn } from './a11y/document.ts';
import { missingEvidence, readTitlesIn } from './a11y/evidence.ts';
import { readKnown } from './a11y/known.ts';
import { help, isWhole, readOptions, type Options } from './a11y/options.ts';
import { outcomeOf, type Walked } from './a11y/outcome.ts';
import { report } from './a11y/report.ts';
import { requirements } from './a11y/requirements.ts';
import { readReviewed } from './a11y/reviewed.ts';
import { walk } from './a11y/walk.ts';
import { pseudoLocales } from './pseudo/locales.ts';
import { buildWhatIsStale } from './start/build.mjs';
import { drawPictures } from './start/pictures.mjs';
import { root } from './start/project.mjs';

const NOTHING: Walked = { places: [], findings: [], faults: [] };

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const installed = [...readdirSync(path.join(root, 'locales')).sort(), ...Object.keys(pseudoLocales)];

async function look(options: Options): Promise<Walked> {
  await buildWhatIsStale(root, { node: process.execPath });
  await drawPictures(root, 'shown', { node: process.execPath });
  const walked = await walk(options, say);
  // The waiting room has one size of text.
  if (walked.places.length === 0 && walked.faults.length === 0) throw new Error('Nothing was looked at.');
  return walked;
}

/** @returns whether it fails */
async function run(options: Options): Promise<boolean> {
  const baselines = { reviewed: readReviewed(), known: readKnown() };
  const missing = missingEvidence(requirements, readTitlesIn(root));
  const whole = isWhole(options, installed);
  const outcome = outcomeOf(
    requirements,
    missing,
    options.evidence ? NOTHING : await look(options),
    baselines,
  );
  const text = `${report(outcome, baselines, whole)}\n`;
  process.stdout.write(text);

  const today = new Date().toISOString().slice(0, 10);
  if (!options.evidence) {
    const folder = path.resolve(root, options.out);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `a11y-${today}.md`), text);
  }
  const before = lastRunIn(existsSync(DOCUMENT_FILE) ? readFileSync(DOCUMENT_FILE, 'utf8') : '');
  const lastRun = whole
    ? `Last whole run, ${today}: ${outcome.places} screens on ${options.panels.join(', ')}; ${outcome.fails ? 'it failed' : 'it held'}.`
    : before;
  await writeFile(DOCUMENT_FILE, await accessibilityDocument(requirements, baselines, lastRun));
  return outcome.fails;
}

try {
  const options = readOptions(process.argv.slice(2), installed);
  if (options.help) console.log(help);
  else process.exitCode = (await run(options)) ? 1 : 0;
} catch (error) {
  say(`The accessibility gate could not run: ${(error as Error).message}`);
  process.exitCode = 1;
}
