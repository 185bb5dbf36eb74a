/** The words of a language as a flat list of units, each a text with its place: what translators work on. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Tree = { readonly [key: string]: unknown };

/** The units of one file: path inside it → text. A list of names is one unit, a line each. */
export type Units = ReadonlyMap<string, string>;

export interface Bundle {
  readonly tag: string;
  /** Units by file, as in `tours/neck.json`. */
  readonly files: ReadonlyMap<string, Units>;
  /** What the files hold, parsed, by file. */
  readonly trees: ReadonlyMap<string, Tree>;
}

/** Not for translators: how far a text has been reviewed. */
const NOT_WORDS = /^review\.(status|written|reviewer|date|next)$/;
/** Lists in which a language has as many as it needs. */
const OWN_LISTS = /^[^.]+\.(synonyms|find)$/;

/** Where words lie. `locale.json` is about a language and has no words of another to be translated. */
const WORDS = ['ui.json', 'diagrams.json', 'glossary.json', 'tours/*.json'];

/**
 * Reads the words of a language in content folders; a later folder's file stands in for an earlier one's.
 * @throws where a file is no JSON; the message names it
 */
export function readBundle(tag: string, folders: readonly string[]): Bundle {
  const trees = new Map<string, Tree>();
  for (const folder of folders) {
    const cwd = path.join(folder, 'locales', tag);
    for (const file of globSync(WORDS, { cwd }).sort())
      trees.set(file.split(path.sep).join('/'), readTree(path.join(cwd, file)));
  }
  return { tag, trees, files: new Map([...trees].map(([file, tree]) => [file, unitsOf(file, tree)])) };
}

/** The tags of the languages in content folders. */
export const tagsIn = (folders: readonly string[]): string[] =>
  [
    ...new Set(
      folders.flatMap((cwd) =>
        globSync('locales/*/locale.json', { cwd }).map((file) => file.split(path.sep)[1]!),
      ),
    ),
  ].sort();

export const isThere = (tag: string, folders: readonly string[]): boolean =>
  folders.some((folder) => existsSync(path.join(folder, 'locales', tag)));

function readTree(file: string): Tree {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, '')) as Tree;
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** Every unit of a file's tree. */
export function unitsOf(file: string, tree: Tree): Units {
  const units = new Map<string, string>();
  const walk = (value: unknown, at: string): void => {
    if (typeof value === 'string') {
      if (!(file.startsWith('tours/') && NOT_WORDS.test(at))) units.set(at, value);
    } else if (Array.isArray(value)) {
      if (OWN_LISTS.test(at)) units.set(at, value.join('\n'));
      else value.forEach((item, index) => walk(item, `${at}[${index}]`));
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, at ? `${at}.${key}` : key);
  };
  walk(tree, '');
  return units;
}

/** The other way round: the tree of a file from its units, in their order. */
export function treeOf(units: Units): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const [at, text] of units) {
    const keys = at.split(/\.|(?=\[)/);
    const last = keys.pop()!;
    let inner = tree;
    for (const [index, key] of keys.entries()) {
      const next = keys[index + 1] ?? last;
      inner = (inner[key] ??= next.startsWith('[') ? [] : {}) as Record<string, unknown>;
    }
    if (Array.isArray(inner)) inner.push(text);
    else inner[last] = OWN_LISTS.test(at) ? text.split('\n').filter((line) => line.trim()) : text;
  }
  return tree;
}
