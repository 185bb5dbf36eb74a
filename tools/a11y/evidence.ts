/** Whether what the table of requirements names as evidence is there. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isCheck } from './check-names.ts';
import type { Evidence, Requirement } from './requirements.ts';
import { titlesOf } from './titles.ts';

/** Titles of a test file; undefined where there is no such file. */
export type ReadTitles = (file: string) => readonly string[] | undefined;

export function readTitlesIn(root: string): ReadTitles {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    const place = path.join(root, file);
    if (!known.has(file)) known.set(file, existsSync(place) ? titlesOf(place) : undefined);
    return known.get(file);
  };
}

/** What is named and is not there, a line each. A requirement that is met and names nothing is one, too. */
export function missingEvidence(requirements: readonly Requirement[], read: ReadTitles): string[] {
  return requirements.flatMap(({ id, state, evidence = [] }) => [
    ...(state === 'met' && evidence.length === 0
      ? [`${id} is said to be met, and nothing is named that proves it`]
      : []),
    ...evidence.flatMap((one) => missing(one, read)).map((what) => `${id}: ${what}`),
  ]);
}

function missing(evidence: Evidence, read: ReadTitles): string[] {
  if ('check' in evidence) {
    const name: string = evidence.check;
    return isCheck(name) ? [] : [`there is no check "${name}"`];
  }
  const titles = read(evidence.file);
  if (!titles) return [`there is no ${evidence.file}`];
  if (evidence.tests.length === 0) return [`no test of ${evidence.file} is named`];
  const isThere = (wanted: string) => titles.some((title) => title === wanted);
  return evidence.tests
    .filter((wanted) => !isThere(wanted))
    .map((wanted) => `${evidence.file} has no test “${wanted}”`);
}
