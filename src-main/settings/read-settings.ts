import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Settings, SETTINGS_VERSION } from '../contract/settings.ts';
import { fault, type Fault } from '../faults.ts';
import { parseJson } from '../files/read-json.ts';
import { objections, shapeFaults } from '../files/shape.ts';

export const SETTINGS_FILE = 'settings.json';
export const LAST_GOOD_FILE = 'settings.last-good.json';

/** A settings file as read. Both absent: there is no such file. */
interface Read {
  readonly settings?: Settings;
  readonly faults: readonly Fault[];
}

/**
 * Settings of a folder: of `settings.json`, else of its last good copy, else the defaults. Never changes a file.
 * @returns `isFresh` when they come from `settings.json`
 */
export async function readSettings(
  folder: string,
): Promise<{ settings: Settings; faults: Fault[]; isFresh: boolean }> {
  const first = await readOne(folder, SETTINGS_FILE);
  if (first.settings) return { settings: first.settings, faults: [], isFresh: true };
  if (first.faults.length === 0) return { settings: Settings.parse({}), faults: [], isFresh: false };

  const copy = await readOne(folder, LAST_GOOD_FILE);
  const instead = copy.settings ? 'the last good settings' : 'the default settings';
  return {
    settings: copy.settings ?? Settings.parse({}),
    faults: [
      ...first.faults,
      ...copy.faults,
      fault('settings-unusable', { folder, file: SETTINGS_FILE }, { instead }),
    ],
    isFresh: false,
  };
}

async function readOne(folder: string, file: string): Promise<Read> {
  const at = { folder, file };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path.join(folder, file));
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return { faults: why === 'ENOENT' ? [] : [fault('file-unreadable', at, { why })] };
  }
  const { value, faults } = parseJson(bytes, at);
  if (value === undefined) return { faults };
  const newer = versionOf(value);
  if (newer !== undefined) {
    return { faults: [fault('settings-newer', at, { version: newer, known: SETTINGS_VERSION })] };
  }
  const settings = Settings.safeParse(value);
  if (!settings.success)
    return { faults: [...faults, ...shapeFaults(objections(settings.error.issues, value), at)] };
  return faults.length === 0 ? { settings: settings.data, faults } : { faults };
}

/** The version of settings that only a newer kiosk knows. */
function versionOf(value: unknown): number | undefined {
  const version = (value as { version?: unknown } | null)?.version;
  return typeof version === 'number' && version > SETTINGS_VERSION ? version : undefined;
}
