import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Settings } from '../../../src-main/contract/settings.ts';
import { faultLine } from '../../../src-main/faults.ts';
import { openSettings } from '../../../src-main/settings/settings-store.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

const FILE = 'settings.json';
const COPY = 'settings.last-good.json';
const defaults = Settings.parse({});

async function opened(folder: string | undefined) {
  const onChange = vi.fn();
  const store = await openSettings(folder, onChange);
  return { store, onChange, lines: store.faults.map(faultLine) };
}

const json = async (folder: string, file: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(folder, file), 'utf8'));

/** Where no file can be written, also by an administrator: a file stands in the folder's place. */
async function unwritableFolder(): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'settings');
  await writeFile(folder, '');
  return folder;
}

describe('reading', () => {
  it.each([
    ['without a folder', undefined],
    ['with a folder that does not exist', '/nowhere/at/all'],
  ])('%s: the defaults', async (_, folder) => {
    const { store, lines } = await opened(folder);
    expect(store.current).toEqual(defaults);
    expect(lines).toEqual([]);
  });

  it('takes a valid file, and keeps a copy', async () => {
    const folder = await writeTree({ [FILE]: { locale: 'es', idleSeconds: 90 } });
    const { store, lines } = await opened(folder);
    expect(store.current).toEqual({ ...defaults, locale: 'es', idleSeconds: 90 });
    expect(lines).toEqual([]);
    expect(await json(folder, COPY)).toEqual(store.current);
  });

  it.each<[string, unknown, string]>([
    [
      'truncated',
      '{"locale": "es", "idle',
      `${FILE}: is not well-formed JSON: line 1, column 18: unexpected end of string`,
    ],
    ['empty', '', `${FILE}: is not well-formed JSON: line 1, column 1: value expected`],
    ['NUL bytes', '\0'.repeat(64), `${FILE}: holds a NUL character`],
    ['a list', [], `${FILE}: must be an object, is a list`],
    ['with wrong types', { idleSeconds: 'long' }, `${FILE} › idleSeconds: must be a number, is a text`],
    ['out of range', { idleSeconds: 5 }, `${FILE} › idleSeconds: too small: expected number to be >=60`],
    ['with unknown keys', { locale: 'es', theme: 'dark' }, `${FILE} › theme: is an unknown key`],
    [
      'of a newer version',
      { version: 2, wonder: true },
      `${FILE}: has the version 2; this kiosk knows version 1. Update the kiosk`,
    ],
  ])('%s: says so, uses the last good copy, and leaves the file as it is', async (_, bad, message) => {
    const folder = await writeTree({ [FILE]: bad, [COPY]: { locale: 'es', idleSeconds: 90 } });
    const before = await readFile(path.join(folder, FILE), 'utf8');
    const { store, lines } = await opened(folder);
    expect(lines[0]).toContain(`[${folder}] ${message}`);
    expect(lines[1]).toBe(
      `[${folder}] ${FILE}: cannot be used; the last good settings stand instead, and the file is left as it is. Correct the file or remove it.`,
    );
    expect(store.current).toEqual({ ...defaults, locale: 'es', idleSeconds: 90 });
    expect(await readFile(path.join(folder, FILE), 'utf8')).toBe(before);
    expect(await json(folder, COPY)).toEqual({ locale: 'es', idleSeconds: 90 });
  });

  it('uses the defaults where the copy is bad too', async () => {
    const folder = await writeTree({ [FILE]: '{', [COPY]: '' });
    const { store, lines } = await opened(folder);
    expect(store.current).toEqual(defaults);
    expect(lines).toEqual([
      expect.stringContaining(`${FILE}: is not well-formed JSON`),
      expect.stringContaining(`${COPY}: is not well-formed JSON`),
      expect.stringContaining('the default settings stand instead'),
    ]);
  });

  it('goes on when the copy cannot be written, and says so once', async () => {
    const folder = await writeTree({ [FILE]: { locale: 'es' } });
    await mkdir(path.join(folder, `${COPY}.new`));
    const { store, lines } = await opened(folder);
    expect(store.current.locale).toBe('es');
    expect(lines).toEqual([
      expect.stringContaining(`${COPY}: cannot be written (EISDIR); there is no last good copy`),
    ]);
  });
});

describe('saving', () => {
  it('writes the file and its copy, and tells of the change', async () => {
    const folder = path.join(await temporaryFolder(), 'new');
    const { store, onChange } = await opened(folder);
    expect(await store.save({ locale: 'es', clinicName: 'Clinic' })).toEqual([]);
    const saved = { ...defaults, locale: 'es', clinicName: 'Clinic' };
    expect(store.current).toEqual(saved);
    expect(onChange).toHaveBeenCalledExactlyOnceWith(saved);
    expect(await json(folder, FILE)).toEqual(saved);
    expect(await json(folder, COPY)).toEqual(saved);
    expect((await readdir(folder)).sort()).toEqual([FILE, COPY].sort());
    expect((await opened(folder)).store.current).toEqual(saved);
  });

  it('sets a setting back', async () => {
    const folder = await writeTree({ [FILE]: { idleSeconds: 90, clinicName: 'Clinic' } });
    const { store } = await opened(folder);
    await store.save({ idleSeconds: undefined, clinicName: undefined });
    expect(store.current.idleSeconds).toBe(180);
    expect(await json(folder, FILE)).toEqual(defaults);
  });

  it('takes patches one after the other', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    await Promise.all([
      store.save({ locale: 'es' }),
      store.save({ idleSeconds: 90 }),
      store.save({ panelInches: 32 }),
    ]);
    expect(await json(folder, FILE)).toEqual({ ...defaults, locale: 'es', idleSeconds: 90, panelInches: 32 });
  });

  it('refuses what no settings file may hold', async () => {
    const folder = await temporaryFolder();
    const { store, onChange } = await opened(folder);
    const faults = await store.save({ idleSeconds: 1 });
    expect(faults.map(faultLine)).toEqual([expect.stringContaining(`${FILE} › idleSeconds: too small`)]);
    expect(store.current).toEqual(defaults);
    expect(onChange).not.toHaveBeenCalled();
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps the settings as they were when the disk cannot be written, and works again when it can', async () => {
    const folder = await unwritableFolder();
    const { store, onChange } = await opened(folder);
    const faults = await store.save({ locale: 'es' });
    expect(faults.map(faultLine)).toEqual([
      expect.stringMatching(
        /settings\.json: cannot be written \(\w+\); the settings stay as they were\. Check that the disk/,
      ),
    ]);
    expect(store.current).toEqual(defaults);
    expect(onChange).not.toHaveBeenCalled();
    await rm(folder);
    expect(await store.save({ locale: 'es' })).toEqual([]);
    expect(store.current.locale).toBe('es');
  });
});
