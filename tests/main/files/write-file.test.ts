import { lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeWhole } from '../../../src-main/files/write-file.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

it.each<[string, string | Uint8Array]>([
  ['text', 'new ä'],
  ['bytes', Buffer.from('new ä')],
])('writes %s in place of what was there, for whom it is meant', async (_, content) => {
  const folder = await writeTree({ file: 'a longer text' });
  // Left by a kiosk that was killed, and open to all.
  await writeFile(path.join(folder, 'file.new'), 'half', { mode: 0o666 });
  await writeWhole(path.join(folder, 'file'), content);
  expect(await readFile(path.join(folder, 'file'), 'utf8')).toBe('new ä');
  expect(await readdir(folder)).toEqual(['file']);
  if (process.platform !== 'win32') expect((await stat(path.join(folder, 'file'))).mode & 0o777).toBe(0o600);
});

it.skipIf(process.platform === 'win32')('follows no link that lies in its way', async () => {
  const folder = await temporaryFolder();
  const victim = path.join(await writeTree({ victim: 'as it was' }), 'victim');
  for (const name of ['file', 'file.new']) await symlink(victim, path.join(folder, name));
  await writeWhole(path.join(folder, 'file'), 'new', 0o644);
  expect(await readFile(victim, 'utf8')).toBe('as it was');
  expect((await lstat(path.join(folder, 'file'))).isFile()).toBe(true);
});
