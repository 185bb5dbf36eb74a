import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { MeasuredDrawing } from '../../../src-main/contract/api.ts';
import { DRAWING_FILE, openDrawing } from '../../../src-main/staff/drawing-file.ts';
import { logDouble } from '../../doubles/log.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

const measured: MeasuredDrawing = { renderer: 'SwiftShader', drawing: 'stills', frameMs: 52.5 };

it('is known after a restart, and told once for each change', async () => {
  const folder = await temporaryFolder();
  const log = logDouble();
  const drawing = await openDrawing(folder, log);
  expect(drawing.current).toBeUndefined();
  await drawing.keep(measured);
  await drawing.keep({ ...measured, frameMs: 60 });
  expect(log.lines).toEqual(['info: The page draws on this machine: stills.']);
  const again = await openDrawing(folder, log);
  expect(again.current).toEqual({ ...measured, frameMs: 60 });
  await again.keep({ ...measured, drawing: 'live' });
  expect(log.lines).toHaveLength(2);
});

it('is not written again when nothing has changed', async () => {
  const folder = await temporaryFolder();
  const drawing = await openDrawing(folder, logDouble());
  await drawing.keep(measured);
  await writeTree({ [DRAWING_FILE]: 'untouched' }, folder);
  await drawing.keep({ ...measured });
  expect(await readFile(path.join(folder, DRAWING_FILE), 'utf8')).toBe('untouched');
});

it.each(['{', '{"version":1,"drawing":"live"}', '{"version":2}', 'null'])(
  'is measured anew when its file is %s',
  async (text) => {
    const folder = await writeTree({ [DRAWING_FILE]: text });
    expect((await openDrawing(folder, logDouble())).current).toBeUndefined();
  },
);

it('holds until the end of the run where it cannot be kept', async () => {
  const file = path.join(await writeTree({ file: '' }), 'file', 'state');
  const log = logDouble();
  const drawing = await openDrawing(file, log);
  await drawing.keep(measured);
  expect(drawing.current).toEqual(measured);
  expect(log.lines.at(-1)).toContain('warning: How this machine draws cannot be kept.');
});
