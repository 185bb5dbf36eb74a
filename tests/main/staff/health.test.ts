import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openHealth } from '../../../src-main/staff/health.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { logDouble } from '../../doubles/log.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

async function opened(given?: string) {
  const folder = given ?? (await temporaryFolder());
  const clock = new HeldClock();
  const log = logDouble();
  const health = await openHealth({ folder, product: 'Tonos 1.2.3', host: { kind: 'serve' }, clock, log });
  return { health, clock, log };
}

describe('the health of the kiosk', () => {
  it('says what it is, since when it is up, and what its disk holds', async () => {
    const { health, clock } = await opened(await temporaryFolder());
    const start = clock.date().toISOString();
    clock.pass(3_600_000);
    const now = await health.now();
    expect(now).toMatchObject({ product: 'Tonos 1.2.3', host: { kind: 'serve' }, upSince: start, starts: 1 });
    expect(now.disk?.free).toBeGreaterThan(0);
    expect(now.disk?.total).toBeGreaterThanOrEqual(now.disk?.free ?? Infinity);
    expect(now.memory).toBeGreaterThan(1_000_000);
    expect(now.lastFault).toBeUndefined();
  });

  it('reckons how long it is up although the date was wrong when it started', async () => {
    const { health, clock } = await opened();
    const real = clock.wall;
    clock.pass(60_000);
    clock.wall = real + 26 * 365 * 24 * 3_600_000;
    const { now, upSince } = await health.now();
    expect(Date.parse(now) - Date.parse(upSince)).toBe(60_000);
  });

  it('counts starts over all runs, also of runs that end at once', async () => {
    const folder = await temporaryFolder();
    for (let start = 0; start < 3; start++) await opened(folder);
    expect((await (await opened(folder)).health.now()).starts).toBe(4);
  });

  it('counts how often the page was shown again', async () => {
    const { health } = await opened();
    expect((await health.now()).pageRestarts).toBe(0);
    for (let load = 0; load < 3; load++) health.pageShown();
    expect((await health.now()).pageRestarts).toBe(2);
  });

  it('remembers the last error that was logged, after a restart too', async () => {
    const folder = await temporaryFolder();
    const { health, clock, log } = await opened(folder);
    log.warn('A warning.');
    log.error('The first.');
    clock.pass(1000);
    log.error('The second\nof two lines.', { where: 'here' });
    log.info('All is well.');
    const lastFault = { at: clock.date().toISOString(), what: 'The second\\nof two lines.' };
    expect((await health.now()).lastFault).toEqual(lastFault);
    expect(log.lines).toHaveLength(4);
    await health.close();
    expect((await (await opened(folder)).health.now()).lastFault).toEqual(lastFault);
  });

  it.each(['\n', '\u001b', '\u202e', 'x'])(
    'can be read again after an error full of %j',
    async (character) => {
      const folder = await temporaryFolder();
      const { health, log } = await opened(folder);
      log.error(character.repeat(3000));
      await health.close();
      const again = (await opened(folder)).health;
      expect(again.faults).toEqual([]);
      expect((await again.now()).lastFault?.what.length).toBeLessThanOrEqual(2000);
      expect(await readFile(path.join(folder, 'health.json'), 'utf8')).toContain('"starts":2');
    },
  );

  it('begins anew when its file is damaged, and says so', async () => {
    const { health } = await opened(await writeTree({ 'health.json': '{"starts": -5' }));
    expect(health.faults.map(({ name, file }) => [name, file])).toEqual([['counts-unusable', 'health.json']]);
    expect((await health.now()).starts).toBe(1);
  });

  it('knows no disk where there is no folder', async () => {
    const { health } = await opened(path.join(await writeTree({ file: '' }), 'file', 'state'));
    expect((await health.now()).disk).toBeUndefined();
  });
});
