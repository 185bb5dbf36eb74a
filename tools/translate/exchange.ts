/** From a content folder to PO and back. */
import { mkdirSync, readFileSync, writeFileSync, globSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import type { LocaleFile } from '../../src-main/contract/words.ts';
import { treeOf, type Units } from './bundle.ts';
import { notesFor } from './notes.ts';
import type { Pair } from './pair.ts';
import { wanted } from './plurals.ts';
import { fromPo, toPo, type Message } from './po.ts';
import { hashOf, workFolder, type Recorded } from './record.ts';

/** Stands where English has no such text and another language may have one. */
const NONE = '(none)';
const OPTIONAL = ['say', 'synonyms', 'find'] as const;
const isOptional = (file: string, place: string): boolean =>
  file === 'glossary.json' && OPTIONAL.some((name) => place.endsWith(`.${name}`));

/** Every text of a file that a language has or may have → the English one. */
function sourcesOf(file: string, source: Units, tag: string): Map<string, string> {
  const found = new Map([...wanted(source, tag)].map(([place, from]) => [place, source.get(from)!]));
  if (file !== 'glossary.json') return found;
  const terms = [...new Set([...source.keys()].map((place) => place.split('.')[0]!))];
  return new Map(
    terms.flatMap((term) =>
      ['term', 'short', 'plain', ...OPTIONAL].map(
        (name) => [`${term}.${name}`, found.get(`${term}.${name}`) ?? NONE] as const,
      ),
    ),
  );
}

/** The texts of a file as a translator gets them. */
export function messagesOf({ tag, english, own }: Pair, file: string, recorded: Recorded): Message[] {
  const units = own.files.get(file) ?? new Map<string, string>();
  return [...sourcesOf(file, english.files.get(file)!, tag)].map(([place, source]) => {
    const text = units.get(place) ?? '';
    const known = recorded[file]?.[place];
    return {
      path: place,
      english: source,
      text,
      isStale: text !== '' && known !== undefined && known !== hashOf(source),
      notes: notesFor(file, place, source, tag),
    };
  });
}

/** What is asked of a language that is not there yet, beside its words. */
export const localeMessages = (
  english: Pick<LocaleFile, 'name' | 'invitation' | 'keyboard'>,
  tag: string,
): Message[] =>
  Object.entries({
    name: english.name,
    invitation: english.invitation,
    keyboard: english.keyboard?.join('\n') ?? NONE,
  }).map(([place, source]) => ({
    path: place,
    english: source,
    text: '',
    isStale: false,
    notes: notesFor('locale.json', place, source, tag),
  }));

/** Writes PO files for a translator; one that is there already is written anew. @returns their paths */
export function writePo(
  folder: string,
  tag: string,
  files: ReadonlyMap<string, readonly Message[]>,
): string[] {
  return [...files].map(([file, messages]) => {
    const place = path.join(workFolder(folder, tag), file.replace(/\.json$/, '.po'));
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, toPo(tag, `locales/en/${file}`, messages));
    return place;
  });
}

/** The PO files of a language, by the JSON files that they are of. @throws where one is no PO; the message names it */
export function readPo(folder: string, tag: string): Map<string, Message[]> {
  const cwd = workFolder(folder, tag);
  return new Map(
    globSync('**/*.po', { cwd })
      .sort()
      .map((name) => {
        try {
          return [
            name.split(path.sep).join('/').replace(/\.po$/, '.json'),
            fromPo(readFileSync(path.join(cwd, name), 'utf8')),
          ];
        } catch (error) {
          throw new Error(`${path.join(cwd, name)} is no PO: ${(error as Error).message}`, { cause: error });
        }
      }),
  );
}

/** The part of a file that is taken whole or not at all, as the kiosk does. */
function pieceOf(file: string, place: string): string {
  const parts = place.split('.');
  if (file === 'glossary.json') return parts[0]!;
  if (file === 'diagrams.json') return parts[1] === 'parts' ? parts.slice(0, 3).join('.') : parts[0]!;
  if (file.startsWith('tours/')) return parts[0] === 'steps' ? parts.slice(0, 2).join('.') : '';
  return place;
}

