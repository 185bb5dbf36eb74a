import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAFF_IDLE_MS } from '../../../src-main/contract/staff.ts';
import { FIRST_PIN_WITHIN, openDoor, type Door, type ProvisionedPin } from '../../../src-main/staff/door.ts';
import { waitAfter } from '../../../src-main/staff/lock.ts';
import { HeldClock, settle } from '../../doubles/held-clock.ts';
import { logDouble } from '../../doubles/log.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** As quick as the real ones are slow. */
const pins = {
  hash: (pin: string) => Promise.resolve(`scrypt$${pin}`),
  matches: (pin: string, hash: string) =>
    Promise.resolve(hash === 'lost' ? undefined : hash === `scrypt$${pin}`),
  isHash: (hash: string) => /^scrypt\$\d+$/.test(hash),
};

async function opened(folder: string, provisioned: ProvisionedPin = {}, clock = new HeldClock()) {
  const log = logDouble();
  const door = await openDoor({ folder, provisioned: () => provisioned, clock, log, pins });
  return { door, clock, log };
}

const withPin = (changes: object = {}) =>
  writeTree({ 'staff.json': { version: 1, pin: 'scrypt$482915', wrong: 0, waiting: false, ...changes } });

const kept = async (folder: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(folder, 'staff.json'), 'utf8'));

async function fail(door: Door, times: number): Promise<void> {
  for (let time = 0; time < times; time++)
    expect(await door.enter('999990')).toEqual({ refused: 'pin-wrong' });
}

