/** The baked stills on the disk: a content folder that holds nothing else, and beside it what each was drawn from. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { PostersFile, type PosterFile } from '../../../src-main/contract/diagram.ts';
import { writeWhole } from '../../../src-main/files/write-file.ts';
import type { Planned } from './plan.ts';

/** A picture as it was drawn. */
export interface Drawn extends Omit<PosterFile, 'file'> {
  readonly webp: Uint8Array;
}

/** File of the folder: `<diagram>/<file>` → the stamp of what it was drawn from. No part of the content. */
const STAMPS = 'stamps.json';

/** For everybody to read: the kiosk may run as another user. */
const MODE = 0o644;

/** A file is written within this time, ms. */
const A_MOMENT = 60_000;

export class Store {
  readonly #folder: string;
  readonly #all: readonly Planned[];

  /** @param all every still of the atlas: what is not among them is an orphan */
  constructor(folder: string, all: readonly Planned[]) {
    this.#folder = folder;
    this.#all = all;
  }

  /** Those that are not there, or were drawn from something else. */
  stale(planned: readonly Planned[]): Planned[] {
    const stamps = this.#stamps();
    const known = new Map(this.#diagrams().map((id) => [id, this.#known(id)] as const));
    return planned.filter((each) => !this.#isCurrent(each, stamps, known.get(each.still.diagram)!));
  }

  /** Deletes orphans, and has `posters.json` name what is current and nothing else. @returns how many files were deleted */
  async tidy(): Promise<number> {
    const wanted = new Set(this.#all.map(nameOf));
    const folder = this.#at();
    const files = existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => !entry.isDirectory())
          .map((entry) =>
            path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
          )
      : [];
    const ids = new Set(this.#diagrams());
    const isKept = (file: string): boolean =>
      wanted.has(file) || (file.endsWith('/posters.json') && ids.has(path.posix.dirname(file)));
    const orphans = files.filter((file) => !isKept(file) && !this.#isBeingWritten(file));
    for (const file of orphans) rmSync(this.#at(file), { force: true });
    for (const id of existsSync(folder) ? readdirSync(folder) : [])
      if (!ids.has(id)) rmSync(this.#at(id), { recursive: true });
    await this.add(new Map());
    return orphans.length;
  }

  /** Adds pictures: their files, then the lists that name them, then what they were drawn from, each whole at every moment. */
  async add(drawn: ReadonlyMap<Planned, Drawn>): Promise<void> {
    for (const [{ still }, { webp }] of drawn) {
      mkdirSync(this.#at(still.diagram), { recursive: true });
      await writeWhole(this.#at(still.diagram, still.file), webp, MODE);
    }
    // Read anew: another run may have added some of its own.
    const stamps = this.#stamps();
    for (const each of drawn.keys()) stamps.set(nameOf(each), each.stamp);
    for (const id of this.#diagrams()) await this.#list(id, stamps, drawn);
    const names = new Set(this.#all.map(nameOf));
    const kept = Object.fromEntries([...stamps].filter(([name]) => names.has(name)).sort());
    await this.#write(path.join(this.#folder, STAMPS), `${JSON.stringify(kept, undefined, 1)}\n`);
  }

  /** Of all pictures and lists, bytes. */
  bytes(): number {
    if (!existsSync(this.#at())) return 0;
    return readdirSync(this.#at(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
  }

  /** A picture that is there. */
  picture({ still }: Planned): Uint8Array {
    return readFileSync(this.#at(still.diagram, still.file));
  }

  async #list(
    id: string,
    stamps: ReadonlyMap<string, string>,
    drawn: ReadonlyMap<Planned, Drawn>,
  ): Promise<void> {
    const known = this.#known(id);
    const fresh = new Map(
      [...drawn].map(([planned, { webp: _, ...rest }]) => [nameOf(planned), rest] as const),
    );
    const own = this.#all.filter(({ still }) => still.diagram === id);
    const pictures: PostersFile['pictures'] = {};
    for (const planned of own) {
      const { still } = planned;
      const name = nameOf(planned);
      const rest =
        fresh.get(name) ?? (this.#isCurrent(planned, stamps, known) ? known.get(still.file) : undefined);
      for (const key of rest ? still.keys : []) pictures[key] = posterOf(key, still.file, rest!);
    }
    if (Object.keys(pictures).length === 0) return rmSync(this.#at(id, 'posters.json'), { force: true });
    const posters: PostersFile = { of: own[0]!.subject.of, pictures };
    await this.#write(this.#at(id, 'posters.json'), `${JSON.stringify(posters)}\n`);
  }

  #isCurrent({ still, stamp }: Planned, stamps: ReadonlyMap<string, string>, known: Known): boolean {
    const name = `${still.diagram}/${still.file}`;
    return stamps.get(name) === stamp && known.has(still.file) && existsSync(this.#at(name));
  }

  /** By another run, beside this one. */
  #isBeingWritten(file: string): boolean {
    const stats = file.endsWith('.new') ? statSync(this.#at(file), { throwIfNoEntry: false }) : undefined;
    return stats !== undefined && Date.now() - stats.mtimeMs < A_MOMENT;
  }

  /** Ids of the diagrams of which there are to be stills. */
  #diagrams(): string[] {
    return [...new Set(this.#all.map(({ still }) => still.diagram))];
  }

  /** What is said of the pictures of a diagram, by file. */
  #known(id: string): Known {
    const posters = PostersFile.safeParse(readJson(this.#at(id, 'posters.json')));
    const known = new Map<string, Omit<PosterFile, 'file'>>();
    for (const { file, ...rest } of Object.values(posters.data?.pictures ?? {}))
      known.set(file, { ...known.get(file), ...rest });
    return known;
  }

  #stamps(): Map<string, string> {
    const stamps = readJson(path.join(this.#folder, STAMPS));
    return new Map(Object.entries((stamps ?? {}) as Record<string, string>));
  }

  #at(...parts: string[]): string {
    return path.join(this.#folder, 'assets', 'diagrams', ...parts);
  }

  /** Leaves a file alone that says the same already: it is watched. */
  async #write(file: string, text: string): Promise<void> {
    if (readText(file) === text) return;
    mkdirSync(path.dirname(file), { recursive: true });
    await writeWhole(file, text, MODE);
  }
}

type Known = ReadonlyMap<string, Omit<PosterFile, 'file'>>;

/** Nobody touches a frame of a motion: it has no touch map, which would be most of the list. */
function posterOf(key: string, file: string, { anchors, touch }: Omit<PosterFile, 'file'>): PosterFile {
  const isFrame = key.includes('.');
  return { file, anchors, ...(touch && !isFrame && { touch }) };
}

const nameOf = ({ still }: Planned): string => `${still.diagram}/${still.file}`;

function readJson(file: string): unknown {
  try {
    return JSON.parse(readText(file) ?? 'null');
  } catch {
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
