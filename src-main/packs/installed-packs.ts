import { rename } from 'node:fs/promises';
import path from 'node:path';
import { fault, type Fault } from '../faults.ts';
import { codeOf } from '../files/error-code.ts';
import { syncFolder } from '../files/write-file.ts';
import {
  folderName,
  LIST_FILE,
  readPackList,
  refreshCopy,
  writePackList,
  type PackEntry,
  type PackVersion,
} from './pack-list.ts';
import { drop } from './stage-pack.ts';
import { sweep } from './sweep.ts';
import { isWhole } from './whole.ts';

/** A pack by its name, as it stands. */
export interface InstalledPack {
  readonly name: string;
  /** The version that is shown. Absent: none, the built-in content. */
  readonly current?: PackVersion | undefined;
  /** What a rollback shows. Absent: the built-in content. */
  readonly previous?: PackVersion | undefined;
  /** Whether there was a newer version, and staff went back from it. */
  readonly rolledBack: boolean;
}

/** The packs on the kiosk's own disk. What is whole stays until something newer is whole and in its place. */
export class InstalledPacks {
  readonly #dir: string;
  /** Hashes of versions that are no longer what they were. */
  readonly #damaged = new Set<string>();
  #entries: readonly PackEntry[] = [];
  #listFaults: readonly Fault[] = [];

  private constructor(dir: string) {
    this.#dir = dir;
  }

  /** Never fails: whatever is wrong there, what is whole is shown. */
  static async open(dir: string): Promise<InstalledPacks> {
    const packs = new InstalledPacks(dir);
    const { entries, faults, isFresh } = await readPackList(dir);
    packs.#entries = sorted(entries);
    packs.#listFaults = faults;
    await packs.#check();
    if (isFresh) {
      await refreshCopy(dir);
      await packs.sweep();
      return packs;
    }
    // A list that was made up may lack what could not be read just now: nothing but halves is removed on its word.
    await sweep(dir);
    if (entries.length > 0) await packs.#save(packs.#entries);
    return packs;
  }

  get list(): readonly InstalledPack[] {
    return this.#entries.map((entry) => {
      const { name, current, previous } = entry;
      const rolledBack = (previous?.sequence ?? -1) > (current?.sequence ?? -1);
      return { name, current: this.#shown(entry), previous, rolledBack };
    });
  }

  get faults(): readonly Fault[] {
    const damaged = this.#entries.flatMap(({ name, current, previous }) => {
      if (!current || !this.#damaged.has(current.hash)) return [];
      const stands = previous && !this.#damaged.has(previous.hash);
      const instead = stands ? `version ${previous.version} is shown` : 'the built-in content is shown';
      return [this.#damage(name, current, instead)];
    });
    return [...this.#listFaults, ...damaged];
  }

  /** The folders of the packs that are shown, by their names; as they would be with another folder for one pack. */
  folders(other?: { readonly name: string; readonly folder: string }): string[] {
    const folders = new Map<string, string>();
    for (const entry of this.#entries) {
      const shown = this.#shown(entry);
      if (shown) folders.set(entry.name, this.#folder(entry.name, shown));
    }
    if (other) folders.set(other.name, other.folder);
    return [...folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, folder]) => folder);
  }

  /** Whether a pack is here whole, shown or rolled back from. */
  has(hash: string): boolean {
    return this.#entries.some(
      ({ current, previous }) =>
        previous?.hash === hash || (current?.hash === hash && !this.#damaged.has(hash)),
    );
  }

  /** The largest sequence that a pack of this name has had here; -1: there was none. */
  newest(name: string): number {
    const { current, previous } = this.#entry(name);
    return Math.max(current?.sequence ?? -1, previous?.sequence ?? -1);
  }

  /** Whether it is the version that was damaged here. */
  mends(name: string, hash: string): boolean {
    return this.#entry(name).current?.hash === hash && this.#damaged.has(hash);
  }

  /**
   * Puts a staged pack in its place.
   * @returns why it could not be done, all is then as it was; `undefined` when it was
   */
  async keep(staging: string, name: string, version: PackVersion): Promise<string | undefined> {
    const target = this.#folder(name, version);
    try {
      // Left by a kiosk that was killed before it was in the list, or damaged.
      await drop(target);
      await rename(staging, target);
      await syncFolder(this.#dir);
    } catch (error) {
      return codeOf(error);
    }
    const entry = this.#entry(name);
    const previous = this.mends(name, version.hash) ? entry.previous : this.#shown(entry);
    const why = await this.#save(this.#with({ name, current: version, previous }));
    if (why) await drop(target);
    else this.#damaged.delete(version.hash);
    return why;
  }

  /** Shows the previous version in place of the current one; a second time, the other way round. */
  async rollback(name: string): Promise<Fault[]> {
    const at = { folder: this.#dir, file: LIST_FILE };
    const { current, previous } = this.#entry(name);
    if (!current && !previous) return [fault('pack-previous-missing', at, { name })];
    if (previous && !(await this.#isWhole(name, previous)))
      return [this.#damage(name, previous, 'what is shown stays')];
    const why = await this.#save(this.#with({ name, current: previous, previous: current }));
    return why ? [fault('pack-not-kept', at, { why })] : [];
  }

  /** Removes what is neither shown nor can be rolled back to. */
  async sweep(): Promise<void> {
    const versions = this.#entries.flatMap(({ name, current, previous }) =>
      [current, previous].map((version) => version && folderName(name, version)),
    );
    await sweep(this.#dir, new Set(versions));
  }

  async #check(): Promise<void> {
    for (const { name, current, previous } of this.#entries) {
      if (!current || (await this.#isWhole(name, current))) continue;
      if (previous) await this.#isWhole(name, previous);
    }
  }

  async #isWhole(name: string, version: PackVersion): Promise<boolean> {
    const whole = await isWhole(this.#folder(name, version), version.hash);
    if (!whole) this.#damaged.add(version.hash);
    return whole;
  }

  async #save(entries: readonly PackEntry[]): Promise<string | undefined> {
    try {
      await writePackList(this.#dir, entries);
      this.#entries = entries;
      return undefined;
    } catch (error) {
      return codeOf(error);
    }
  }

  #shown({ current, previous }: PackEntry): PackVersion | undefined {
    if (!current || !this.#damaged.has(current.hash)) return current;
    return previous && !this.#damaged.has(previous.hash) ? previous : undefined;
  }

  #damage(name: string, version: PackVersion, instead: string): Fault {
    const detail = { name, version: version.version, instead };
    return fault('pack-damaged', { folder: this.#folder(name, version), file: '' }, detail);
  }

  #entry(name: string): PackEntry {
    return this.#entries.find((entry) => entry.name === name) ?? { name };
  }

  #with(entry: PackEntry): PackEntry[] {
    return sorted([...this.#entries.filter(({ name }) => name !== entry.name), entry]);
  }

  #folder(name: string, version: PackVersion): string {
    return path.join(this.#dir, folderName(name, version));
  }
}

const sorted = (entries: readonly PackEntry[]): PackEntry[] =>
  [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