describe('the first PIN', () => {
  it('is chosen at the first run, kept as a hash that only the kiosk can read, and lets in', async () => {
    const folder = path.join(await temporaryFolder(), 'new');
    const { door } = await opened(folder);
    expect(door.state).toEqual({ pin: 'unset', open: true, waitMs: 0 });
    expect(await door.enter('000000')).toEqual({ refused: 'pin-unset' });
    const entry = await door.chooseFirst('482915');
    expect(door.admits(`Bearer ${'pass' in entry ? entry.pass : ''}`)).toBe(true);
    expect(await kept(folder)).toEqual({ version: 1, pin: 'scrypt$482915', wrong: 0, waiting: false });
    if (process.platform !== 'win32') {
      expect((await stat(path.join(folder, 'staff.json'))).mode & 0o777).toBe(0o600);
    }
    expect(door.state).toEqual({ pin: 'set', open: false, waitMs: 0, triesLeft: 3 });
    expect(await door.chooseFirst('719204')).toEqual({ refused: 'pin-set-already' });
    const again = await opened(folder);
    expect(again.door.firstPin).toBe(false);
    expect(await again.door.enter('482915')).toEqual({
      pass: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
  });

  it('is not taken when it is too late, too simple, or cannot be kept', async () => {
    const folder = await temporaryFolder();
    const { door, clock } = await opened(folder);
    expect(await door.chooseFirst('123456')).toEqual({ refused: 'pin-simple' });
    await mkdir(path.join(folder, 'staff.json'));
    expect(await door.chooseFirst('482915')).toEqual({
      faults: [expect.objectContaining({ name: 'settings-not-saved' })],
    });
    expect(door.state.pin).toBe('unset');
    await rm(path.join(folder, 'staff.json'), { recursive: true });
    clock.pass(FIRST_PIN_WITHIN);
    expect(door.state).toEqual({ pin: 'unset', open: false, waitMs: 0 });
    expect(await door.chooseFirst('482915')).toEqual({ refused: 'first-pin-late' });
  });

  it('cannot be chosen where nobody knows whether one is provisioned', async () => {
    const { door } = await opened(await temporaryFolder(), { doubtful: true });
    expect(door.state).toEqual({ pin: 'set', open: false, waitMs: 0, triesLeft: 3 });
    expect(await door.chooseFirst('482915')).toEqual({ refused: 'pin-set-already' });
    expect(await door.enter('482915')).toEqual({ refused: 'pin-lost' });
  });

  it('is asked for one at a time', async () => {
    const { door } = await opened(await temporaryFolder());
    const [one, other] = await Promise.all([door.chooseFirst('482915'), door.chooseFirst('719204')]);
    expect([one, other]).toEqual([{ pass: expect.anything() as string }, { refused: 'pin-busy' }]);
  });
});

describe('a provisioned PIN', () => {
  it('wins over the one chosen on the panel, and cannot be changed there', async () => {
    const { door } = await opened(await withPin(), { hash: 'scrypt$719204' });
    expect(await door.enter('482915')).toEqual({ refused: 'pin-wrong' });
    expect(await door.enter('719204')).toHaveProperty('pass');
    expect(await door.change('719204', '135792')).toEqual({
      faults: [expect.objectContaining({ name: 'setting-locked', path: 'staffPin' })],
    });
    expect(door.isProvisioned).toBe(true);
  });

  it('needs no file of the kiosk to be whole; but without it the door then stays shut', async () => {
    const folder = await writeTree({ 'staff.json': '{"version": 1, "pi' });
    const { door } = await opened(folder, { hash: 'scrypt$719204' });
    expect(door.faults).toEqual([]);
    await fail(door, 1);
    expect(await door.enter('719204')).toHaveProperty('pass');
    const without = await opened(folder);
    expect(without.door.state).toEqual({ pin: 'set', open: false, waitMs: 0, triesLeft: 3 });
    expect(without.door.faults).toEqual([expect.objectContaining({ name: 'staff-pin-lost' })]);
  });
});

describe('a hash that nobody’s PIN can match', () => {
  const weak = `scrypt$8192$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}`;

  it('is told where it is provisioned', async () => {
    const { door } = await opened(await withPin(), { hash: weak });
    expect(door.faults).toEqual([expect.objectContaining({ name: 'staff-pin-unusable', path: 'staffPin' })]);
  });

  it('is told where it was kept', async () => {
    const folder = await withPin({ pin: weak });
    const { door } = await opened(folder);
    expect(door.faults).toEqual([expect.objectContaining({ name: 'staff-pin-lost', folder })]);
  });

  it('is told of the real hashes too', async () => {
    const folder = await temporaryFolder();
    const options = { folder, clock: new HeldClock(), log: logDouble() };
    const names = async (hash: string) =>
      (await openDoor({ ...options, provisioned: () => ({ hash }) })).faults.map(({ name }) => name);
    expect(await names(weak)).toEqual(['staff-pin-unusable']);
    expect(await names(weak.replace('8192', '16384'))).toEqual([]);
  });
});

describe('where nobody knows whether a PIN is provisioned', () => {
  it('the one that was chosen on the panel does not open', async () => {
    const provisioned: { doubtful?: boolean } = { doubtful: true };
    const { door } = await opened(await withPin(), provisioned);
    expect(await door.enter('482915')).toEqual({ refused: 'pin-lost' });
    provisioned.doubtful = false;
    expect(await door.enter('482915')).toHaveProperty('pass');
  });
});

describe('when tonos reset-pin has removed the file', () => {
  it.each(['at the end of a wait', 'after a wrong PIN', 'after the right one'])(
    'the running kiosk does not bring it back %s',
    async (when) => {
      const folder = await withPin({ wrong: 3 });
      const { door, clock } = await opened(folder);
      await fail(door, 1);
      if (when !== 'at the end of a wait') {
        clock.pass(30_000);
        while (((await kept(folder)) as { waiting: boolean }).waiting) await settle();
      }
      await rm(path.join(folder, 'staff.json'));
      if (when === 'at the end of a wait') clock.pass(30_000);
      if (when === 'after a wrong PIN') await fail(door, 1);
      // Until the kiosk restarts, it is not open to whoever stands before it.
      if (when === 'after the right one') expect(await door.enter('482915')).toHaveProperty('pass');
      expect(door.state).toMatchObject({ pin: 'set', open: false });
      await door.close();
      expect(await readdir(folder)).toEqual([]);
      expect((await opened(folder)).door.state).toEqual({ pin: 'unset', open: true, waitMs: 0 });
    },
  );

  it('wrong PINs against a provisioned one are kept all the same', async () => {
    const folder = await temporaryFolder();
    const { door } = await opened(folder, { hash: 'scrypt$719204' });
    await fail(door, 4);
    expect(await kept(folder)).toEqual({ version: 1, wrong: 4, waiting: true });
  });
});

describe('a damaged file', () => {
  it.each([
    ['truncated', '{"version": 1, "pi'],
    ['empty', ''],
    ['NUL bytes', '\0'.repeat(64)],
    ['of another shape', { version: 1, pin: 5 }],
    ['of a newer kiosk', { version: 2, pin: 'scrypt$482915', wrong: 0, waiting: false }],
    ['a list', []],
  ])('(%s) keeps the door shut, says what to do, and is left as it is', async (_, bad) => {
    const folder = await writeTree({ 'staff.json': bad });
    const before = await readFile(path.join(folder, 'staff.json'), 'utf8');
    const { door } = await opened(folder);
    expect(door.state).toEqual({ pin: 'set', open: false, waitMs: 0, triesLeft: 3 });
    expect(door.faults.at(-1)?.todo).toContain('tonos reset-pin');
    expect(await door.enter('482915')).toEqual({ refused: 'pin-lost' });
    expect(await door.chooseFirst('482915')).toEqual({ refused: 'pin-set-already' });
    expect(await readFile(path.join(folder, 'staff.json'), 'utf8')).toBe(before);
  });

  it('that cannot be read keeps it shut too', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'staff.json'));
    const { door } = await opened(folder);
    expect(door.state.pin).toBe('set');
    expect(door.faults.map(({ name }) => name)).toEqual(['file-unreadable', 'staff-pin-lost']);
  });
});

