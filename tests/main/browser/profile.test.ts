import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  makeProfile,
  profileParent,
  removeProfile,
  sweepProfiles,
} from '../../../src-main/browser/profile.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'tonos-test-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

it('is made below the temporary folder, and for a snap where a snap can write', () => {
  const machine = { home: '/home/kiosk', temporary: '/tmp' };
  expect(profileParent({ snap: undefined }, machine)).toBe('/tmp');
  expect(profileParent({ snap: 'chromium' }, machine)).toBe(
    path.join('/home/kiosk', 'snap', 'chromium', 'common'),
  );
});

it.skipIf(process.platform === 'win32')('is readable for its user alone', async () => {
  const profile = await makeProfile(path.join(parent, 'new'));
  expect((await stat(profile)).mode & 0o777).toBe(0o700);
});

it('is removed with everything in it, and a second time without complaint', async () => {
  const profile = await makeProfile(parent);
  await mkdir(path.join(profile, 'Default'));
  await writeFile(path.join(profile, 'Default', 'Preferences'), '{}');
  await removeProfile(profile);
  await removeProfile(profile);
  expect(await readdir(parent)).toEqual([]);
});

it('is swept when its process is gone, and nothing else is', async () => {
  const gone = 111;
  const alive = 222;
  const kept = [`tonos-profile-${alive}-abc`, 'tonos-profile-abc', 'other-111-abc'];
  const swept = [`tonos-profile-${gone}-abc`, `tonos-profile-${process.pid}-old`];
  for (const name of [...kept, ...swept]) await mkdir(path.join(parent, name));
  await writeFile(path.join(parent, swept[0]!, 'lock'), '');
  await symlink(path.join(parent, kept[0]!), path.join(parent, `tonos-profile-${gone}-link`));
  await writeFile(path.join(parent, `tonos-profile-${gone}-file`), '');

  const found = await sweepProfiles(parent, (pid) => pid === alive);

  expect(found.sort()).toEqual(swept.map((name) => path.join(parent, name)).sort());
  const left = [...kept, `tonos-profile-${gone}-file`, `tonos-profile-${gone}-link`];
  expect((await readdir(parent)).sort()).toEqual(left.sort());
});

it('is not missed where there is no folder yet', async () => {
  expect(await sweepProfiles(path.join(parent, 'none'))).toEqual([]);
});
