import { finding, type Finding, type Pair } from '../pair.ts';
import { formOf, sourceOf, wanted } from '../plurals.ts';

/** What a language may leave out: how a word is said, and what else it is called. */
const OPTIONAL = /^glossary\.json [^.]+\.(say|synonyms|find)$/;

/** Every key that English has, in the plural forms of the language, and no other (`tours/…`: also no step of another tour). */
export function keys({ tag, english, own }: Pair): Finding[] {
  const found: Finding[] = [];
  for (const [file, source] of english.files) {
    const units = own.files.get(file);
    if (!units) {
      found.push(finding('warning', { file, path: '' }, 'is not there yet: English stands in its place'));
      continue;
    }
    for (const path of wanted(source, tag).keys())
      if (!units.get(path)?.trim() && !OPTIONAL.test(`${file} ${path}`))
        found.push(finding('error', { file, path }, 'is missing'));
    for (const path of units.keys())
      if (sourceOf(path, source, tag) === undefined && !OPTIONAL.test(`${file} ${path}`))
        found.push(finding('error', { file, path }, unknown(path, tag)));
  }
  for (const file of own.files.keys())
    if (!english.files.has(file))
      found.push(finding('error', { file, path: '' }, 'is no file that English has'));
  return found;
}

function unknown(path: string, tag: string): string {
  const form = formOf(path);
  if (form === undefined) return 'is a key that English does not have';
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  return `is no key: the plural forms of ${tag} are ${pluralCategories.join(', ')}`;
}
