import { createHash } from 'node:crypto';
import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { fault, type Fault } from '../faults.ts';
import { codeOf } from '../files/error-code.ts';
import { pictureHeader, type PictureHeader } from '../files/picture-size.ts';
import { inTurn } from '../files/in-turn.ts';
import { writeWhole } from '../files/write-file.ts';
import { realDisk } from '../packs/disk.ts';
import { etagOf, type Stored } from '../routes/answer.ts';

const MOST_BYTES = 1024 * 1024;
/** Old panels draw nothing larger, px a side. */
const MOST_SIDE = 4096;

const CHOICE = /^logo\.(png|jpe?g|webp)$/i;
const KEPT = /^logo-[0-9a-f]{16}\.(png|jpg|webp)$/;

const ENDINGS = { png: 'png', jpeg: 'jpg', webp: 'webp' } as const;

export interface LogoOptions {
  /** The kiosk's own folder. */
  readonly folder: string;
  /** Where the logo of the settings is; `undefined`: there is none. */
  readonly wanted: () => { readonly folder: string; readonly file: string } | undefined;
  /** Drives and folders on which a logo may be brought. */
  readonly places: () => Promise<readonly string[]>;
  /** Keeps the name of the logo's file in the settings. */
  readonly save: (file: string | null) => Promise<readonly Fault[]>;
}

interface ReadLogo {
  readonly name: string;
  readonly header: PictureHeader;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The clinic's logo: the one that is served, and those that staff may choose. */
export class Logo {
  readonly #options: LogoOptions;
  readonly #inTurn = inTurn();
  #current: { name: string; stored: Stored } | undefined;
  #faults: readonly Fault[] = [];

  constructor(options: LogoOptions) {
    this.#options = options;
  }

  /** Where the page finds the logo; its content never changes. */
  get address(): string | undefined {
    return this.#current && `/clinic/${this.#current.name}`;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** @param name as in the address */
  stored(name: string): Stored | undefined {
    return this.#current?.name === name ? this.#current.stored : undefined;
  }

  /** Reads the logo of the settings. One that cannot be used is a fault, and there is none. */
  refresh(): Promise<void> {
    return this.#inTurn(() => this.#refresh());
  }

  async #refresh(): Promise<void> {
    const wanted = this.#options.wanted();
    // Whoever administers the machine may have laid a link there.
    const read = wanted ? await readLogo(wanted.folder, wanted.file, realpath) : { faults: [] };
    this.#faults = 'faults' in read ? read.faults : [];
    this.#current = 'faults' in read ? undefined : { name: read.name, stored: storedOf(read) };
  }

  /** Pictures that may be the logo: where they are. */
  async choices(): Promise<readonly string[]> {
    const places = await this.#options.places();
    const found = await Promise.all(
      places.map(async (place) => {
        const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
        const files = entries.filter((entry) => entry.isFile() && CHOICE.test(entry.name));
        return files.map(({ name }) => path.join(place, name)).sort();
      }),
    );
    return [...new Set(found.flat())];
  }

  /**
   * Copies one of the choices into the kiosk's own folder and makes it the logo.
   * @param choice `null` takes the logo away
   * @returns what stood in the way; empty when it is done
   */
  choose(choice: string | null): Promise<readonly Fault[]> {
    return this.#inTurn(() => this.#choose(choice));
  }

  async #choose(choice: string | null): Promise<readonly Fault[]> {
    const { folder, save } = this.#options;
    if (choice === null) return this.#saved(await save(null), undefined);
    const at = { folder: path.dirname(choice), file: path.basename(choice) };
    if (!(await this.choices()).includes(choice)) return [fault('logo-missing', at)];
    const read = await readLogo(at.folder, at.file);
    if ('faults' in read) return read.faults;
    try {
      await mkdir(folder, { recursive: true });
      await writeWhole(path.join(folder, read.name), read.bytes);
    } catch (error) {
      return [fault('logo-not-kept', at, { why: codeOf(error) })];
    }
    return this.#saved(await save(read.name), read.name);
  }

  /** When the settings name the new logo, the old ones are of no use. */
  async #saved(faults: readonly Fault[], keep: string | undefined): Promise<readonly Fault[]> {
    const { folder } = this.#options;
    if (faults.length > 0) return faults;
    await this.#refresh();
    const names = await readdir(folder).catch(() => []);
    const old = names.filter((name) => KEPT.test(name) && name !== keep);
    await Promise.all(old.map((name) => rm(path.join(folder, name), { force: true }).catch(() => undefined)));
    return [];
  }
}

/** @param find resolves links; without it a link is none of the logos */
async function readLogo(
  folder: string,
  file: string,
  find = (location: string): Promise<string> => Promise.resolve(location),
): Promise<ReadLogo | { faults: Fault[] }> {
  const at = { folder, file };
  let bytes: Uint8Array;
  try {
    bytes = await realDisk.read(await find(path.join(folder, file)), MOST_BYTES);
  } catch (error) {
    const why = codeOf(error);
    return { faults: [why === 'ENOENT' ? fault('logo-missing', at) : fault('file-unreadable', at, { why })] };
  }
  if (bytes.length > MOST_BYTES) {
    return { faults: [fault('file-too-big', at, { bytes: bytes.length, most: MOST_BYTES })] };
  }
  const header = pictureHeader(bytes);
  if (!header) return { faults: [fault('logo-not-picture', at)] };
  if (Math.max(...header.size) > MOST_SIDE) {
    return { faults: [fault('logo-too-big', at, { is: header.size.join(' × '), most: MOST_SIDE })] };
  }
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  // A copy, so that the buffer that was read into is let go.
  return { name: `logo-${hash}.${ENDINGS[header.format]}`, header, bytes: new Uint8Array(bytes) };
}

const storedOf = ({ bytes, header }: ReadLogo): Stored => ({
  body: bytes,
  type: `image/${header.format}`,
  etag: etagOf(bytes),
  cache: 'immutable',
});
