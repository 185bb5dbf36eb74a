/** A language beside English, for tests, from the trees of their files. */
import { unitsOf, type Bundle } from '../../../tools/translate/bundle.ts';
import type { Finding, Pair } from '../../../tools/translate/pair.ts';

type Trees = Readonly<Record<string, Record<string, unknown>>>;

const bundleOf = (tag: string, trees: Trees): Bundle => ({
  tag,
  trees: new Map(Object.entries(trees)),
  files: new Map(Object.entries(trees).map(([file, tree]) => [file, unitsOf(file, tree)])),
});

export const pairOf = (tag: string, english: Trees, own: Trees): Pair => ({
  tag,
  english: bundleOf('en', english),
  own: bundleOf(tag, own),
});

/** One text in a file of both languages. */
export const textPair = (tag: string, english: string, own: string, file = 'ui.json', key = 'text'): Pair =>
  pairOf(tag, { [file]: { [key]: english } }, { [file]: { [key]: own } });

export const lines = (found: readonly Finding[]): string[] =>
  found.map(({ severity, file, path, what }) => `${severity} ${file} ${path}: ${what}`);
