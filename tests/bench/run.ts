/** `npm run bench`: how fast the kiosk is, beside floors and peers. Judges nothing: a missed goal is news. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildWhatIsStale } from '../../tools/start/build.mjs';
import { drawPictures } from '../../tools/start/pictures.mjs';
import { usualBrowser } from './browser.ts';
import { consultGoals, languageGoals, libraryGoals, pageGoals, pictureGoals, useGoals } from './goals.ts';
import { runConsult } from './consult/run-consult.ts';
import { runInk } from './ink/run-ink.ts';
import { root } from './kiosk.ts';
import { runLanguages } from './library/languages.ts';
import { runLibrary } from './library/run-library.ts';
import { describeMachine } from './machine.ts';
import { help, readOptions, type BenchOptions } from './options.ts';
import { runPage } from './page/run-page.ts';
import { targetNames } from './page/targets.ts';
import { runPictures } from './pictures/run-pictures.ts';
import { goalTable, machineLines, table } from './report.ts';
import { runStart } from './start/run-start.ts';
import { runUse } from './use/run-use.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function bench(options: BenchOptions): Promise<void> {
  const has = (part: string): boolean => options.parts.some((wanted) => wanted === part);
  await buildWhatIsStale(root, { node: process.execPath });
  await drawPictures(root, has('library') ? 'all' : 'first', { node: process.execPath });
  const browser = await usualBrowser();
  const machine = describeMachine(browser);

  const page = has('page') ? await runPage(browser, options, say) : undefined;
  const pictures = has('pictures') ? await runPictures(browser, options, say) : undefined;
  const use = has('use') ? await runUse(browser, options, say) : undefined;
  const library = has('library') ? await runLibrary(options, say) : undefined;
  const languages = has('library') ? await runLanguages(browser, options, say) : undefined;
  const start = has('start') ? await runStart(browser, options, say) : undefined;
  const ink = has('ink') ? await runInk(browser, options, say) : undefined;
  const consult = has('consult') ? await runConsult(browser, options, say) : undefined;

  const goals = [
    ...(page ? pageGoals(page) : []),
    ...(pictures ? pictureGoals(pictures) : []),
    ...(use ? useGoals(use) : []),
    ...(library ? libraryGoals(library) : []),
    ...(languages ? languageGoals(languages) : []),
    ...(consult ? consultGoals(consult) : []),
  ];
  const tables = [
    ...(goals.length > 0 ? [goalTable(goals)] : []),
    ...(page ? [table(page)] : []),
    ...(pictures ? [table(pictures)] : []),
    ...(use ? [table(use)] : []),
    ...(library ? [table(library)] : []),
    ...(languages ? [table(languages)] : []),
    ...(start ? [table(start)] : []),
    ...(ink ? [table(ink)] : []),
    ...(consult ? [table(consult)] : []),
  ];
  const markdown = ['## Benchmark', machineLines(machine), ...tables].join('\n\n') + '\n';
  const sheets = { page, pictures, use, library, languages, start, ink, consult };

  const name = path.resolve(root, options.out, `bench-${machine.when.slice(0, 10)}`);
  await mkdir(path.dirname(name), { recursive: true });
  await writeFile(`${name}.json`, JSON.stringify({ machine, options, goals, ...sheets }, null, 1));
  await writeFile(`${name}.md`, markdown);
  process.stdout.write(markdown);
}

try {
  const options = readOptions(process.argv.slice(2), targetNames);
  if (options.help) console.log(help);
  else await bench(options);
} catch (error) {
  say(`The benchmark could not run: ${(error as Error).message}`);
  process.exitCode = 1;
}
