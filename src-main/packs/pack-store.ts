import path from 'node:path';
import type { Clock } from '../clock.ts';
import { watchPrint } from '../content/watch.ts';
import { fault, faultKey, isError, type Fault } from '../faults.ts';
import { FRESH_FOR_WATCHING } from '../files/drives.ts';
import { codeOf } from '../files/error-code.ts';
import { inTurn } from '../files/in-turn.ts';
import type { Log } from '../log/log.ts';
import { readBroughtPack, signedPack, type BroughtPack, type SignedPack } from './brought-pack.ts';
import { realDisk, type Disk } from './disk.ts';
import { limitedFaults } from './limited-faults.ts';
import { findPacks, printOfPacks, stampOf } from './find-packs.ts';
import { InstalledPacks, type InstalledPack } from './installed-packs.ts';
import { readPublicKey } from './signature.ts';
import { drop, stagePack } from './stage-pack.ts';
import { isWhole } from './whole.ts';

export interface PackOptions {
  /** The folder of what the kiosk keeps; packs are in its folder `packs`. */
  readonly stateDir: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Folders and drives in which packs are brought, as they are now or were `within` so many ms. */
  readonly sources: (within?: number) => readonly string[] | Promise<readonly string[]>;
  /** Public keys, `ed25519:<base64>`, of whoever may bring packs. */
  readonly keys: () => readonly string[];
  /** The errors that there would be if these folders were the packs, and are not there now. */
  readonly validate: (packs: readonly string[]) => Promise<readonly Fault[]>;
  /** Called when packs or faults have changed; old packs are removed only when what it returns is done. */
  readonly onChange: () => void | Promise<void>;
  readonly disk?: Disk;
}

/** Packs brought by hand: each is taken whole, or not at all. */
export interface PackStore {
  /** Folders of the packs that are shown, in the order in which they are laid over the built-in content. */
  readonly current: readonly string[];
  readonly installed: readonly InstalledPack[];
  readonly faults: readonly Fault[];
  /** Begins to look for packs every two seconds; one is taken when it has been quiet for two. */
  start(): void;
  /** Looks for packs now, without waiting for quiet. */
  lookNow(): Promise<void>;
  /** Folders or keys are others: looks for packs again. */
  settingsChanged(): void;
  /**
   * Shows the previous version of a pack in place of the current one; a second time, the other way round.
   * @returns why it could not be done; empty when it was
   */
  rollback(name: string): Promise<readonly Fault[]>;
  close(): void;
}

/** A pack is tried again after this long when a disk or drive was at fault. */
const AGAIN_MS = 60_000;
const PASSING = new Set(['pack-not-copied', 'pack-not-kept', 'pack-no-space']);

/** So many faults of one pack are told. */
const MOST_FAULTS = 20;

