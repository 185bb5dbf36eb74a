import { fault, type Fault, type Place } from '../faults.ts';
import type { Diagrams } from './diagrams.ts';
import { has } from './has.ts';
import type { Tours } from './tours.ts';
import type { LocaleWords } from './words.ts';

/** The locale whose words are looked at. */
interface Locale {
  readonly tag: string;
  readonly isRoot: boolean;
  /** The files it has, good or bad. */
  readonly present: ReadonlyMap<string, Place>;
}

interface Known {
  readonly diagrams: Diagrams;
  readonly tours: Tours;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** What the page needs words for and the locale has none: errors in the root, elsewhere warnings. */
export function missingWords(own: LocaleWords, root: LocaleWords, known: Known, locale: Locale): Fault[] {
  const { tag, isRoot, present } = locale;
  const missing = (file: string, paths: () => string[], isUsable: boolean): Fault[] => {
    const at = placeOf(file, locale);
    if (isUsable) {
      return paths().map((path) => fault(isRoot ? 'words-missing' : 'words-fall-back', { ...at, path }));
    }
    // A file that is there and unusable has its own fault.
    return present.has(at.file) ? [] : [fault(isRoot ? 'file-missing' : 'words-fall-back', at)];
  };
  return [
    ...missing('ui.json', () => missingTexts(own, root, tag), own.ui !== undefined),
    ...missing('glossary.json', () => lacking(root.glossary, own.glossary), own.glossary !== undefined),
    ...missing('diagrams.json', () => missingParts(own, root, known.diagrams), own.diagrams !== undefined),
    ...[...known.tours.tours].flatMap(([id, { tour }]) => {
      const words = own.tours.get(id);
      const steps = tour.steps.map((step) => step.id).filter((step) => !has(words?.steps, step));
      return missing(`tours/${id}.json`, () => steps.map((step) => `steps.${step}`), words !== undefined);
    }),
  ];
}

/** Words that nothing asks for: a slip of the pen, or left from an older structure. */
export function strayWords(own: LocaleWords, root: LocaleWords, known: Known, locale: Locale): Fault[] {
  const at = (file: string, path: string): Place => ({ ...placeOf(file, locale), path });
  const faults: Fault[] = [];
  const uiKeys = new Set(textPaths(root.ui).map((path) => path.replace(PLURAL, '')));
  for (const path of textPaths(own.ui)) {
    if (!uiKeys.has(path.replace(PLURAL, ''))) faults.push(fault('key-unknown', at('ui.json', path)));
  }
  for (const id of lacking(own.glossary, root.glossary ?? own.glossary)) {
    faults.push(fault('key-unknown', at('glossary.json', id)));
  }
  for (const [id, { parts, poses = {} }] of Object.entries(own.diagrams ?? {})) {
    if (!known.diagrams.known.has(id)) {
      faults.push(fault('words-unknown', at('diagrams.json', id), { what: `the diagram "${id}"` }));
    }
    const diagram = known.diagrams.diagrams.get(id);
    if (!diagram) continue;
    const partsHere = new Set(Object.keys(diagram.parts).map(withoutSide));
    for (const part of Object.keys(parts)) {
      if (partsHere.has(part)) continue;
      faults.push(
        fault('words-unknown', at('diagrams.json', `${id}.parts.${part}`), { what: `the part "${part}"` }),
      );
    }
    for (const pose of lacking(poses, diagram.poses))
      faults.push(
        fault('words-unknown', at('diagrams.json', `${id}.poses.${pose}`), { what: `the pose "${pose}"` }),
      );
  }
  return faults;
}

function placeOf(name: string, { tag, present }: Locale): Place {
  const file = `locales/${tag}/${name}`;
  return present.get(file) ?? { folder: '', file };
}

const lacking = (whole: object | undefined, own: object | undefined): string[] =>
  Object.keys(whole ?? {}).filter((key) => !has(own, key));

const withoutSide = (part: string): string => part.replace(/\.(left|right)$/, '');

function missingParts(own: LocaleWords, root: LocaleWords, { diagrams }: Diagrams): string[] {
  return [...diagrams].flatMap(([id, diagram]) => {
    const words = own.diagrams?.[id];
    if (!words) return [id];
    const poses = lacking(root.diagrams?.[id]?.poses, words.poses).map((pose) => `${id}.poses.${pose}`);
    const parts = [...new Set(Object.keys(diagram.parts).map(withoutSide))].flatMap((part) => {
      if (!words.parts[part]) return [`${id}.parts.${part}`];
      const isShort = root.diagrams?.[id]?.parts[part]?.does && !words.parts[part].does;
      return isShort ? [`${id}.parts.${part}.does`] : [];
    });
    const isLong = root.diagrams?.[id]?.short !== undefined && words.short === undefined;
    return [...(isLong ? [`${id}.short`] : []), ...parts, ...poses];
  });
}

/** Texts of the page that the root has; of plural texts, the forms that the locale's own grammar needs. */
function missingTexts(own: LocaleWords, root: LocaleWords, tag: string): string[] {
  const have = new Set(textPaths(own.ui));
  const rootPaths = textPaths(root.ui);
  const plurals = new Set(
    rootPaths.filter((path) => path.endsWith('_other')).map((path) => path.replace(PLURAL, '')),
  );
  const forms = { cardinal: pluralForms(tag, 'cardinal'), ordinal: pluralForms(tag, 'ordinal') };
  const needed = rootPaths.flatMap((path) => {
    const base = path.replace(PLURAL, '');
    if (base === path || !plurals.has(base)) return [path];
    return forms[base.endsWith('_ordinal') ? 'ordinal' : 'cardinal'].map((form) => `${base}_${form}`);
  });
  return [...new Set(needed)].filter((path) => !have.has(path));
}

/** Forms for the numbers that the page counts to; some languages have one for millions alone. */
export function pluralForms(tag: string, type: Intl.PluralRuleType): string[] {
  const rules = new Intl.PluralRules(tag, { type });
  return [...new Set(Array.from({ length: 200 }, (_, number) => rules.select(number)))];
}

/** Dotted paths of every text of a tree. */
function textPaths(tree: object | undefined, path = ''): string[] {
  return Object.entries(tree ?? {}).flatMap(([key, value]: [string, unknown]) => {
    const inner = path ? `${path}.${key}` : key;
    return typeof value === 'object' && value !== null ? textPaths(value, inner) : [inner];
  });
}
