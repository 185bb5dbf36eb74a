import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { realDisk, type Disk } from '../../../src-main/packs/disk.ts';
import { temporaryFolder, writeTree, type Tree } from '../../fixtures/content.ts';
import { openedPacks, publicKey, signedTree, WORDS } from './brought.ts';

const LOOK = 2000;

const treeIn = (folder: string, tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).map(([file, value]) => [`${folder}/${file}`, value]));

const failing = (code: string): Error => Object.assign(new Error(code), { code });

describe('a pack on a drive', () => {
  it('is taken when it has been quiet, and shown', async () => {
    const { store, put, clock, title, drive, packsDir } = await openedPacks();
    store.start();
    await put(signedTree(1));
    await clock.passChecks(LOOK);
    expect(title()).toBe('en title');
    await clock.passChecks(LOOK);
    expect(title()).toBe('title 1');
    expect(store.installed).toEqual([
      {
        name: 'clinic',
        current: expect.objectContaining({ version: 'v1', sequence: 1 }) as unknown,
        previous: undefined,
        rolledBack: false,
      },
    ]);
    expect(store.faults).toEqual([]);
    expect(store.current).toHaveLength(1);
    expect((await readdir(packsDir)).sort()).toEqual([
      path.basename(store.current[0]!),
      'packs.json',
      'packs.last-good.json',
    ]);
    // Nothing was changed there.
    expect((await readdir(path.join(drive, 'pack'))).sort()).toEqual([
      'LICENSE',
      'bundle.json',
      'bundle.sig',
      'locales',
    ]);
  });

  it('is there at the next start, without the drive', async () => {
    const first = await openedPacks();
    await first.bring(signedTree(1));
    first.store.close();
    expect((await openedPacks({ stateDir: first.stateDir })).title()).toBe('title 1');
  });

  it('may be the drive itself', async () => {
    const { store, drive, title } = await openedPacks();
    await writeTree(signedTree(1), drive);
    await store.lookNow();
    expect(title()).toBe('title 1');
  });

  it('is not taken twice, and neither is a copy of it elsewhere', async () => {
    const onChange = vi.fn();
    const { store, bring, put } = await openedPacks({ onChange });
    await put(signedTree(1), 'copy');
    await bring(signedTree(1));
    await store.lookNow();
    expect(onChange).toHaveBeenCalledOnce();
    expect(store.faults).toEqual([]);
  });

  it('is replaced by a newer one, of several by the newest; one version before it is kept', async () => {
    const { store, bring, put, title, packsDir } = await openedPacks();
    await bring(signedTree(1));
    await bring(signedTree(2));
    await put(signedTree(3), 'third');
    await bring(signedTree(4));
    expect(title()).toBe('title 4');
    expect(store.installed[0]?.previous?.version).toBe('v2');
    expect((await readdir(packsDir)).filter((name) => name.startsWith('clinic-'))).toHaveLength(2);
  });

  it('lies below the folders of --content', async () => {
    const overlay = await writeTree({ [WORDS]: JSON.parse(JSON.stringify(signedTree(9)[WORDS])) as unknown });
    const { bring, title, store } = await openedPacks({ overlays: [overlay] });
    await bring(signedTree(1));
    expect(title()).toBe('title 9');
    expect(store.current).toHaveLength(1);
  });
});

