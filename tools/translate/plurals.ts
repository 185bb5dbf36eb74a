/** Plural forms of a language, from the English keys. */
import { pluralForms } from '../../src-main/content/missing.ts';
import type { Units } from './bundle.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;

export const formOf = (path: string): string | undefined => PLURAL.exec(path)?.[1];
const baseOf = (path: string): string => path.replace(PLURAL, '');

/** What a language has of the English keys: each text that it needs, and the English one that it is made of. */
export function wanted(english: Units, tag: string): Map<string, string> {
  const forms = pluralForms(tag, 'cardinal');
  const found = new Map<string, string>();
  for (const path of english.keys()) {
    const base = baseOf(path);
    if (base === path || !english.has(`${base}_other`)) found.set(path, path);
    else for (const form of forms) found.set(`${base}_${form}`, sourceOf(`${base}_${form}`, english)!);
  }
  return found;
}

/** The English text that a key of another language is made of; `undefined`: it is no key of that language. */
export function sourceOf(path: string, english: Units, tag?: string): string | undefined {
  const form = formOf(path);
  const other = `${baseOf(path)}_other`;
  if (form === undefined || !english.has(other)) return english.has(path) ? path : undefined;
  const categories: readonly string[] = tag
    ? new Intl.PluralRules(tag).resolvedOptions().pluralCategories
    : [form];
  if (!categories.includes(form)) return undefined;
  return english.has(path) ? path : other;
}

/** Numbers that a form is used for, as examples. */
export function numbersOf(form: string, tag: string): number[] {
  const rules = new Intl.PluralRules(tag);
  const some = [...Array.from({ length: 200 }, (_, number) => number), 1_000_000];
  return some.filter((number) => rules.select(number) === form).slice(0, 4);
}
