/** Which file of a content folder is what: the only place that knows the layout. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { Id } from '../contract/ids.ts';
import { DiagramFile, PostersFile } from '../contract/diagram.ts';
import { SharedShapesFile, ShapesFile } from '../contract/shapes.ts';
import { HomeFile, SourcesFile, TourFile } from '../contract/structure.ts';
import { DiagramsWords, GlossaryWords, LocaleFile, TourWords, UiWords } from '../contract/words.ts';
import { MOST_JSON_BYTES } from '../files/read-json.ts';

/** The list of files that makes a content folder a pack. */
export const PACK_FILE = 'bundle.json';

/** Signs the list; no part of it. */
export const SIGNATURE_FILE = 'bundle.sig';

/** The folders of a content folder that are looked into; of a pack all, since no unlisted file may be in it. */
export const foldersOf = (root: string): Promise<string[]> =>
  access(path.join(root, PACK_FILE)).then(
    () => [''],
    () => ['locales', 'assets'],
  );

/** `words`: what is wrong in it is left out piece by piece; the others stand or fall as a whole. */
interface Kind {
  readonly pattern: RegExp;
  readonly schema: z.ZodType;
  /** Path of the smallest piece of words around a place that can be left out alone; absent: the whole file. */
  readonly piece?: (path: readonly PropertyKey[]) => readonly PropertyKey[] | undefined;
  /** The largest file of the kind, bytes. Absent: as of any JSON file. */
  readonly most?: number;
}

const kinds = {
  locale: { pattern: /^locales\/([^/]+)\/locale\.json$/, schema: LocaleFile },
  ui: { pattern: /^locales\/([^/]+)\/ui\.json$/, schema: UiWords, piece: (path) => path },
  diagramsWords: {
    pattern: /^locales\/([^/]+)\/diagrams\.json$/,
    schema: DiagramsWords,
    piece: (path) => (path[1] === 'parts' && path.length > 2 ? path.slice(0, 3) : path.slice(0, 1)),
  },
  glossary: {
    pattern: /^locales\/([^/]+)\/glossary\.json$/,
    schema: GlossaryWords,
    piece: (path) => path.slice(0, 1),
  },
  tourWords: {
    pattern: /^locales\/([^/]+)\/tours\/([^/]+)\.json$/,
    schema: TourWords,
    piece: (path) => (path[0] === 'steps' && path.length > 1 ? path.slice(0, 2) : undefined),
  },
  home: { pattern: /^assets\/home\.json$/, schema: HomeFile },
  sources: { pattern: /^assets\/sources\.json$/, schema: SourcesFile, piece: (path) => path.slice(0, 1) },
  tour: { pattern: /^assets\/tours\/([^/]+)\.json$/, schema: TourFile },
  diagram: { pattern: /^assets\/diagrams\/([^/]+)\/diagram\.json$/, schema: DiagramFile },
  shapes: { pattern: /^assets\/diagrams\/([^/]+)\/shapes\.json$/, schema: ShapesFile },
  sharedShapes: { pattern: /^assets\/shapes\/([^/]+)\.json$/, schema: SharedShapesFile },
  // Made by a program, for many pictures.
  posters: {
    pattern: /^assets\/diagrams\/([^/]+)\/posters\.json$/,
    schema: PostersFile,
    most: 4 * MOST_JSON_BYTES,
  },
} as const satisfies Record<string, Kind>;

export type JsonKind = keyof typeof kinds;

/** What a file of a kind holds once its schema has passed it. */
export type ValueOf<Name extends JsonKind> = z.output<(typeof kinds)[Name]['schema']>;

export const kindOf = (name: JsonKind): Kind => kinds[name];

/** The largest file of a kind that is read, bytes. */
export const mostBytesOf = (name: JsonKind): number => kindOf(name).most ?? MOST_JSON_BYTES;

const PICTURE = /^assets\/diagrams\/[^/]+\/[^/]+\.(webp|png)$/;

/** Folders where a JSON file of another name is a slip. */
const WATCHED = /^(locales\/[^/]+|assets\/(tours|shapes|diagrams\/[^/]+))\/[^/]+\.json$/;

export type Role =
  | { readonly role: 'json'; readonly kind: JsonKind }
  | { readonly role: 'picture' | 'slip' | 'misnamed' | 'other' };

/** What a file is, by its path relative to the content folder. */
export function roleOf(path: string): Role {
  for (const [kind, { pattern }] of Object.entries(kinds)) {
    const match = pattern.exec(path);
    if (!match) continue;
    const id = path.startsWith('locales/') ? match[2] : match[1];
    if (id !== undefined && !Id.safeParse(id).success) return { role: 'misnamed' };
    return { role: 'json', kind: kind as JsonKind };
  }
  if (PICTURE.test(path)) return { role: 'picture' };
  return { role: WATCHED.test(path) ? 'slip' : 'other' };
}