/** Without these pieces a file, or the rest of a diagram, cannot be used. */
const headOf = (file: string, piece: string): string | undefined => {
  if (file.startsWith('tours/')) return '';
  return file === 'diagrams.json' ? piece.split('.')[0]! : undefined;
};

export interface Taken {
  /** What the file holds now; absent: too little for a file. */
  readonly tree?: Record<string, unknown>;
  /** How many of its texts are whole pieces. */
  readonly texts: number;
  readonly of: number;
  /** Places and English of what was taken from the translator. */
  readonly recorded: Readonly<Record<string, string>>;
  readonly isChanged: boolean;
}

/** A file with what a translator has done laid over what there was; pieces that are not whole wait. */
export function take(pair: Pair, file: string, messages: readonly Message[]): Taken {
  const { tag, english, own } = pair;
  const before = own.files.get(file) ?? new Map<string, string>();
  const done = messages.filter(({ text, isStale }) => text.trim() !== '' && !isStale);
  const after = new Map([...before, ...done.map(({ path: place, text }) => [place, text] as const)]);

  const sources = [...sourcesOf(file, english.files.get(file) ?? new Map(), tag).keys()];
  const lacking = new Set(
    sources
      .filter((place) => !isOptional(file, place) && !after.get(place)?.trim())
      .map((place) => pieceOf(file, place)),
  );
  const isWhole = (place: string): boolean => {
    const piece = pieceOf(file, place);
    const head = headOf(file, piece);
    return !lacking.has(piece) && (head === undefined || !lacking.has(head));
  };
  const kept = sources.filter((place) => after.get(place)?.trim() && isWhole(place));
  const strange = [...before.keys()].filter((place) => !sources.includes(place));
  const units = new Map([...kept, ...strange].map((place) => [place, after.get(place)!]));
  const isChanged = [...units].some(([place, text]) => before.get(place) !== text);
  const tree = units.size > 0 ? finished(pair, file, treeOf(units), isChanged) : undefined;
  return {
    ...(tree && { tree }),
    texts: kept.length,
    of: sources.filter((place) => !isOptional(file, place)).length,
    recorded: Object.fromEntries(
      done
        .filter(({ path: place, english: of }) => units.has(place) && of !== NONE)
        .map(({ path: place, english: of }) => [place, hashOf(of)]),
    ),
    isChanged,
  };
}

/** Tours say how far they have been reviewed; a text that has changed has to be reviewed anew. */
function finished(
  { english, own }: Pair,
  file: string,
  tree: Record<string, unknown>,
  isChanged: boolean,
): Record<string, unknown> {
  if (!file.startsWith('tours/')) return tree;
  const { writer } = (tree['review'] ?? {}) as { writer?: string };
  const known = own.trees.get(file)?.['review'] as object | undefined;
  const { next } = english.trees.get(file)!['review'] as { next: string };
  const anew = {
    status: 'awaiting-clinician-and-native',
    written: new Date().toISOString().slice(0, 10),
    next,
  };
  const said = isChanged || !known ? anew : known;
  return { ...tree, review: { ...said, ...(writer !== undefined && { writer }) } };
}

export async function writeTree(folder: string, tag: string, file: string, tree: object): Promise<void> {
  const place = path.join(folder, 'locales', tag, file);
  mkdirSync(path.dirname(place), { recursive: true });
  const options = await prettier.resolveConfig(place);
  writeFileSync(
    place,
    await prettier.format(JSON.stringify(tree), { ...options, filepath: place, parser: 'json' }),
  );
}

/** `locale.json` of a new language; `undefined` until its name and invitation are there. */
export function localeFrom(tag: string, messages: readonly Message[]): LocaleFile | undefined {
  const said = (place: string): string => messages.find((one) => one.path === place)?.text.trim() ?? '';
  const [name, invitation, keyboard] = ['name', 'invitation', 'keyboard'].map(said) as [
    string,
    string,
    string,
  ];
  if (!name || !invitation) return undefined;
  const rows = keyboard.split('\n').filter((row) => row.trim());
  return {
    tag,
    name,
    dir: directionOf(tag),
    fallback: [],
    invitation,
    ...(rows.length > 0 && { keyboard: rows }),
  };
}

/** Scripts that run from the right (ISO 15924). */
const FROM_RIGHT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

const directionOf = (tag: string): 'ltr' | 'rtl' =>
  FROM_RIGHT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