describe('a pack is refused', () => {
  const other = generateKeyPairSync('ed25519').privateKey;
  const tooBig = 'x'.repeat(9 * 1024 * 1024);

  it.each<[string, Tree, string]>([
    [
      'unsigned',
      { ...signedTree(2), 'bundle.sig': undefined },
      'bundle.sig: is missing: the pack is not signed',
    ],
    ['signed by another key', signedTree(2, { signer: other }), 'which is not one of "packKeys"'],
    [
      'signed for another list',
      { ...signedTree(2), 'bundle.sig': signedTree(3)['bundle.sig'] },
      'bundle.sig: does not sign this bundle.json',
    ],
    ['signed with nonsense', { ...signedTree(2), 'bundle.sig': '{}' }, 'bundle.sig › key: is missing'],
    ['with a changed file', { ...signedTree(2), LICENSE: 'x' }, 'LICENSE: does not match its SHA-256'],
    [
      'with a missing file',
      { ...signedTree(2), LICENSE: undefined },
      'LICENSE: is listed in bundle.json and missing',
    ],
    ['with another file', { ...signedTree(2), 'x.txt': 'x' }, 'x.txt: is not listed in bundle.json'],
    [
      'whose name is a path',
      signedTree(2, { name: '../clinic' }),
      'bundle.json › name: must be lower-case words',
    ],
    [
      'that lists a file elsewhere',
      signedTree(2, { files: { '../../x': '0'.repeat(64) } }),
      '../../x: is listed in bundle.json and missing',
    ],
    [
      'with a huge file',
      signedTree(2, { tree: { LICENSE: tooBig } }),
      'LICENSE: holds 9216 KiB, at most 8192 KiB',
    ],
    [
      'with bad content',
      signedTree(2, { tree: { 'assets/tours/neck.json': '{' } }),
      'assets/tours/neck.json: is not well-formed JSON',
    ],
    [
      'whose sequence is not larger',
      signedTree(1, { tree: { LICENSE: 'other' } }),
      'has the sequence 1, and "clinic" is at 1',
    ],
    ['that is older', signedTree(0), 'has the sequence 0, and "clinic" is at 1'],
  ])('%s: what was there stays, and it is told why', async (_, tree, message) => {
    const { store, bring, title, lines, packsDir, drive } = await openedPacks();
    await bring(signedTree(1));
    const before = await readdir(packsDir);
    await bring(tree);
    expect(title()).toBe('title 1');
    expect(lines().join('\n')).toContain(message);
    expect(store.faults.every(({ folder }) => folder === path.join(drive, 'pack'))).toBe(true);
    expect(await readdir(packsDir)).toEqual(before);
    await bring(signedTree(5));
    expect(title()).toBe('title 5');
    expect(lines()).toEqual([]);
  });

  it('while no key is provisioned', async () => {
    const { bring, title, lines } = await openedPacks({ keys: () => [] });
    await bring(signedTree(1));
    expect(title()).toBe('en title');
    expect(lines()).toEqual([expect.stringContaining('is not taken: no key says whose packs may be taken')]);
  });

  it('and taken once its key is', async () => {
    const keys: string[] = ['ed25519:nonsense'];
    const { store, bring, title, lines } = await openedPacks({ keys: () => keys });
    await bring(signedTree(1));
    keys.push(publicKey);
    store.settingsChanged();
    await store.lookNow();
    expect([title(), ...lines()]).toEqual(['title 1']);
  });

  it.each(['LICENSE', 'bundle.json', 'locales'])('with a link that leads out: %s', async (file) => {
    const { store, put, drive, title, lines } = await openedPacks();
    await put(signedTree(1));
    const outside = await writeTree(signedTree(1));
    await rm(path.join(drive, 'pack', file), { recursive: true });
    await symlink(path.join(outside, file), path.join(drive, 'pack', file));
    await store.lookNow();
    expect(title()).toBe('en title');
    expect(lines()).toContainEqual(
      expect.stringContaining(`${file}: is a link that leads out of its folder`),
    );
  });
});

