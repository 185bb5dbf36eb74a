import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fault, type Fault } from '../../../src-main/faults.ts';
import { Logo } from '../../../src-main/staff/logo.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';
import { jpeg, png, webpOf } from '../../fixtures/pictures.ts';

async function opened(drive: Record<string, unknown>, refused: readonly Fault[] = []) {
  const folder = path.join(await temporaryFolder(), 'state');
  const place = await writeTree(drive);
  let file: string | undefined;
  const logo = new Logo({
    folder,
    wanted: () => (file === undefined ? undefined : { folder, file }),
    places: () => Promise.resolve([place, '/nowhere/at/all']),
    save: (name) => {
      if (refused.length === 0) file = name ?? undefined;
      return Promise.resolve(refused);
    },
  });
  const names = (faults: readonly Fault[]) => faults.map(({ name }) => name);
  const kept = () => readdir(folder).catch(() => []);
  return { logo, folder, place, names, kept, saved: () => file };
}

describe('the clinic’s logo', () => {
  it('is chosen from a drive, copied, and served from memory', async () => {
    const { logo, place, kept, saved } = await opened({ 'Logo.PNG': png(), 'other.png': png() });
    const choice = path.join(place, 'Logo.PNG');
    expect(await logo.choices()).toEqual([choice]);
    expect(logo.address).toBeUndefined();
    expect(await logo.choose(choice)).toEqual([]);
    expect(saved()).toMatch(/^logo-[0-9a-f]{16}\.png$/);
    expect(await kept()).toEqual([saved()]);
    expect(logo.address).toBe(`/clinic/${saved()}`);
    expect(logo.stored(saved() ?? '')).toMatchObject({ type: 'image/png', cache: 'immutable' });
    expect(Buffer.from(logo.stored(saved() ?? '')?.body as Uint8Array)).toEqual(png());
    expect(logo.stored('logo-0000000000000000.png')).toBeUndefined();
  });

  it('takes the place of the one before, and can be taken away', async () => {
    const { logo, place, kept, saved } = await opened({ 'logo.jpg': jpeg(), 'logo.webp': webpOf() });
    const [first = '', second = ''] = await logo.choices();
    await logo.choose(first);
    const before = saved();
    await logo.choose(second);
    expect(saved()).not.toBe(before);
    expect(await kept()).toEqual([saved()]);
    expect(await logo.choose(null)).toEqual([]);
    expect(await kept()).toEqual([]);
    expect(logo.address).toBeUndefined();
    expect(place).toBeTruthy();
  });

  it('has the ending of what it is', async () => {
    const { logo, saved } = await opened({ 'logo.png': jpeg() });
    await logo.choose((await logo.choices())[0] ?? '');
    expect(saved()).toMatch(/\.jpg$/);
  });

  it.each<[string, unknown, string]>([
    ['a program', 'MZ and so on', 'logo-not-picture'],
    ['a drawing that may hold a script', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'logo-not-picture'],
    ['half a picture', png().subarray(0, 40), 'logo-not-picture'],
    ['too many pixels', png(5000, 10), 'logo-too-big'],
    ['too many bytes', Buffer.concat([png(), Buffer.alloc(1024 * 1024)]), 'file-too-big'],
  ])('is not %s', async (_, bytes, name) => {
    const { logo, names, kept, saved } = await opened({ 'logo.png': bytes });
    expect(names(await logo.choose((await logo.choices())[0] ?? ''))).toEqual([name]);
    expect(await kept()).toEqual([]);
    expect(saved()).toBeUndefined();
  });

  it('is never a file that is not among the choices, nor what a link leads to', async () => {
    const { logo, names, place } = await opened({ 'logo.png': png() });
    const elsewhere = await writeTree({ 'logo.png': png() });
    for (const file of ['/etc/passwd', path.join(elsewhere, 'logo.png'), `${place}/../logo.png`, '']) {
      expect(names(await logo.choose(file))).toEqual(['logo-missing']);
    }
    if (process.platform === 'win32') return;
    await symlink(path.join(elsewhere, 'logo.png'), path.join(place, 'logo.webp'));
    await mkdir(path.join(place, 'logo.jpg'));
    expect(await logo.choices()).toEqual([path.join(place, 'logo.png')]);
  });

  it('stays as it was when it cannot be kept or saved', async () => {
    const locked = fault('setting-locked', { folder: '', file: '' });
    const refused = await opened({ 'logo.png': png() }, [locked]);
    expect(await refused.logo.choose((await refused.logo.choices())[0] ?? '')).toEqual([locked]);
    expect(refused.logo.address).toBeUndefined();

    const full = await opened({ 'logo.png': png() });
    await writeFile(full.folder, 'a file in the folder’s place');
    expect(full.names(await full.logo.choose((await full.logo.choices())[0] ?? ''))).toEqual([
      'logo-not-kept',
    ]);
  });

  it.skipIf(process.platform === 'win32')('of the settings may be a link', async () => {
    const folder = await temporaryFolder();
    const elsewhere = await writeTree({ 'picture.png': png() });
    await symlink(path.join(elsewhere, 'picture.png'), path.join(folder, 'logo.png'));
    const logo = new Logo({
      folder: await temporaryFolder(),
      wanted: () => ({ folder, file: 'logo.png' }),
      places: () => Promise.resolve([]),
      save: () => Promise.resolve([]),
    });
    await logo.refresh();
    expect(logo.faults).toEqual([]);
    expect(logo.address).toMatch(/^\/clinic\/logo-[0-9a-f]{16}\.png$/);
  });

  it('is the last one that was asked for, however long an earlier one takes', async () => {
    const large = Buffer.concat([png().subarray(0, -12), Buffer.alloc(900_000), png().subarray(-12)]);
    const folder = await writeTree({ 'large.png': large, 'small.webp': webpOf() });
    for (let time = 0; time < 20; time++) {
      let file: string | undefined;
      const logo = new Logo({
        folder: await temporaryFolder(),
        wanted: () => (file === undefined ? undefined : { folder, file }),
        places: () => Promise.resolve([]),
        save: () => Promise.resolve([]),
      });
      file = 'large.png';
      const first = logo.refresh();
      await Promise.resolve();
      file = time % 2 ? undefined : 'small.webp';
      await Promise.all([first, logo.refresh()]);
      expect(logo.address?.slice(-5)).toBe(time % 2 ? undefined : '.webp');
    }
  });

  it.skipIf(process.platform === 'win32')('is not written through a link that lies in its way', async () => {
    const { logo, folder, saved } = await opened({ 'logo.png': png() });
    const [choice = ''] = await logo.choices();
    await logo.choose(choice);
    const file = saved() ?? '';
    await logo.choose(null);
    const victim = path.join(await writeTree({ victim: 'as it was' }), 'victim');
    await symlink(victim, path.join(folder, `${file}.new`));
    expect(await logo.choose(choice)).toEqual([]);
    expect(await readFile(victim, 'utf8')).toBe('as it was');
  });

  it('that the settings name and is not there is a fault, and there is none', async () => {
    const logo = new Logo({
      folder: await temporaryFolder(),
      wanted: () => ({ folder: '/nowhere', file: 'logo.png' }),
      places: () => Promise.resolve([]),
      save: () => Promise.resolve([]),
    });
    await logo.refresh();
    expect(logo.address).toBeUndefined();
    expect(logo.faults.map(({ name }) => name)).toEqual(['logo-missing']);
  });
});
