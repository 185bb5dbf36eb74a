/**
 * Of which English each translated text is: `translations/<tag>/english.json`, a short hash by place. The kiosk does not look at
 * that folder. What has another hash than the English of today is stale.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { translatedIn, type Pair, type Translated } from './pair.ts';

/** File → path inside it → hash. */
export type Recorded = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where the work on a language lies, in a content folder. */
export const workFolder = (folder: string, tag: string): string => path.join(folder, 'translations', tag);

const fileOf = (folder: string, tag: string): string => path.join(workFolder(folder, tag), 'english.json');

export const hashOf = (english: string): string =>
  createHash('sha256').update(english).digest('hex').slice(0, 8);

export function readRecorded(folder: string, tag: string): Recorded {
  const file = fileOf(folder, tag);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded) : {};
}

export function writeRecorded(folder: string, tag: string, recorded: Recorded): void {
  const file = fileOf(folder, tag);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(recorded, undefined, 2)}\n`);
}

/** Says of every text that is translated that it is of the English of today; of others, nothing any more. */
export function recordedNow(pair: Pair): Recorded {
  const byFile = Map.groupBy(translatedIn(pair), ({ file }) => file);
  return Object.fromEntries(
    [...byFile].map(([file, texts]) => [
      file,
      Object.fromEntries(texts.map(({ path, english }) => [path, hashOf(english)])),
    ]),
  );
}

/** Texts whose English has changed since they were translated. */
export const stale = (pair: Pair, recorded: Recorded): Translated[] =>
  translatedIn(pair).filter(({ file, path, english }) => {
    const known = recorded[file]?.[path];
    return known !== undefined && known !== hashOf(english);
  });
