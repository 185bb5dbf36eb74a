import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { defaults, STAFF_SETTINGS } from '../../../src-main/contract/settings.ts';
import { faultLine } from '../../../src-main/faults.ts';
import {
  LAST_GOOD_FILE,
  openSettings,
  PROVISIONED_COPY,
  SETTINGS_FILE,
} from '../../../src-main/settings/settings-store.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

const version = 1;
let clock: HeldClock;
beforeEach(() => void (clock = new HeldClock()));

async function opened(stateDir: string, provisioned?: unknown) {
  const admin = provisioned === undefined ? undefined : await writeTree({ [SETTINGS_FILE]: provisioned });
  const provisionedFile = admin && path.join(admin, SETTINGS_FILE);
  const onChange = vi.fn();
  const store = await openSettings({ stateDir, provisionedFile, clock, onChange });
  onTestFinished(() => store.close());
  return { store, onChange, provisionedFile, lines: store.faults.map(faultLine) };
}

const json = async (folder: string, file: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(folder, file), 'utf8'));

/** Where no file can be written, also by an administrator: a file stands in the folder's place. */
async function unwritableFolder(): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'settings');
  await writeFile(folder, '');
  return folder;
}

describe('the staff layer', () => {
  it('is the defaults where there is no folder', async () => {
    const { store, lines } = await opened('/nowhere/at/all');
    expect(store.current).toEqual(defaults);
    expect(lines).toEqual([]);
  });

  it('takes a valid file, and keeps a copy', async () => {
    const folder = await writeTree({ [SETTINGS_FILE]: { locale: 'es', idleSeconds: 90 } });
    const { store, lines } = await opened(folder);
    expect(store.current).toEqual({ ...defaults, locale: 'es', idleSeconds: 90 });
    expect(lines).toEqual([]);
    expect(await json(folder, LAST_GOOD_FILE)).toEqual({ locale: 'es', idleSeconds: 90 });
  });

  const damages: [string, unknown, string][] = [
    [
      'truncated',
      '{"locale": "es", "idle',
      'is not well-formed JSON: line 1, column 18: unexpected end of string',
    ],
    ['empty', '', 'is not well-formed JSON: line 1, column 1: value expected'],
    ['NUL bytes', '\0'.repeat(64), 'holds a NUL character'],
    ['a list', [], 'must be an object, is a list'],
    ['with wrong types', { idleSeconds: 'long' }, '› idleSeconds: must be a number, is a text'],
    ['out of range', { idleSeconds: 5 }, '› idleSeconds: too small: expected number to be >=60'],
    ['with unknown keys', { locale: 'es', theme: 'dark' }, '› theme: is an unknown key'],
    ['with a key of others', { packKeys: [] }, '› packKeys: is an unknown key'],
    ['of a newer version', { version: 2 }, 'has the version 2; this kiosk knows version 1. Update the kiosk'],
  ];
  it.each(damages)('%s: says so, uses the last good copy, and leaves the file', async (_, bad, message) => {
    const folder = await writeTree({ [SETTINGS_FILE]: bad, [LAST_GOOD_FILE]: { idleSeconds: 90 } });
    const before = await readFile(path.join(folder, SETTINGS_FILE), 'utf8');
    const { store, lines } = await opened(folder);
    expect(lines[0]).toContain(`[${folder}] ${SETTINGS_FILE}`);
    expect(lines[0]).toContain(message);
    expect(lines[1]).toContain('cannot be used as it is; the last good settings stand instead');
    expect(store.current).toEqual({ ...defaults, idleSeconds: 90 });
    expect(await readFile(path.join(folder, SETTINGS_FILE), 'utf8')).toBe(before);
    expect(await json(folder, LAST_GOOD_FILE)).toEqual({ idleSeconds: 90 });
  });

  it('uses the defaults where the copy is bad too', async () => {
    const folder = await writeTree({ [SETTINGS_FILE]: '{', [LAST_GOOD_FILE]: '' });
    const { store, lines } = await opened(folder);
    expect(store.current).toEqual(defaults);
    expect(lines).toEqual([
      expect.stringContaining(`${SETTINGS_FILE}: is not well-formed JSON`),
      expect.stringContaining(`${LAST_GOOD_FILE}: is not well-formed JSON`),
      expect.stringContaining('the settings below it stand instead'),
    ]);
  });

  it('uses what is good of the file where there is no copy', async () => {
    const folder = await writeTree({ [SETTINGS_FILE]: { locale: 'es', idleSeconds: 5 } });
    const { store, lines } = await opened(folder);
    expect(store.current).toEqual({ ...defaults, locale: 'es' });
    expect(lines[1]).toContain('what is good of it stands');
  });

  it('goes on when the copy cannot be written, and says so once', async () => {
    const folder = await writeTree({ [SETTINGS_FILE]: { locale: 'es' } });
    await mkdir(path.join(folder, `${LAST_GOOD_FILE}.new`));
    const { store, lines } = await opened(folder);
    expect(store.current.locale).toBe('es');
    expect(lines).toEqual([
      expect.stringContaining(`${LAST_GOOD_FILE}: cannot be written (EISDIR); there is no last good copy`),
    ]);
  });
});

