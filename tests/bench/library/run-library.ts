import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, startKiosk } from '../kiosk.ts';
import { waitForQuiet } from '../machine.ts';
import type { BenchOptions } from '../options.ts';
import { Sheet, type Figure } from '../sheet.ts';
import { addLanguages, copyContent, growTours } from './grow.ts';
import type { LoadedOnce } from './load-once.ts';

/** What is measured of the content library. */
export const libraryFigures = {
  ready: {
    title: 'content ready, ms',
    digits: 0,
    meaning: 'In a cold process, from asking for the content to its being checked and ready to serve.',
  },
  listening: {
    title: 'kiosk listening, ms',
    digits: 0,
    meaning: 'From starting the built kiosk (Node included) to its answering on loopback.',
  },
  tours: { title: 'tours', digits: 0, meaning: 'In the content.' },
  languages: { title: 'languages', digits: 0, meaning: 'In the content.' },
  pictures: { title: 'pictures', digits: 0, meaning: 'In the content.' },
} as const satisfies Record<string, Figure>;

export type LibraryFigure = keyof typeof libraryFigures;

/** How often the content is read in each round: a reading is short, and short times vary. */
const READINGS = 5;
const TIMES = 10;

/** The shipped content and ten times as much of it, in turn. */
export async function runLibrary(
  { repeat, quiet }: BenchOptions,
  say: (line: string) => void,
): Promise<Sheet<LibraryFigure>> {
  const sheet = new Sheet('Content library', libraryFigures);
  const folder = await mkdtemp(path.join(tmpdir(), 'tonos-bench-'));
  const [moreTours, moreLanguages] = [path.join(folder, 'tours'), path.join(folder, 'languages')];
  try {
    await copyContent(root, moreTours);
    await growTours(moreTours, TIMES);
    await copyContent(root, moreLanguages);
    const { languages } = await loadOnce(root);
    await addLanguages(root, moreLanguages, (TIMES - 1) * languages);

    const trees = { shipped: root, [`${TIMES} × tours`]: moreTours, [`${TIMES} × languages`]: moreLanguages };
    for (let round = 1; round <= repeat; round++) {
      await waitForQuiet(quiet);
      say(`library, round ${round}`);
      for (let reading = 0; reading < READINGS; reading++) {
        for (const [name, tree] of Object.entries(trees)) {
          const { ms, ...counts } = await loadOnce(tree);
          sheet.add(name, { ready: ms, ...counts });
        }
        const kiosk = await startKiosk();
        sheet.add('shipped', { listening: kiosk.listeningMs });
        await kiosk.end();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return sheet;
}

/** @throws when the content is not all good: what is left out would not be measured */
async function loadOnce(folder: string): Promise<LoadedOnce> {
  const child = fork(path.join(import.meta.dirname, 'load-once.ts'), [folder]);
  const loaded = await new Promise<LoadedOnce>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`Reading the content ended with exit code ${code}.`)));
  });
  if (loaded.errors > 0)
    throw new Error(`The content has ${loaded.errors} faults. See: npm run check:content`);
  return loaded;
}