/** Opens the installed packs. Whatever is wrong with them, there is a store. */
export async function openPacks(options: PackOptions): Promise<PackStore> {
  const { clock, log, onChange, sources, disk = realDisk } = options;
  const dir = path.join(options.stateDir, 'packs');
  const installed = await InstalledPacks.open(dir);
  const turn = inTurn();
  const end = new AbortController();
  /** Told of packs on drives, by their folders. */
  let faults: ReadonlyMap<string, readonly Fault[]> = new Map();
  let told: readonly Fault[] = [];
  /** Where packs were looked for last. */
  let before: readonly string[] = [];
  /** Stamps of packs on drives that are installed. */
  let settled: ReadonlySet<string> = new Set();
  let stop = (): void => undefined;

  const errorsOf = async (staging: string, { folder, pack }: SignedPack): Promise<Fault[]> => {
    const found = await options.validate(installed.folders({ name: pack.name, folder: staging }));
    const errors = found
      .filter((each) => isError(each) && each.name !== 'overlay-left-out')
      .map((each) => (each.folder === staging ? { ...each, folder } : each));
    if (!found.some(isError)) return [];
    return [fault('pack-refused', { folder, file: '' }, { errors: errors.length }), ...errors];
  };

  const take = async (signed: SignedPack): Promise<readonly Fault[]> => {
    const { folder, hash, pack } = signed;
    const { name, version, sequence } = pack;
    const at = { folder, file: '' };
    if (installed.has(hash)) return [];
    const has = installed.newest(name);
    if (sequence <= has && !installed.mends(name, hash))
      return [fault('pack-older', at, { name, is: sequence, has })];

    const staging = await stagePack(signed, dir, disk, end.signal);
    if (typeof staging !== 'string') return staging;
    try {
      if (!(await isWhole(staging, hash))) return [fault('pack-not-kept', at, { why: 'not whole' })];
      const errors = await errorsOf(staging, signed);
      if (errors.length > 0) return errors;
      const installedAt = clock.date().toISOString();
      const why = await installed.keep(staging, name, { version, sequence, hash, installedAt });
      if (why) return [fault('pack-not-kept', at, { why })];
    } finally {
      await drop(staging);
    }
    log.info('A pack was taken in.', { name, version, sequence, folder });
    await onChange();
    await installed.sweep();
    return [];
  };

  const tryToTake = async (signed: SignedPack): Promise<readonly Fault[]> => {
    try {
      return await take(signed);
    } catch (error) {
      log.error('A pack could not be taken in.', { why: String(error), folder: signed.folder });
      return [fault('pack-not-kept', { folder: signed.folder, file: '' }, { why: codeOf(error) })];
    }
  };

  const look = async (): Promise<void> => {
    const places = await sources();
    const folders = new Set((await Promise.all(places.map(findPacks))).flat());
    const wrong = new Map(
      places.every((place) => before.includes(place)) ? interrupted(faults, folders) : [],
    );
    const untrusted = new Map<string, readonly Fault[]>();
    const known = new Set<string>();
    const keys = options.keys().flatMap((text) => readPublicKey(text) ?? []);
    const signed: SignedPack[] = [];
    for (const folder of folders) {
      const stamp = await stampOf(folder);
      const brought = await readBroughtPack(folder, disk);
      if (isBrought(brought) && installed.has(brought.hash)) {
        known.add(stamp);
        continue;
      }
      const pack = isBrought(brought) ? signedPack(brought, keys) : brought;
      if (isBrought(pack)) signed.push(pack);
      else untrusted.set(folder, pack.slice(0, MOST_FAULTS));
    }
    // The newest first, so that a drive that holds older ones too does not show them all in turn.
    for (const pack of signed.sort((a, b) => b.pack.sequence - a.pack.sequence)) {
      if (end.signal.aborted) return;
      const found = await tryToTake(pack);
      if (found.length > 0) wrong.set(pack.folder, found.slice(0, MOST_FAULTS));
    }
    const toldBefore = told.map(faultKey).join('\n');
    settled = known;
    before = places;
    // Those of packs that are for the kiosk come first, whatever else lies on the drive.
    faults = new Map([...wrong, ...untrusted]);
    told = limitedFaults(faults, places);
    if (told.map(faultKey).join('\n') !== toldBefore && !end.signal.aborted) await onChange();
  };

  const lookNow = (): Promise<void> =>
    turn(look).catch((error: unknown) => log.error('Packs could not be looked at.', { why: String(error) }));

  const print = async (): Promise<string> => {
    const packs = await printOfPacks(await sources(FRESH_FOR_WATCHING), settled);
    const isPassing = [...faults.values()].flat().some(({ name }) => PASSING.has(name));
    const again = isPassing && Math.floor(clock.now() / AGAIN_MS);
    return packs || again !== false ? [packs, ...options.keys(), again].join('\n') : '';
  };

  return {
    get current() {
      return installed.folders();
    },
    get installed() {
      return installed.list;
    },
    get faults() {
      return [...installed.faults, ...told];
    },
    start: () => {
      stop();
      stop = watchPrint(print, clock, '', lookNow);
    },
    lookNow,
    settingsChanged: () => void lookNow(),
    rollback: (name) =>
      turn(async () => {
        const wrong = await installed.rollback(name);
        if (wrong.length > 0) return wrong;
        log.info('A pack was rolled back.', { name });
        await onChange();
        return [];
      }),
    close: () => {
      stop();
      end.abort();
    },
  };
}

/** What is told of a drive that was pulled out while it was read stays until the drive is back, or another one is there. */
const interrupted = (
  faults: ReadonlyMap<string, readonly Fault[]>,
  folders: ReadonlySet<string>,
): [string, readonly Fault[]][] =>
  [...faults].filter(
    ([folder, told]) => !folders.has(folder) && told.some(({ name }) => name === 'pack-not-copied'),
  );

const isBrought = <Pack extends BroughtPack>(pack: Pack | Fault[]): pack is Pack => !Array.isArray(pack);