describe('on a drive', () => {
  it('that is plugged in, a pack is found and taken', async () => {
    const drives: string[] = [];
    const sources = vi.fn(() => Promise.resolve(drives));
    const { store, clock, title } = await openedPacks({ sources });
    store.start();
    await clock.passChecks(LOOK);
    drives.push(await writeTree(treeIn('Packs of May', signedTree(1))));
    for (let look = 0; look < 2; look++) await clock.passChecks(LOOK);
    expect([title(), ...store.faults]).toEqual(['title 1']);
    drives.pop();
    for (let look = 0; look < 2; look++) await clock.passChecks(LOOK);
    expect([title(), ...store.faults]).toEqual(['title 1']);
  });

  it('that was pulled out half-way, what is told stays until another drive is plugged in', async () => {
    let isSick = true;
    const read: Disk['read'] = (...args) =>
      isSick ? Promise.reject(failing('EIO')) : realDisk.read(...args);
    const first = await writeTree(treeIn('pack', signedTree(1)));
    let drives = [first];
    const { store, lines } = await openedPacks({
      sources: () => Promise.resolve(drives),
      disk: { ...realDisk, read },
    });
    await store.lookNow();
    drives = [];
    for (let look = 0; look < 3; look++) await store.lookNow();
    expect(lines()).toEqual([expect.stringContaining('could not be read to its end (EIO)')]);
    isSick = false;
    drives = [await temporaryFolder()];
    await store.lookNow();
    expect(lines()).toEqual([]);
  });

  it(
    'full of what is not for the kiosk, little is told, and first what is',
    { timeout: 60_000 },
    async () => {
      const junk = Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => [`junk-${index}/bundle.json`, { files: {} }]),
      );
      const onChange = vi.fn();
      const bad = { 'assets/tours/neck.json': '{' };
      const { store, bring, drive } = await openedPacks({ onChange });
      await writeTree(junk, drive);
      await bring(signedTree(2, { tree: bad }), 'zzz');
      const [first] = store.faults;
      expect(first).toMatchObject({ name: 'pack-refused', folder: path.join(drive, 'zzz') });
      expect(store.faults.length).toBeLessThanOrEqual(51);
      expect(new Set(store.faults.map(({ folder }) => folder)).size).toBe(6);
      const last = store.faults.at(-1);
      expect(last).toMatchObject({ name: 'pack-faults-more', folder: drive });
      expect(last?.what).toContain('296 more faults');
      await store.lookNow();
      expect(onChange).toHaveBeenCalledOnce();
    },
  );

  it('with packs of many faults each, fifty are told', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`x${index}.txt`, 'x']));
    const { store, bring, put } = await openedPacks();
    for (const name of ['a', 'b', 'c']) await put({ ...signedTree(2, { name }), ...many }, name);
    await bring({ ...signedTree(2, { name: 'd' }), ...many }, 'd');
    expect(store.faults).toHaveLength(51);
    expect(store.faults.at(-1)?.what).toContain('30 more faults');
  });

  it('of other files or links that go on for ever, nothing is read', async () => {
    const { store, put, drive, lines } = await openedPacks();
    await put({ 'bundle.json': {} });
    for (const link of ['1', '2', '3', '4', '5']) await symlink('.', path.join(drive, 'pack', link));
    await store.lookNow();
    expect(lines()).toEqual([expect.stringContaining('is missing: the pack is not signed')]);
  });
});