describe('the lock-out', () => {
  it('leaves three slips free, then doubles from 30 s up to an hour', () => {
    expect(Array.from({ length: 13 }, (_, wrong) => waitAfter(wrong) / 1000)).toEqual([
      0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600,
    ]);
    expect(waitAfter(1_000_000)).toBe(HOUR);
  });

  it('says how many slips are free', async () => {
    const { door, clock } = await opened(await withPin());
    const left: (number | undefined)[] = [];
    for (let time = 0; time < 4; time++) {
      left.push(door.state.triesLeft);
      await fail(door, 1);
    }
    expect([...left, door.state.triesLeft]).toEqual([3, 2, 1, 0, 0]);
    clock.pass(30_000);
    expect(door.state.triesLeft).toBe(0);
    await door.enter('482915');
    expect(door.state.triesLeft).toBe(3);
  });

  it('is on the disk before the answer, looks at no PIN meanwhile, and ends', async () => {
    const folder = await withPin();
    const { door, clock, log } = await opened(folder);
    await fail(door, 4);
    expect(await kept(folder)).toMatchObject({ wrong: 4, waiting: true });
    expect(door.state.waitMs).toBe(30_000);
    clock.pass(29_999);
    expect(await door.enter('482915')).toEqual({ refused: 'pin-locked' });
    clock.pass(1);
    expect(await door.enter('482915')).toHaveProperty('pass');
    expect(await kept(folder)).toMatchObject({ wrong: 0, waiting: false });
    expect(log.lines).toEqual(Array(4).fill('warning: A wrong staff PIN was entered.'));
  });

  it('is served again from its beginning after a restart, whatever the wall clock says, and only once', async () => {
    const folder = await withPin();
    const first = await opened(folder);
    await fail(first.door, 4);
    first.clock.pass(20_000);
    for (const days of [-9000, 0, 9000]) {
      const clock = new HeldClock();
      clock.wall += days * 24 * HOUR;
      const { door } = await opened(folder, {}, clock);
      expect(door.state.waitMs).toBe(30_000);
      await door.close();
    }
    const last = await opened(folder);
    last.clock.pass(30_000);
    await settle();
    while (((await kept(folder)) as { waiting: boolean }).waiting) await settle();
    expect((await opened(folder)).door.state.waitMs).toBe(0);
    await fail(last.door, 1);
    expect(last.door.state.waitMs).toBe(60_000);
  });

  it('counts in memory when the disk is full', async () => {
    const folder = await withPin();
    const { door, log } = await opened(folder);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file in the folder’s place');
    await fail(door, 4);
    expect(door.state.waitMs).toBe(30_000);
    expect(log.lines).toContain('warning: What the staff door counts cannot be kept.');
  });

  it('holds for changing the PIN too', async () => {
    const { door } = await opened(await withPin());
    for (let time = 0; time < 4; time++) {
      expect(await door.change('999990', '719204')).toEqual({ refused: 'pin-wrong' });
    }
    expect(await door.change('482915', '719204')).toEqual({ refused: 'pin-locked' });
  });

  it('never lets more PINs through than it allows, whatever happens', { timeout: 60_000 }, async () => {
    const happening = fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('wrong' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('right' as const) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
      {
        weight: 4,
        arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 2 * HOUR }) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant('jump' as const),
          ms: fc.integer({ min: -1e13, max: 1e13 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('burst' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (happenings) => {
        const folder = await withPin();
        let { door, clock } = await opened(folder);
        let wall = 0;
        let now = 0;
        let wrong = 0;
        let lastWrong = 0;
        const tried = (entry: object): void => {
          if (!('refused' in entry) || entry.refused !== 'pin-wrong') return;
          expect(now - lastWrong).toBeGreaterThanOrEqual(waitAfter(wrong));
          wrong++;
          lastWrong = now;
        };
        for (const happened of happenings) {
          if (happened.do === 'wrong') tried(await door.enter('999990'));
          else if (happened.do === 'burst') {
            const entries = await Promise.all([
              door.enter('999990'),
              door.enter('999991'),
              door.enter('999992'),
            ]);
            expect(entries.slice(1)).toEqual([{ refused: 'pin-busy' }, { refused: 'pin-busy' }]);
            entries.forEach(tried);
          } else if (happened.do === 'right') {
            const isLocked = now - lastWrong < waitAfter(wrong);
            const entry = await door.enter('482915');
            if (isLocked) expect(entry).toEqual({ refused: 'pin-locked' });
            if ('pass' in entry) wrong = 0;
            // A lock ends: at the latest an hour after the start.
            else expect(door.state.waitMs).toBeLessThanOrEqual(HOUR);
          } else if (happened.do === 'pass') {
            clock.pass(happened.ms);
            now += happened.ms;
            await settle();
          } else if (happened.do === 'jump') clock.wall = wall += happened.ms;
          else {
            // What is being written is let finish: a process that has ended writes no more.
            await door.close();
            clock = new HeldClock();
            clock.wall = wall;
            ({ door } = await opened(folder, {}, clock));
          }
        }
        await door.close();
      }),
      { numRuns: 150 },
    );
  });
});

describe('a pass', () => {
  it('ends after a while without a request, and each request gives it another', async () => {
    const { door, clock } = await opened(await withPin());
    const entry = await door.enter('482915');
    const header = `Bearer ${'pass' in entry ? entry.pass : ''}`;
    for (let time = 0; time < 3; time++) {
      clock.pass(STAFF_IDLE_MS - 1);
      expect(door.admits(header)).toBe(true);
    }
    clock.pass(STAFF_IDLE_MS);
    expect(door.admits(header)).toBe(false);
  });

  it('is void after the next one, after leaving, and in another kiosk', async () => {
    const folder = await withPin();
    const { door } = await opened(folder);
    const enter = async (): Promise<string> => {
      const entry = await door.enter('482915');
      return `Bearer ${'pass' in entry ? entry.pass : ''}`;
    };
    const [first, second] = [await enter(), await enter()];
    expect([door.admits(first), door.admits(second)]).toEqual([false, true]);
    expect((await opened(folder)).door.admits(second)).toBe(false);
    expect(door.admits(second.slice('Bearer '.length))).toBe(false);
    expect(door.admits(`${second}A`)).toBe(false);
    expect(door.admits(undefined)).toBe(false);
    door.leave();
    expect(door.admits(second)).toBe(false);
  });

  it.each<[string, ProvisionedPin, ProvisionedPin]>([
    ['appears', {}, { hash: 'scrypt$719204' }],
    ['changes', { hash: 'scrypt$482915' }, { hash: 'scrypt$719204' }],
    ['goes', { hash: 'scrypt$482915' }, {}],
    ['is in doubt', {}, { doubtful: true }],
  ])('is void once a provisioned PIN %s', async (_, before, after) => {
    // With another hash for the same PIN: it counts which one it is.
    const folder = await withPin(before.hash ? { pin: 'scrypt$135792' } : {});
    let provisioned = before;
    const log = logDouble();
    const clock = new HeldClock();
    const door = await openDoor({ folder, provisioned: () => provisioned, clock, log, pins });
    const entry = await door.enter('482915');
    const header = `Bearer ${'pass' in entry ? entry.pass : ''}`;
    expect(door.admits(header)).toBe(true);
    provisioned = after;
    expect(door.admits(header)).toBe(false);
    provisioned = before;
    expect(door.admits(header)).toBe(false);
  });

  it('stays good while the new PIN is written', async () => {
    const { door } = await opened(await withPin());
    const entry = await door.enter('482915');
    const header = `Bearer ${'pass' in entry ? entry.pass : ''}`;
    let isDone = false;
    const changed = door.change('482915', '719204').finally(() => (isDone = true));
    while (!isDone) {
      expect(door.admits(header)).toBe(true);
      await settle();
    }
    expect(await changed).toBeUndefined();
    expect(door.admits(header)).toBe(true);
  });

  it('stays good when the PIN is changed, and the new PIN counts', async () => {
    const folder = await withPin();
    const { door } = await opened(folder);
    const entry = await door.enter('482915');
    expect(await door.change('482915', '719204')).toBeUndefined();
    expect(door.admits(`Bearer ${'pass' in entry ? entry.pass : ''}`)).toBe(true);
    expect(await door.enter('482915')).toEqual({ refused: 'pin-wrong' });
    expect(await (await opened(folder)).door.enter('719204')).toHaveProperty('pass');
  });
});
