import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LocaleFile, TermWords } from '../../src-main/contract/words.ts';
import { accented, mirrored } from './text.ts';

interface PseudoLocale {
  readonly dir: 'ltr' | 'rtl';
  readonly change: (text: string) => string;
}

/** The pseudo-locales by their tags, as ICU and other tools know them. They are made when they are wanted and never shipped. */
export const pseudoLocales: Readonly<Record<string, PseudoLocale>> = {
  'en-XA': { dir: 'ltr', change: accented },
  'ar-XB': { dir: 'rtl', change: mirrored },
};

type Tree = { readonly [key: string]: unknown };

/** What the kiosk reads, and visitors do not: what is typed in a search and never shown, and the state of a review. */
const NO_WORDS = /^(glossary\.json\.[^.]+\.find|tours\/[^.]+\.json\.review\.(status|date|written|next))$/;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every text of a file, changed; the tree stays as it is. */
function changed(value: unknown, change: (text: string) => string, at: string): unknown {
  if (NO_WORDS.test(at)) return value;
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => changed(item, change, at));
  return Object.fromEntries(
    Object.entries(value as Tree).map(([key, item]) => [key, changed(item, change, `${at}.${key}`)]),
  );
}

/** The plural forms of a language's own grammar, from the English ones. */
function withForms(tree: Tree, forms: readonly string[]): Tree {
  const pairs = Object.entries(tree).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value === 'object') return [[key, withForms(value as Tree, forms)]];
    const base = key.replace(PLURAL, '');
    if (base === key || !(`${base}_other` in tree)) return [[key, value]];
    return forms.map((form) => [`${base}_${form}`, tree[`${base}_${form}`] ?? tree[`${base}_other`]]);
  });
  return Object.fromEntries(pairs);
}

/** Terms are found by their English letters too, since those are on the keys. */
const findable = (glossary: Tree): Tree =>
  Object.fromEntries(
    Object.entries(glossary as Record<string, TermWords>).map(([id, words]) => [
      id,
      { ...words, find: [...(words.find ?? []), words.term] },
    ]),
  );

/**
 * The files of a pseudo-locale.
 * @param english the files of `locales/en` by their paths in it
 */
export function pseudoFiles(tag: string, english: Readonly<Record<string, Tree>>): Record<string, unknown> {
  const { dir, change } = pseudoLocales[tag]!;
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const made = (file: string, words: Tree): unknown => {
    if (file === 'locale.json') {
      const { name, invitation, keyboard } = words as unknown as LocaleFile;
      const told = { name: change(`${name} ${tag}`), invitation: change(invitation) };
      return { tag, dir, fallback: [], keyboard, ...told };
    }
    if (file === 'ui.json') return changed(withForms(words, forms), change, file);
    return changed(file === 'glossary.json' ? findable(words) : words, change, file);
  };
  return Object.fromEntries(Object.entries(english).map(([file, words]) => [file, made(file, words)]));
}

/** The words of `locales/en` by their paths in it. */
export function readEnglish(root: string): Record<string, Tree> {
  const cwd = path.join(root, 'locales/en');
  const files = globSync('**/*.json', { cwd }).sort();
  return Object.fromEntries(
    files.map((file) => [
      file.split(path.sep).join('/'),
      JSON.parse(readFileSync(path.join(cwd, file), 'utf8')) as Tree,
    ]),
  );
}

/** Makes of a folder a content folder with the pseudo-locales, and nothing else in it. */
export function writePseudoLocales(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const english = readEnglish(root);
  for (const tag of Object.keys(pseudoLocales))
    for (const [file, value] of Object.entries(pseudoFiles(tag, english))) {
      const place = path.join(folder, 'locales', tag, file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, JSON.stringify(value, undefined, 2));
    }
}