describe('when a disk fails', () => {
  const sick = (disk: Partial<Disk>) => ({ ...realDisk, ...disk });

  /** A drive or disk that works for so many calls. */
  const dying = (method: 'read' | 'write', calls: number, code: string): Disk => {
    let left = calls;
    const call = (...args: [string, never]): Promise<never> =>
      left-- > 0 ? (realDisk[method](...args) as Promise<never>) : Promise.reject(failing(code));
    return { ...realDisk, [method]: call };
  };

  it.each<[string, Disk, string]>([
    ['the drive at the list', dying('read', 0, 'EIO'), 'bundle.json: could not be read to its end (EIO)'],
    [
      'the drive half-way',
      dying('read', 3, 'EIO'),
      'could not be read to its end (EIO); what was there before stays',
    ],
    ['the drive, pulled out', dying('read', 2, 'ENOENT'), 'could not be read to its end (ENOENT)'],
    ['the disk at the first file', dying('write', 0, 'ENOSPC'), 'could not be kept (ENOSPC)'],
    ['the disk at the last file', dying('write', 3, 'ENOSPC'), 'could not be kept (ENOSPC)'],
    [
      'a file that is cut short',
      sick({ read: async (...args) => (await realDisk.read(...args)).subarray(0, 200) }),
      'bundle.sig: does not sign this bundle.json',
    ],
    [
      'the disk, nearly full',
      sick({ free: () => Promise.resolve(64 * 1024 * 1024 + 1000) }),
      'needs 1 MiB, and of 65 MiB free on the kiosk’s disk 64 are not touched',
    ],
    ['the disk when asked', sick({ free: () => Promise.reject(failing('EIO')) }), 'could not be kept (EIO)'],
  ])('%s: what was there stays, nothing is left behind', async (_, disk, message) => {
    const { store, stateDir, bring } = await openedPacks();
    await bring(signedTree(1));
    store.close();
    const second = await openedPacks({ stateDir, disk });
    await second.bring(signedTree(2));
    expect(second.title()).toBe('title 1');
    expect(second.lines()).toEqual([expect.stringContaining(message)]);
    expect((await readdir(second.packsDir)).filter((name) => name.startsWith('.'))).toEqual([]);
    second.store.close();
    expect((await openedPacks({ stateDir })).title()).toBe('title 1');
  });

  it('what is told of a drive that was pulled out stays until it is back', async () => {
    const { store, bring, drive, lines } = await openedPacks({ disk: dying('read', 3, 'EIO') });
    await bring(signedTree(1));
    await rm(path.join(drive, 'pack'), { recursive: true });
    await store.lookNow();
    expect(lines()).toEqual([expect.stringContaining('could not be read to its end')]);
  });

  it('it is tried again after a minute', async () => {
    let free = 0;
    const { store, put, clock, title } = await openedPacks({
      disk: sick({ free: () => Promise.resolve(free) }),
    });
    store.start();
    await put(signedTree(1));
    for (let look = 0; look < 5; look++) await clock.passChecks(LOOK);
    free = 1e12;
    for (let look = 0; look < 40 && title() !== 'title 1'; look++) await clock.passChecks(LOOK);
    expect(title()).toBe('title 1');
    expect(store.faults).toEqual([]);
  });

  it('the list of packs cannot be written: the old one stays shown', async () => {
    const { store, bring, packsDir, title, lines, stateDir } = await openedPacks();
    await bring(signedTree(1));
    // A folder in the place of the file that is renamed.
    await writeTree({ 'packs.json.new/x': '' }, packsDir);
    await bring(signedTree(2));
    expect(title()).toBe('title 1');
    expect(lines()).toEqual([expect.stringMatching(/could not be kept \((EISDIR|EPERM|EEXIST)\)/)]);
    store.close();
    expect((await openedPacks({ stateDir })).title()).toBe('title 1');
  });
});

describe('a rollback', () => {
  it('shows the version before, and back again; the drive does not undo it', async () => {
    const { store, bring, title } = await openedPacks();
    await bring(signedTree(1));
    await bring(signedTree(2));
    expect(await store.rollback('clinic')).toEqual([]);
    await store.lookNow();
    expect(title()).toBe('title 1');
    expect(store.installed[0]).toMatchObject({ rolledBack: true, previous: { version: 'v2' } });
    expect(store.faults).toEqual([]);
    await store.rollback('clinic');
    expect(title()).toBe('title 2');
    expect(store.installed[0]).toMatchObject({ rolledBack: false });
  });

  it('of a first pack shows the built-in content; the next pack comes over it', async () => {
    const { store, bring, title, stateDir } = await openedPacks();
    await bring(signedTree(1));
    await store.rollback('clinic');
    await store.lookNow();
    expect(title()).toBe('en title');
    expect(store.installed[0]?.current).toBeUndefined();
    store.close();
    const again = await openedPacks({ stateDir });
    expect(again.title()).toBe('en title');
    await again.bring(signedTree(2));
    expect(again.title()).toBe('title 2');
    expect(again.store.installed[0]?.previous).toBeUndefined();
  });

  it('of a pack that is not there says so', async () => {
    const { store } = await openedPacks();
    expect((await store.rollback('clinic')).map(({ name }) => name)).toEqual(['pack-previous-missing']);
  });

  it('to a version that was damaged is refused', async () => {
    const { store, bring, title, packsDir } = await openedPacks();
    await bring(signedTree(1));
    const old = path.join(packsDir, path.basename(store.current[0]!));
    await bring(signedTree(2));
    await writeFile(path.join(old, 'LICENSE'), 'x');
    expect((await store.rollback('clinic')).map(({ name }) => name)).toEqual(['pack-damaged']);
    expect(title()).toBe('title 2');
  });
});

