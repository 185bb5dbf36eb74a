import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../../src-main/files/list-files.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

const listed = async (root: string, folders = [''], most?: number) => {
  const { files, faults } = await listFiles(root, folders, root, most);
  return { files: files.map(({ file }) => file).sort(), faults: faults.map(({ name }) => name) };
};

describe.skipIf(process.platform === 'win32')('links of folders', () => {
  it('that lead round in circles are not followed', async () => {
    const root = await writeTree({ 'bundle.json': {}, 'deep/a.json': {} });
    for (const link of ['1', '2', '3', '4', '5']) {
      await symlink('.', path.join(root, link));
      await symlink('../deep', path.join(root, 'deep', link));
      await symlink('..', path.join(root, 'deep', `up-${link}`));
    }
    expect(await listed(root)).toEqual({ files: ['bundle.json', 'deep/a.json'], faults: [] });
  });

  it('that are many ways to one folder lead there by each', async () => {
    const root = await writeTree({ 'shared/a.json': {}, 'x/y.json': {} });
    await symlink('../shared', path.join(root, 'x/one'));
    await symlink('../shared', path.join(root, 'x/two'));
    expect(await listed(root)).toEqual({
      files: ['shared/a.json', 'x/one/a.json', 'x/two/a.json', 'x/y.json'],
      faults: [],
    });
  });

  it('that multiply with each level are left as soon as there are too many', async () => {
    const root = await temporaryFolder();
    // Without an end of it, 12 links on 8 levels are 430 million folders.
    for (let level = 0; level < 8; level++) {
      await mkdir(path.join(root, `level-${level}`));
      for (let link = 0; link < 12; link++)
        await symlink(`../level-${level + 1}`, path.join(root, `level-${level}`, `${link}`));
    }
    await mkdir(path.join(root, 'level-8'));
    expect(await listed(root, [''], 1_000)).toEqual({ files: [], faults: ['files-too-many'] });
  });
});

it('of too many plain files none is listed, and one fault says so', { timeout: 60_000 }, async () => {
  const root = await writeTree({ 'assets/.litter/x': '', 'bundle.json': {} });
  const names = Array.from({ length: 20_001 }, (_, index) => path.join(root, 'assets', `${index}.json`));
  while (names.length > 0) await Promise.all(names.splice(0, 500).map((name) => writeFile(name, '')));
  expect(await listed(root)).toEqual({ files: [], faults: ['files-too-many'] });
  expect(await listed(root, ['locales', 'assets'])).toEqual({ files: [], faults: ['files-too-many'] });
  expect(await listed(root, ['locales'])).toEqual({ files: [], faults: [] });
});

it('of a root that is no folder is nothing', async () => {
  const root = await writeTree({ file: '' });
  await expect(listFiles(path.join(root, 'file'), [''], '')).rejects.toThrow();
  await expect(listFiles(path.join(root, 'gone'), [''], '')).rejects.toThrow();
});
