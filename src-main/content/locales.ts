import { LocaleTag } from '../contract/ids.ts';
import type { LocaleFile } from '../contract/words.ts';
import { fault, type Fault } from '../faults.ts';
import type { Files } from './files.ts';

/** The locale whose keys the others follow, and which is asked last for words: English where it is usable. */
export const rootOf = (tags: readonly string[]): string | undefined =>
  tags.includes('en') ? 'en' : [...tags].sort()[0];

/**
 * The locales asked for words, in this order: the locale itself, its fallback list, the root.
 * Locales that are not installed are passed over.
 */
export function chainOf(tag: string, locales: ReadonlyMap<string, Pick<LocaleFile, 'fallback'>>): string[] {
  const root = rootOf([...locales.keys()]) ?? tag;
  const asked = [tag, ...(locales.get(tag)?.fallback ?? []), root];
  return [...new Set(asked)].filter((asked) => locales.has(asked));
}

/** The usable locales by tag, and what is wrong with the others. */
export function readLocales(files: Files): { locales: Map<string, LocaleFile>; faults: Fault[] } {
  const locales = new Map<string, LocaleFile>();
  const faults: Fault[] = [];
  const described = files.all('locale');
  for (const { at, names, value } of described) {
    const [folder = ''] = names;
    if (!LocaleTag.safeParse(folder).success) faults.push(fault('locale-tag-wrong', at, { tag: folder }));
    else if (value && value.tag !== folder) {
      faults.push(fault('locale-tag-mismatch', { ...at, path: 'tag' }, { tag: value.tag, folder }));
    } else if (value) locales.set(folder, value);
    else faults.push(fault('locale-file-missing', at));
  }
  const words = (['ui', 'diagramsWords', 'glossary', 'tourWords'] as const).flatMap((kind) =>
    files.all(kind),
  );
  const folders = new Map(words.map(({ at, names }) => [names[0] ?? '', at.folder]));
  for (const [tag, folder] of folders) {
    if (described.some(({ names }) => names[0] === tag)) continue;
    faults.push(fault('locale-file-missing', { folder, file: `locales/${tag}/locale.json` }));
  }
  for (const { at, names, value } of described) {
    if (!locales.has(names[0] ?? '')) continue;
    for (const [index, tag] of (value?.fallback ?? []).entries()) {
      if (locales.has(tag)) continue;
      faults.push(fault('fallback-unknown', { ...at, path: `fallback[${index}]` }, { tag }));
    }
  }
  return { locales, faults };
}
