import { mkdir, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLayer } from '../../../src-main/content/layer.ts';
import { makeLibrary } from '../../../src-main/content/library.ts';
import { faultLine } from '../../../src-main/faults.ts';
import { goodTree, temporaryFolder, tourWords, writeTree } from '../../fixtures/content.ts';

async function libraryIn(root: string) {
  const { library, faults } = makeLibrary([await readLayer(root, '')]);
  return { library, lines: faults.map(faultLine) };
}

describe('links', () => {
  it('that lead out of the folder are not read', async () => {
    const root = await writeTree({ ...goodTree(), 'locales/es/tours/neck.json': undefined });
    const outside = await writeTree({ 'neck.json': tourWords('outside') });
    await symlink(path.join(outside, 'neck.json'), path.join(root, 'locales/es/tours/neck.json'));
    const { library, lines } = await libraryIn(root);
    expect(lines).toContain(
      'locales/es/tours/neck.json: is a link that leads out of its folder, and is not read. Put the file itself there.',
    );
    expect(JSON.stringify(library?.words('es', 'tours/neck'))).not.toContain('outside');
  });

  it('of folders that lead out are not followed', async () => {
    const root = await writeTree(goodTree());
    const outside = await writeTree(goodTree());
    await symlink(path.join(outside, 'locales/es'), path.join(root, 'locales/fr'));
    const { library, lines } = await libraryIn(root);
    expect(lines).toEqual([expect.stringContaining('locales/fr: is a link that leads out')]);
    expect(library?.locales).toHaveLength(2);
  });

  it('that stay inside are followed; a circle ends', async () => {
    const root = await writeTree(goodTree());
    const words = path.join(root, 'locales/es/tours/neck.json');
    await mkdir(path.join(root, 'shared'));
    await rename(words, path.join(root, 'shared/neck.json'));
    await symlink('../../../shared/neck.json', words);
    await symlink('.', path.join(root, 'locales/es/circle'));
    const { library, lines } = await libraryIn(root);
    expect(lines).toEqual([]);
    expect(library?.words('es', 'tours/neck')?.words).toMatchObject({ title: 'es title' });
  });

  it('of the root itself are followed', async () => {
    const root = await writeTree(goodTree());
    const link = path.join(await temporaryFolder(), 'current');
    await symlink(root, link);
    expect((await libraryIn(link)).lines).toEqual([]);
  });

  it('to nothing are as if the file were missing', async () => {
    const root = await writeTree({ ...goodTree(), 'locales/es/ui.json': undefined });
    await symlink('nowhere.json', path.join(root, 'locales/es/ui.json'));
    expect((await libraryIn(root)).lines).toEqual([
      expect.stringContaining('locales/es/ui.json: has no words here'),
    ]);
  });
});

describe('other files', () => {
  it('are reported where their name is likely a slip, and passed over elsewhere', async () => {
    const root = await writeTree({
      ...goodTree(),
      'locales/es/glosary.json': {},
      'assets/tours/Bad Name.json': {},
      'assets/icons/logo.svg': '<svg/>',
      'locales/.DS_Store': 'x',
      'README.md': 'x',
    });
    const { library, lines } = await libraryIn(root);
    expect(lines).toEqual([
      expect.stringContaining('assets/tours/Bad Name.json: has a name that is not lower-case words'),
      expect.stringContaining('locales/es/glosary.json: is not a file that the kiosk knows'),
    ]);
    expect(library?.tours.size).toBe(2);
  });
});
