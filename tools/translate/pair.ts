import type { Bundle } from './bundle.ts';
import { sourceOf } from './plurals.ts';

/** A language beside English. */
export interface Pair {
  readonly tag: string;
  readonly english: Bundle;
  readonly own: Bundle;
}

/** What a check has found. Errors keep a translation from being whole; a warning asks for a second look. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly path: string;
  readonly what: string;
}

/** A translated text beside the English one. */
export interface Translated {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly english: string;
}

/** Every text of the language that has an English one, in the order of its files. */
export const translatedIn = ({ tag, english, own }: Pair): Translated[] =>
  [...own.files].flatMap(([file, units]) => {
    const source = english.files.get(file) ?? new Map<string, string>();
    return [...units].flatMap(([path, text]) => {
      const from = sourceOf(path, source, tag);
      return from === undefined ? [] : [{ file, path, text, english: source.get(from)! }];
    });
  });

export const finding = (
  severity: Finding['severity'],
  { file, path }: Pick<Finding, 'file' | 'path'>,
  what: string,
): Finding => ({ severity, file, path, what });
