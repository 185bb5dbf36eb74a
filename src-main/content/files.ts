import { createHash } from 'node:crypto';
import type { Fault, Place } from '../faults.ts';
import { kindOf, type JsonKind, type ValueOf } from './layout.ts';
import type { JsonFile, Layer, Picture } from './layer.ts';

/** A file that counts: no later layer lies over it. */
export interface Entry<Name extends JsonKind> {
  readonly at: Place;
  /** What the path says: the locale's tag, the id. */
  readonly names: readonly string[];
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
  readonly value: ValueOf<Name> | undefined;
}

/** Content folders laid over each other, file by file; later ones win. */
export interface Files {
  all<Name extends JsonKind>(kind: Name): Entry<Name>[];
  picture(file: string): Picture | undefined;
  /** Of the folders and of the files that count. */
  readonly faults: readonly Fault[];
  /** Changes with every byte of the files that count. */
  readonly version: string;
}

/** Part of every version: to be raised when the same files are served in another form. */
const SERVED_FORM = 'tonos content 2';

export function layOver(layers: readonly Layer[]): Files {
  const json = new Map<string, JsonFile>(layers.flatMap((layer) => [...layer.json]));
  const pictures = new Map<string, Picture>(layers.flatMap((layer) => [...layer.pictures]));
  const paths = [...json.keys()].sort();

  const digest = createHash('sha256').update(SERVED_FORM);
  for (const [file, { hash }] of [...json, ...pictures].sort(([a], [b]) => (a < b ? -1 : 1))) {
    digest.update(`${file}\0${hash}\n`);
  }
  return {
    all: <Name extends JsonKind>(kind: Name) =>
      paths.flatMap((path): Entry<Name>[] => {
        const file = json.get(path);
        const match = file?.kind === kind && kindOf(kind).pattern.exec(path);
        if (!file || !match) return [];
        const { at, hash } = file;
        return [{ at, names: match.slice(1), hash, value: file.value as ValueOf<Name> | undefined }];
      }),
    picture: (file) => pictures.get(file),
    faults: [
      ...layers.flatMap((layer) => layer.faults),
      ...paths.flatMap((path) => json.get(path)?.faults ?? []),
    ],
    version: digest.digest('hex').slice(0, 16),
  };
}
