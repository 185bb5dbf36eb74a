import { lstat, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fault } from '../../../src-main/faults.ts';
import { exportLog, type ExportOptions } from '../../../src-main/log/export-log.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

async function exported(changes: Partial<ExportOptions>) {
  const logs = await writeTree({ 'tonos.log': '{"msg":"new"}\n', 'tonos.1.log': '{"msg":"old"}\n' });
  return exportLog({
    logFiles: ['tonos.log', 'tonos.1.log', 'gone.log'].map((file) => path.join(logs, file)),
    faults: [fault('staff-pin-lost', { folder: '/state', file: 'staff.json' })],
    health: { product: 'Tonos 1.2.3', starts: 4 },
    clinicName: 'Praxis Dr. Müller / Köln',
    date: new Date(2026, 10, 23, 9, 5, 7),
    places: [],
    folder: undefined,
    ...changes,
  });
}

const fileOf = (made: object): string => ('file' in made ? String(made.file) : '');

describe('an export of the log', () => {
  it('is one packed text with the health, the faults and all lines, the oldest first', async () => {
    const drive = await temporaryFolder();
    const file = fileOf(await exported({ places: [drive] }));
    expect(path.basename(file)).toBe('tonos-logs-praxis-dr-muller-koln-2026-11-23-090507.txt.gz');
    expect(await readdir(drive)).toEqual([path.basename(file)]);
    const text = gunzipSync(await readFile(file)).toString();
    expect(text).toMatch(/^Tonos, log of 2026-11-23T/);
    expect(text).toContain('"starts": 4');
    expect(text).toContain('error: [/state] staff.json: cannot be used');
    expect(text.indexOf('"old"')).toBeLessThan(text.indexOf('"new"'));
  });

  it.each([
    ['', /^tonos-logs-kiosk-/],
    ['東京', /^tonos-logs-kiosk-/],
    ['../../etc/passwd', /^tonos-logs-etc-passwd-/],
    ['x'.repeat(60), /^tonos-logs-x{40}-2026/],
  ])('has a name that every drive takes: "%s"', async (clinicName, name) => {
    const file = fileOf(await exported({ clinicName, places: [await temporaryFolder()] }));
    expect(path.basename(file)).toMatch(name);
  });

  it('goes to the first place that takes it, at last to the kiosk’s own folder, which keeps five', async () => {
    const broken = path.join(await temporaryFolder(), 'file');
    await writeFile(broken, '');
    const drive = await temporaryFolder();
    expect(path.dirname(fileOf(await exported({ places: ['/nowhere/at/all', broken, drive] })))).toBe(drive);

    const folder = await temporaryFolder();
    for (let day = 1; day <= 7; day++) {
      const date = new Date(2026, 10, day);
      await exported({ folder, places: [broken], date, clinicName: day % 2 ? 'a' : 'b' });
    }
    const days = (await readdir(path.join(folder, 'exports'))).map((name) => name.slice(-20, -14));
    expect(days).toHaveLength(5);
    expect(days.sort()[0]).toContain('03');
  });

  it.skipIf(process.platform === 'win32')('is not written through links that lie in its way', async () => {
    const place = await temporaryFolder();
    const name = path.basename(fileOf(await exported({ places: [await temporaryFolder()] })));
    const victim = path.join(await writeTree({ victim: 'as it was' }), 'victim');
    for (const ending of ['', '.part', '.new']) await symlink(victim, path.join(place, name + ending));
    const file = fileOf(await exported({ places: [place] }));
    expect(file).toBe(path.join(place, name));
    expect(await readFile(victim, 'utf8')).toBe('as it was');
    expect((await lstat(file)).isFile()).toBe(true);
  });

  it('that finds no place is a fault that says what to do', async () => {
    const made = await exported({});
    expect('faults' in made && made.faults[0]).toMatchObject({
      name: 'logs-not-exported',
      todo: expect.stringContaining('USB drive') as string,
    });
  });
});
