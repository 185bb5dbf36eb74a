import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { SETTINGS_VERSION } from '../contract/settings.ts';
import { fault, type Fault, type Place } from '../faults.ts';
import { codeOf } from '../files/error-code.ts';
import { parseJson } from '../files/read-json.ts';
import { objections, shapeFaults } from '../files/shape.ts';

/** A settings file as read. */
export interface Read<Settings> {
  /** What of it is good; absent: there is no such file, or nothing of it can be used. */
  readonly settings?: Settings;
  readonly faults: readonly Fault[];
}

/** A settings file, or what stands in for it. */
export interface Chosen<Settings> {
  readonly settings: Settings;
  readonly faults: readonly Fault[];
  /** The file itself is whole. */
  readonly isFresh: boolean;
  /** Parts of it may be missing: nobody knows what they said. */
  readonly isDoubtful: boolean;
}

/**
 * Reads a settings file, else its last good copy, else of the file what is good. Never changes a file.
 */
export async function chooseSettings<Settings extends object>(
  file: string,
  copy: string,
  schema: z.ZodType<Settings>,
): Promise<Chosen<Settings>> {
  const read = await readSettings(file, schema);
  if (read.faults.length === 0) {
    const isFresh = read.settings !== undefined;
    return { settings: read.settings ?? schema.parse({}), faults: [], isFresh, isDoubtful: false };
  }
  const kept = await readSettings(copy, schema);
  const isCopyGood = kept.settings !== undefined && kept.faults.length === 0;
  const instead = isCopyGood
    ? 'the last good settings stand instead'
    : read.settings
      ? 'what is good of it stands'
      : 'the settings below it stand instead';
  return {
    settings: (isCopyGood ? kept.settings : read.settings) ?? schema.parse({}),
    faults: [...read.faults, ...kept.faults, fault('settings-unusable', placeOf(file), { instead })],
    isFresh: false,
    isDoubtful: !isCopyGood,
  };
}

/** Reads one settings file as it is. */
export async function readSettings<Settings extends object>(
  file: string,
  schema: z.ZodType<Settings>,
): Promise<Read<Settings>> {
  const at = placeOf(file);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const why = codeOf(error);
    return { faults: why === 'ENOENT' ? [] : [fault('file-unreadable', at, { why })] };
  }
  const { value, faults } = parseJson(bytes, at);
  if (value === undefined) return { faults };
  const newer = versionOf(value);
  if (newer !== undefined) {
    return { faults: [fault('settings-newer', at, { version: newer, known: SETTINGS_VERSION })] };
  }
  const whole = schema.safeParse(value);
  if (whole.success) return faults.length === 0 ? { settings: whole.data, faults } : { faults };
  const found = objections(whole.error.issues, value);
  const bad = new Set(found.map(({ path: [key] }) => key));
  const good = bad.has(undefined) ? undefined : schema.safeParse(without(value, bad)).data;
  return { ...(good && { settings: good }), faults: [...faults, ...shapeFaults(found, at, 'setting-wrong')] };
}

export const placeOf = (file: string): Place => ({ folder: path.dirname(file), file: path.basename(file) });

const without = (value: unknown, keys: ReadonlySet<PropertyKey | undefined>): unknown =>
  Object.fromEntries(Object.entries(value as object).filter(([key]) => !keys.has(key)));

/** The version of settings that only a newer kiosk knows. */
function versionOf(value: unknown): number | undefined {
  const version = (value as { version?: unknown } | null)?.version;
  return typeof version === 'number' && version > SETTINGS_VERSION ? version : undefined;
}
