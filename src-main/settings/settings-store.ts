import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Settings } from '../contract/settings.ts';
import { fault, type Fault } from '../faults.ts';
import { objections, shapeFaults } from '../files/shape.ts';
import { writeWhole } from '../files/write-file.ts';
import { LAST_GOOD_FILE, readSettings, SETTINGS_FILE } from './read-settings.ts';

export interface SettingsStore {
  readonly current: Settings;
  /** Faults of the files as they were read at the start. */
  readonly faults: readonly Fault[];
  /**
   * Changes settings, on the disk first: when they cannot be kept, they stay as they were.
   * @param patch `undefined` as a value sets a setting back to its default
   * @returns the faults that stood in the way; empty when the settings were saved
   */
  save(patch: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): Promise<readonly Fault[]>;
}

/**
 * Opens the settings of a folder. Whatever is wrong with the file, there are settings.
 * @param folder without one the defaults stand, and nothing is written
 */
export async function openSettings(
  folder: string | undefined,
  onChange: (settings: Settings) => void,
): Promise<SettingsStore> {
  const read = folder === undefined ? undefined : await readSettings(folder);
  let current = read?.settings ?? Settings.parse({});
  const faults = read?.faults ?? [];
  if (folder !== undefined && read?.isFresh) {
    const why = await write(folder, LAST_GOOD_FILE, current);
    if (why) faults.push(fault('settings-copy-not-saved', { folder, file: LAST_GOOD_FILE }, { why }));
  }

  const change: SettingsStore['save'] = async (patch) => {
    const next = Settings.safeParse({ ...current, ...patch });
    const at = { folder: folder ?? '', file: SETTINGS_FILE };
    if (!next.success) return shapeFaults(objections(next.error.issues, { ...current, ...patch }), at);
    if (folder !== undefined) {
      const why = await write(folder, SETTINGS_FILE, next.data);
      if (why) return [fault('settings-not-saved', at, { why })];
      // The file itself is saved; a copy that fails now is made at the next start.
      await write(folder, LAST_GOOD_FILE, next.data);
    }
    current = next.data;
    onChange(current);
    return [];
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    get current() {
      return current;
    },
    faults,
    save: (patch) => {
      // One after the other, so that no patch is lost.
      const saved = last.then(() => change(patch));
      last = saved.catch(() => undefined);
      return saved;
    },
  };
}

/** @returns why it failed, `undefined` when it did not */
async function write(folder: string, file: string, settings: Settings): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(path.join(folder, file), `${JSON.stringify(settings, null, 2)}\n`);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