describe('saving', () => {
  it('writes the file and its copy, and tells of the change', async () => {
    const folder = path.join(await temporaryFolder(), 'new');
    const { store, onChange } = await opened(folder);
    expect(await store.save({ locale: 'es', clinicName: 'Clinic' })).toEqual([]);
    const saved = { version, locale: 'es', clinicName: 'Clinic' };
    expect(store.current).toEqual({ ...defaults, locale: 'es', clinicName: 'Clinic' });
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(await json(folder, SETTINGS_FILE)).toEqual(saved);
    expect(await json(folder, LAST_GOOD_FILE)).toEqual(saved);
    expect((await readdir(folder)).sort()).toEqual([SETTINGS_FILE, LAST_GOOD_FILE].sort());
    expect((await opened(folder)).store.current).toEqual(store.current);
  });

  it('sets a setting back to what stands without it', async () => {
    const folder = await writeTree({ [SETTINGS_FILE]: { idleSeconds: 90, clinicName: 'Clinic' } });
    const { store } = await opened(folder, { idleSeconds: 120 });
    expect(store.current.idleSeconds).toBe(90);
    await store.save({ idleSeconds: null, clinicName: null });
    expect(store.current.idleSeconds).toBe(120);
    expect(store.current.clinicName).toBeUndefined();
    expect(await json(folder, SETTINGS_FILE)).toEqual({ version });
  });

  it('takes patches one after the other', async () => {
    const folder = await temporaryFolder();
    const { store } = await opened(folder);
    await Promise.all([
      store.save({ locale: 'es' }),
      store.save({ idleSeconds: 90 }),
      store.save({ panelInches: 32 }),
    ]);
    expect(await json(folder, SETTINGS_FILE)).toEqual({
      version,
      locale: 'es',
      idleSeconds: 90,
      panelInches: 32,
    });
  });

  it('refuses what no settings file may hold', async () => {
    const folder = await temporaryFolder();
    const { store, onChange } = await opened(folder);
    const faults = await store.save({ idleSeconds: 1 });
    expect(faults.map(faultLine)).toEqual([
      expect.stringContaining(`${SETTINGS_FILE} › idleSeconds: too small`),
    ]);
    expect(store.current).toEqual(defaults);
    expect(onChange).not.toHaveBeenCalled();
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps all as it was when the disk cannot be written, and works again when it can', async () => {
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

describe('the provisioned layer', () => {
  it('lies under what staff say', async () => {
    const folder = await writeTree({ [SETTINGS_FILE]: { idleSeconds: 90 } });
    const { store } = await opened(folder, { idleSeconds: 120, clinicName: 'Clinic' });
    expect(store.current).toEqual({ ...defaults, idleSeconds: 90, clinicName: 'Clinic' });
    expect(store.locked).toEqual([]);
  });

  it('lies over it where it is locked, and refuses changes', async () => {
    const folder = await writeTree({ [SETTINGS_FILE]: { idleSeconds: 90, locale: 'es' } });
    const { store } = await opened(folder, { idleSeconds: 120, locked: ['idleSeconds'] });
    expect([store.current.idleSeconds, store.current.locale]).toEqual([120, 'es']);
    const faults = await store.save({ idleSeconds: 60, locale: 'en' });
    expect(faults.map(faultLine)).toEqual([
      `[${folder}] ${SETTINGS_FILE} › idleSeconds: is set for this kiosk by whoever administers it, and cannot be changed here. Ask them to change it in the provisioned settings.`,
    ]);
    expect(store.current.locale).toBe('es');
  });

  it('locks also what it leaves at the default', async () => {
    const folder = await writeTree({ [SETTINGS_FILE]: { volume: 100 } });
    const { store } = await opened(folder, { locked: true });
    expect(store.current).toEqual(defaults);
    expect(store.locked).toEqual(STAFF_SETTINGS);
  });

  it('is the only one that says who is trusted', async () => {
    const packKeys = [`ed25519:${'A'.repeat(43)}=`];
    const { store } = await opened(await temporaryFolder(), { packKeys });
    expect(store.current.packKeys).toEqual(packKeys);
  });

  it('is replaced while the kiosk runs', async () => {
    const { store, onChange, provisionedFile } = await opened(await temporaryFolder(), { clinicName: 'Old' });
    await writeFile(provisionedFile!, JSON.stringify({ clinicName: 'New clinic' }));
    await clock.passChecks(30_000);
    expect(store.current.clinicName).toBe('New clinic');
    expect(onChange).toHaveBeenCalledTimes(1);
    await clock.passChecks(30_000);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('keeps what was good of it when a slip comes in, also after the next start', async () => {
    const folder = await temporaryFolder();
    const { store, provisionedFile } = await opened(folder, { idleSeconds: 120, locked: true });
    expect(await json(folder, PROVISIONED_COPY)).toEqual({ idleSeconds: 120, locked: true });
    await writeFile(provisionedFile!, '{ "idleSeconds": 120, "locked": tru');
    await clock.passChecks(30_000);
    expect(store.locked).toEqual(STAFF_SETTINGS);
    expect(store.faults.map(({ name }) => name)).toEqual(['json-malformed', 'settings-unusable']);
    const again = await openSettings({ stateDir: folder, provisionedFile, clock, onChange: vi.fn() });
    expect([again.current.idleSeconds, again.locked]).toEqual([120, STAFF_SETTINGS]);
    again.close();
  });

  it('stands when its file goes for a moment, or for good', async () => {
    const folder = await temporaryFolder();
    const { store, provisionedFile } = await opened(folder, { clinicName: 'Clinic', locked: true });
    await rm(provisionedFile!);
    await clock.passChecks(30_000);
    expect([store.current.clinicName, store.locked]).toEqual(['Clinic', STAFF_SETTINGS]);
    expect(store.faults.map(({ name }) => name)).toEqual(['settings-gone']);
    const again = await openSettings({ stateDir: folder, provisionedFile, clock, onChange: vi.fn() });
    expect([again.current.clinicName, again.locked]).toEqual(['Clinic', STAFF_SETTINGS]);
    again.close();
    await writeFile(provisionedFile!, '{}');
    await clock.passChecks(30_000);
    expect([store.current.clinicName, store.locked, store.faults]).toEqual([undefined, [], []]);
  });

  it.each(['{ "locked": true,', '', '[]', '{ "version": 2 }'])(
    'locks everything when it is %j and there is no copy',
    async (damaged) => {
      const { store } = await opened(await temporaryFolder(), damaged);
      expect([store.locked, store.isDoubtful]).toEqual([STAFF_SETTINGS, true]);
    },
  );

  it('with a slip elsewhere locks no more than it says', async () => {
    const { store } = await opened(await temporaryFolder(), { idleSeconds: 1, locked: ['locale'] });
    expect(store.locked).toEqual(['locale']);
  });

  it('locks everything when it cannot be told what is locked', async () => {
    const { store } = await opened(await temporaryFolder(), { clinicName: 'Clinic', locked: 'yes' });
    expect(store.current.clinicName).toBe('Clinic');
    expect(store.locked).toEqual(STAFF_SETTINGS);
  });
});

it('knows where the logo lies', async () => {
  const folder = await writeTree({ [SETTINGS_FILE]: { clinicLogo: 'own.png' } });
  expect((await opened(folder)).store.logoFolder).toBe(folder);
  const provisioned = await opened(await temporaryFolder(), { clinicLogo: 'logo.png' });
  expect(provisioned.store.logoFolder).toBe(path.dirname(provisioned.provisionedFile!));
  expect((await opened(await temporaryFolder())).store.logoFolder).toBeUndefined();
});

it('lets go of the clock', async () => {
  const { store } = await opened(await temporaryFolder(), {});
  store.close();
  expect(clock.waiting).toBe(0);
});
