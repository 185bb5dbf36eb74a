import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../clock.ts';
import {
  ProvisionedFile,
  SETTINGS_VERSION,
  StaffFile,
  type Settings,
  type StaffSettingName,
} from '../contract/settings.ts';
import { fault, faultKey, type Fault } from '../faults.ts';
import { codeOf } from '../files/error-code.ts';
import { inTurn } from '../files/in-turn.ts';
import { objections, shapeFaults } from '../files/shape.ts';
import { writeWhole } from '../files/write-file.ts';
import { lockedSettings, mergeLayers } from './layers.ts';
import { chooseSettings, placeOf, readSettings, type Chosen } from './read-settings.ts';

export const SETTINGS_FILE = 'settings.json';
export const LAST_GOOD_FILE = 'settings.last-good.json';
/** Of the provisioned file, in the kiosk's own folder: a slip in it must not unlock the kiosk. */
export const PROVISIONED_COPY = 'provisioned.last-good.json';

/** How often the provisioned file is looked at: whoever administers the machine replaces it while the kiosk runs, ms. */
const LOOK = 30_000;

/** What staff change: `null` takes a setting back to what stands without it. */
export type StaffPatch = { readonly [Name in StaffSettingName]?: StaffFile[Name] | null | undefined };

export interface SettingsStore {
  /** All layers together. */
  readonly current: Settings;
  readonly locked: readonly StaffSettingName[];
  /** The provisioned file may have said more than can be read: whether there is a PIN, nobody knows. */
  readonly isDoubtful: boolean;
  /** Faults of the files as they were read last. */
  readonly faults: readonly Fault[];
  /** The folder in which `clinicLogo` lies; absent: there is no logo. */
  readonly logoFolder: string | undefined;
  /**
   * Changes the staff layer, on the disk first: when it cannot be kept, all stays as it was.
   * @returns the faults that stood in the way; empty when the settings were saved
   */
  save(patch: StaffPatch): Promise<readonly Fault[]>;
  close(): void;
}

export interface SettingsOptions {
  /** The kiosk's own folder; it need not exist. */
  readonly stateDir: string;
  /** The file of whoever administers the machine; it need not exist. */
  readonly provisionedFile: string | undefined;
  readonly clock: Clock;
  readonly onChange: () => void;
}

/** Opens the settings. Whatever is wrong with their files, there are settings. */
export async function openSettings(options: SettingsOptions): Promise<SettingsStore> {
  const { stateDir, provisionedFile, clock, onChange } = options;
  const own = (file: string): string => path.join(stateDir, file);

  let seen = await stampOf(provisionedFile);
  let provisioned = await readProvisioned();
  const read = await chooseSettings(own(SETTINGS_FILE), own(LAST_GOOD_FILE), StaffFile);
  let staff: StaffFile = read.settings;
  let staffFaults = read.faults;
  if (read.isFresh) staffFaults = [...staffFaults, ...(await copy(LAST_GOOD_FILE, staff))];
  let current = mergeLayers(provisioned.settings, staff);

  async function readProvisioned(): Promise<Chosen<ProvisionedFile>> {
    if (!provisionedFile) return { settings: {}, faults: [], isFresh: false, isDoubtful: false };
    const chosen = await chooseSettings(provisionedFile, stateDir && own(PROVISIONED_COPY), ProvisionedFile);
    if (chosen.isFresh) return { ...chosen, faults: await copy(PROVISIONED_COPY, chosen.settings) };
    if (chosen.faults.length === 0) return (await keptProvisioned(provisionedFile)) ?? chosen;
    // Where it cannot be told whether staff may change a setting, they may not.
    const isLost = ({ name, path: where }: Fault): boolean =>
      name !== 'settings-unusable' && (where === '' || where.startsWith('locked'));
    const locked = chosen.isDoubtful && chosen.faults.some(isLost);
    return locked ? { ...chosen, settings: { locked: true, ...chosen.settings } } : chosen;
  }

  /**
   * What a file said that has gone. Whoever lays out a new one may take the old one away first, and for that moment the kiosk
   * must not be anybody's.
   */
  async function keptProvisioned(gone: string): Promise<Chosen<ProvisionedFile> | undefined> {
    const kept = await readSettings(own(PROVISIONED_COPY), ProvisionedFile);
    if (!kept.settings && kept.faults.length === 0) return undefined;
    const settings = kept.settings ?? { locked: true };
    const faults = [...kept.faults, fault('settings-gone', placeOf(gone))];
    return { settings, faults, isFresh: false, isDoubtful: kept.faults.length > 0 };
  }

  async function copy(file: string, settings: object): Promise<Fault[]> {
    const why = await write(own(file), settings);
    return why ? [fault('settings-copy-not-saved', placeOf(own(file)), { why })] : [];
  }

  async function change(patch: StaffPatch): Promise<readonly Fault[]> {
    const at = placeOf(own(SETTINGS_FILE));
    const locked = lockedSettings(provisioned.settings);
    const refused = Object.keys(patch).filter((name) => locked.includes(name as StaffSettingName));
    if (refused.length > 0) return refused.map((name) => fault('setting-locked', { ...at, path: name }));
    const wanted = Object.fromEntries(
      Object.entries({ version: SETTINGS_VERSION, ...staff, ...patch }).filter(([, value]) => value != null),
    );
    const next = StaffFile.safeParse(wanted);
    if (!next.success) return shapeFaults(objections(next.error.issues, wanted), at, 'setting-wrong');
    const why = await write(own(SETTINGS_FILE), next.data);
    if (why) return [fault('settings-not-saved', at, { why })];
    // The file itself is saved; a copy that fails now is made at the next start.
    await copy(LAST_GOOD_FILE, next.data);
    staff = next.data;
    staffFaults = [];
    update();
    return [];
  }

  function update(): void {
    current = mergeLayers(provisioned.settings, staff);
    onChange();
  }

  async function look(): Promise<void> {
    const now = await stampOf(provisionedFile);
    if (now === seen) return;
    seen = now;
    provisioned = await readProvisioned();
    update();
  }

  /** One after the other, so that no change is lost. */
  const turn = inTurn();
  let closed = false;
  let callOff = (): void => undefined;
  const plan = (): void => {
    if (closed) return;
    callOff = clock.after(LOOK, () => void turn(look).then(plan, plan));
  };
  if (provisionedFile) plan();

  return {
    get current() {
      return current;
    },
    get locked() {
      return lockedSettings(provisioned.settings);
    },
    get isDoubtful() {
      return provisioned.isDoubtful;
    },
    get faults() {
      return uniqueFaults([...provisioned.faults, ...staffFaults]);
    },
    get logoFolder() {
      if (current.clinicLogo === undefined) return undefined;
      const isStaffs = !lockedSettings(provisioned.settings).includes('clinicLogo') && staff.clinicLogo;
      return isStaffs ? stateDir : path.dirname(provisionedFile ?? '');
    },
    save: (patch) => turn(() => change(patch)),
    close: () => {
      closed = true;
      callOff();
    },
  };
}

const uniqueFaults = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((found) => [faultKey(found), found])).values(),
];

/** Changes when the file is written or replaced. */
async function stampOf(file: string | undefined): Promise<string | undefined> {
  const found = file ? await stat(file).catch(() => undefined) : undefined;
  return found && `${found.mtimeMs} ${found.size} ${found.ino}`;
}

/** @returns why it failed, `undefined` when it did not */
async function write(file: string, settings: object): Promise<string | undefined> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeWhole(file, `${JSON.stringify(settings, null, 2)}\n`);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}
