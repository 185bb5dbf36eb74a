import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openUse } from '../../../src-main/staff/use.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { logDouble } from '../../doubles/log.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

async function opened(given?: string) {
  const folder = given ?? (await temporaryFolder());
  const clock = new HeldClock();
  const log = logDouble();
  const use = await openUse({ folder, isTour: (id) => ['neck', 'eyes'].includes(id), clock, log });
  return { use, clock, log };
}

const kept = async (folder: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(folder, 'use.json'), 'utf8'));

describe('counts of use', () => {
  it('say how often in which month, and nothing finer', async () => {
    const folder = await temporaryFolder();
    const { use, clock } = await opened(folder);
    use.count({ what: 'visit' });
    use.count({ what: 'tour-opened', tour: 'neck' });
    use.count({ what: 'tour-opened', tour: 'neck' });
    use.count({ what: 'tour-finished', tour: 'neck' });
    use.count({ what: 'tour-opened', tour: 'foot' });
    use.count({ what: 'tour-opened', tour: '__proto__' });
    clock.wall = new Date(2026, 11, 1).getTime();
    use.count({ what: 'visit' });
    await use.close();
    expect(use.months).toEqual([
      { month: '2026-12', visits: 1, tours: {} },
      { month: '2026-11', visits: 1, tours: { neck: { opened: 2, finished: 1 } } },
    ]);
    expect(await kept(folder)).toEqual({ version: 1, months: use.months });
    expect((await opened(folder)).use.months).toEqual(use.months);
  });

  it('are written a minute later at the earliest, and once for all that was counted', async () => {
    const folder = await temporaryFolder();
    const { use, clock } = await opened(folder);
    use.count({ what: 'visit' });
    clock.pass(59_999);
    use.count({ what: 'visit' });
    expect(clock.waiting).toBe(1);
    expect(await readdir(folder)).toEqual([]);
    clock.pass(1);
    await use.close();
    expect(await kept(folder)).toMatchObject({ months: [{ visits: 2 }] });
  });

  it('are kept for 24 months', async () => {
    const { use, clock } = await opened();
    for (let month = 0; month < 30; month++) {
      clock.wall = new Date(2026, month, 15).getTime();
      use.count({ what: 'visit' });
    }
    expect(use.months).toHaveLength(24);
    expect([use.months[0]?.month, use.months[23]?.month]).toEqual(['2028-06', '2026-07']);
  });

  it.each([
    ['truncated', '{"version": 1, "mon'],
    ['of another shape', { version: 1, months: [{ month: 'May', visits: -1, tours: {} }] }],
    ['empty', ''],
  ])('that are %s are set aside as they are, and begin anew', async (_, bad) => {
    const folder = await writeTree({ 'use.json': bad });
    const before = await readFile(path.join(folder, 'use.json'), 'utf8');
    const { use } = await opened(folder);
    expect(use.faults.map(({ name }) => name)).toEqual(['counts-unusable']);
    expect(await readFile(path.join(folder, 'use.json.damaged'), 'utf8')).toBe(before);
    use.count({ what: 'visit' });
    await use.close();
    expect(await kept(folder)).toMatchObject({ months: [{ visits: 1 }] });
    expect((await opened(folder)).use.faults).toEqual([]);
  });

  it('go on in memory when the disk is full, say so once, and are written when it is not', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'use.json.new'));
    const { use, log } = await opened(folder);
    for (let time = 0; time < 3; time++) {
      use.count({ what: 'visit' });
      await use.close();
    }
    expect(log.lines).toEqual(['warning: The counts in use.json cannot be written.']);
    await rm(path.join(folder, 'use.json.new'), { recursive: true, force: true });
    await use.close();
    expect(await kept(folder)).toMatchObject({ months: [{ visits: 3 }] });
  });
});