describe('at the start', () => {
  const withTwo = async () => {
    const { store, bring, stateDir, packsDir } = await openedPacks();
    await bring(signedTree(1));
    await bring(signedTree(2));
    store.close();
    return { stateDir, packsDir, folder: store.current[0]! };
  };

  it('what killed kiosks left is swept away, other things are left alone', async () => {
    const { stateDir, packsDir } = await withTwo();
    const before = await readdir(packsDir);
    await writeTree({ '.staging-abc/x': 'x', [`other-${'0'.repeat(16)}/x`]: 'x', 'notes/x': 'x' }, packsDir);
    await openedPacks({ stateDir });
    expect((await readdir(packsDir)).sort()).toEqual([...before, 'notes'].sort());
  });

  it('so is what a kiosk left that was killed in its first import', async () => {
    const stateDir = await writeTree({ 'packs/.staging-abc/x': 'x' });
    const { packsDir, store } = await openedPacks({ stateDir });
    expect([await readdir(packsDir), store.faults]).toEqual([[], []]);
  });

  it('a damaged pack gives way to the version before, until the drive mends it', async () => {
    const { stateDir, folder } = await withTwo();
    await writeFile(path.join(folder, WORDS), '{}');
    const { store, title, lines, bring } = await openedPacks({ stateDir });
    expect(title()).toBe('title 1');
    expect(lines()).toEqual([
      expect.stringContaining('is no longer as it was brought ("clinic", version v2); version v1 is shown'),
    ]);
    await bring(signedTree(2));
    expect(title()).toBe('title 2');
    expect(store.faults).toEqual([]);
  });

  it('without a whole version the built-in content is shown', async () => {
    const { stateDir, packsDir } = await withTwo();
    for (const name of await readdir(packsDir))
      if (name.startsWith('clinic-')) await rm(path.join(packsDir, name, 'bundle.json'));
    const { title, lines } = await openedPacks({ stateDir });
    expect(title()).toBe('en title');
    expect(lines()).toEqual([expect.stringContaining('the built-in content is shown')]);
  });

  it.each<[string, Tree, string]>([
    ['list', { 'packs.json': '{"ver' }, 'packs.json: cannot be used; its last good copy stands instead'],
    [
      'list and copy',
      { 'packs.json': '', 'packs.last-good.json': '[]' },
      'the packs that are there are shown instead',
    ],
  ])('a damaged %s loses nothing', async (_, damage, message) => {
    const { stateDir, packsDir } = await withTwo();
    await writeTree(damage, packsDir);
    const { store, title, lines } = await openedPacks({ stateDir });
    expect(title()).toBe('title 2');
    expect(store.installed[0]?.previous?.version).toBe('v1');
    expect(lines().join('\n')).toContain(message);
    store.close();
    const next = await openedPacks({ stateDir });
    expect([next.title(), ...next.lines()]).toEqual(['title 2']);
    expect(await readFile(path.join(packsDir, 'packs.last-good.json'), 'utf8')).toBe(
      await readFile(path.join(packsDir, 'packs.json'), 'utf8'),
    );
  });

  it('a pack in its place before it was in a list is there', async () => {
    const { store, bring, stateDir, packsDir } = await openedPacks();
    await bring(signedTree(1));
    store.close();
    await rm(path.join(packsDir, 'packs.json'));
    await rm(path.join(packsDir, 'packs.last-good.json'));
    const { title, lines } = await openedPacks({ stateDir });
    expect([title(), ...lines()]).toEqual(['title 1']);
  });

  it('a folder that is a file is no reason not to start', async () => {
    const stateDir = await temporaryFolder();
    await writeFile(path.join(stateDir, 'packs'), '');
    const { title, bring, lines } = await openedPacks({ stateDir });
    await bring(signedTree(1));
    expect(title()).toBe('en title');
    expect(lines().join('\n')).toContain('could not be kept (EEXIST)');
  });
});
