import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sheetName, writePdf } from '../../../src-main/printing/pdf-folder.ts';
import { temporaryFolder } from '../../fixtures/content.ts';

const AT = new Date(2026, 10, 30, 9, 5, 2);

it('names a sheet by its time', () => {
  expect(sheetName(AT)).toBe('tonos-2026-11-30-090502');
});

it('writes over nothing', async () => {
  const folder = await temporaryFolder();
  for (const text of ['one', 'two']) await writePdf(folder, Buffer.from(text), AT);
  expect((await readdir(folder)).sort()).toEqual([
    'tonos-2026-11-30-090502-2.pdf',
    'tonos-2026-11-30-090502.pdf',
  ]);
  expect(await readFile(path.join(folder, 'tonos-2026-11-30-090502.pdf'), 'utf8')).toBe('one');
});

it('rejects where there is no folder', async () => {
  await expect(writePdf('/nowhere/at/all', Buffer.from('one'), AT)).rejects.toThrow('ENOENT');
});
