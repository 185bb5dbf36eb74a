import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ErrorAnswer } from '../../../src-main/contract/api.ts';
import {
  STAFF_IDLE_MS,
  type FaultState,
  type StaffDoor,
  type StaffPanel,
} from '../../../src-main/contract/staff.ts';
import { fault } from '../../../src-main/faults.ts';
import { staffRoutes, type StaffActions } from '../../../src-main/routes/staff.ts';
import { openDoor } from '../../../src-main/staff/door.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { logDouble } from '../../doubles/log.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

type Answer = ErrorAnswer & { pass?: string; door?: StaffDoor; faults?: FaultState[] };

const PIN = '482915';
const panel = { content: { version: '1' } } as StaffPanel;
const locked = fault('setting-locked', { folder: '', file: 'settings.json', path: 'locale' });

/** As quick as the real ones are slow. */
const pins = {
  hash: (pin: string) => Promise.resolve(`scrypt$${pin}`),
  matches: (pin: string, hash: string) => Promise.resolve(hash === `scrypt$${pin}`),
  isHash: () => true,
};

async function opened(pin: string | undefined = PIN) {
  const folder = pin
    ? await writeTree({ 'staff.json': { version: 1, pin: `scrypt$${pin}`, wrong: 0, waiting: false } })
    : await temporaryFolder();
  const clock = new HeldClock();
  const door = await openDoor({ folder, provisioned: () => ({}), clock, log: logDouble(), pins });
  onTestFinished(() => door.close());
  const actions = {
    save: vi.fn<StaffActions['save']>(() => Promise.resolve([])),
    chooseLogo: vi.fn<StaffActions['chooseLogo']>(() => Promise.resolve([])),
    lookForPacks: vi.fn<StaffActions['lookForPacks']>(() => Promise.resolve()),
    rollBack: vi.fn<StaffActions['rollBack']>(() => Promise.resolve([])),
    exportLogs: vi.fn<StaffActions['exportLogs']>(() => Promise.resolve({ file: '/media/usb/logs.txt.gz' })),
    printTest: vi.fn<StaffActions['printTest']>(() => Promise.resolve([])),
    restart: vi.fn(),
    leave: vi.fn(),
  };
  const app = staffRoutes({ door, panel: () => Promise.resolve(panel), actions, clock });
  const ask = async (line: string, body?: unknown, headers: Record<string, string> = {}) => {
    const [method = '', path = ''] = line.split(' ');
    const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const response = await app.request(path, {
      method,
      headers: { ...json, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { response, status: response.status, body: (text ? JSON.parse(text) : {}) as Answer };
  };
  const enter = async () => {
    const { body } = await ask('POST /staff/enter', { pin: PIN });
    return { Authorization: `Bearer ${body.pass}` };
  };
  return { door, clock, actions, ask, enter };
}

/** Everything behind the door, with a body that it takes. */
const INSIDE: [string, unknown][] = [
  ['POST /staff/pin', { before: PIN, pin: '719204' }],
  ['GET /staff/panel', undefined],
  ['PATCH /staff/settings', { locale: 'es' }],
  ['POST /staff/logo', { file: null }],
  ['POST /staff/packs/look', undefined],
  ['POST /staff/packs/rollback', { name: 'clinic' }],
  ['POST /staff/logs/export', undefined],
  ['POST /staff/restart', undefined],
  ['POST /staff/leave', undefined],
  ['POST /staff/close', undefined],
];

describe('the door', () => {
  it('says how it stands, and opens with the PIN', async () => {
    const { ask } = await opened();
    const { response, body } = await ask('GET /staff');
    expect(body).toEqual({ pin: 'set', open: false, waitMs: 0, triesLeft: 3 });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const entry = await ask('POST /staff/enter', { pin: PIN });
    expect([entry.status, Object.keys(entry.body)]).toEqual([200, ['pass']]);
    expect(entry.response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('says after wrong PINs how long none is looked at', async () => {
    const { ask, clock } = await opened();
    for (let time = 0; time < 4; time++) {
      const { status, body } = await ask('POST /staff/enter', { pin: '999990' });
      expect([status, body.error.name]).toEqual([401, 'pin-wrong']);
    }
    clock.pass(10_500);
    const { status, body, response } = await ask('POST /staff/enter', { pin: PIN });
    expect([status, body.error.name]).toEqual([429, 'pin-locked']);
    expect(body.door).toEqual({ pin: 'set', open: false, waitMs: 19_500, triesLeft: 0 });
    expect(response.headers.get('Retry-After')).toBe('20');
  });

  it('takes a first PIN once, soon after the start', async () => {
    const { ask, clock } = await opened('');
    expect((await ask('GET /staff')).body).toEqual({ pin: 'unset', open: true, waitMs: 0 });
    expect((await ask('POST /staff/enter', { pin: PIN })).body.error.name).toBe('pin-unset');
    const simple = await ask('POST /staff/first-pin', { pin: '123456' });
    expect([simple.status, simple.body.error.name]).toEqual([422, 'pin-simple']);
    expect((await ask('POST /staff/first-pin', { pin: PIN })).body.pass).toMatch(/^[\w-]{43}$/);
    const again = await ask('POST /staff/first-pin', { pin: PIN });
    expect([again.status, again.body.error.name]).toEqual([403, 'pin-set-already']);

    const late = await opened('');
    late.clock.pass(15 * 60_000);
    const { status, body } = await late.ask('POST /staff/first-pin', { pin: PIN });
    expect([status, body.error.name]).toEqual([403, 'first-pin-late']);
    expect(clock.now()).toBe(0);
  });

  it.each<[string, unknown, Record<string, string>, number, string]>([
    ['no body', undefined, {}, 415, 'body-not-json'],
    ['a form', 'pin=482915', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'body-not-json'],
    ['broken JSON', '{"pin": ', {}, 400, 'body-malformed'],
    ['two PINs', '{"pin": "482915", "pin": "482915"}', {}, 400, 'body-malformed'],
    ['letters', { pin: 'secret' }, {}, 400, 'body-malformed'],
    ['a number', { pin: 482915 }, {}, 400, 'body-malformed'],
    ['too few digits', { pin: '4829' }, {}, 400, 'body-malformed'],
    ['more than a PIN', { pin: PIN, admin: true }, {}, 400, 'body-malformed'],
    ['70 KiB', ' '.repeat(70 * 1024), {}, 413, 'body-too-large'],
  ])('is not asked with %s', async (_, sent, headers, status, name) => {
    const { ask, door } = await opened();
    const answer = await ask('POST /staff/enter', sent, headers);
    expect([answer.status, answer.body.error.name]).toEqual([status, name]);
    expect(door.state.waitMs).toBe(0);
  });

  it('is never asked more than one PIN at a time', async () => {
    const { ask } = await opened();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask('POST /staff/enter', { pin: '999990' })),
    );
    const names = answers.map(({ body }) => body.error.name);
    expect(names.filter((name) => name === 'pin-wrong').length).toBeLessThanOrEqual(4);
    expect(new Set(names)).toEqual(new Set(['pin-wrong', 'pin-busy']));
  });
});

describe('behind the door', () => {
  it.each(INSIDE)('%s needs a good pass', async (line, body) => {
    const { ask, enter, clock, actions, door } = await opened();
    const foreign = await (await opened()).enter();
    const former = await enter();
    const voided = await enter();
    door.leave();
    const ended = await enter();
    clock.pass(STAFF_IDLE_MS);
    const guesses: Record<string, string>[] = [
      {},
      foreign,
      former,
      voided,
      ended,
      { Authorization: 'Bearer ' },
      { Authorization: 'Bearer undefined' },
      { Authorization: `Basic ${PIN}` },
      { Authorization: PIN },
    ];
    for (const headers of guesses) {
      const answer = await ask(line, body, headers);
      expect([answer.status, answer.body.error.name]).toEqual([401, 'staff-only']);
      expect(answer.response.headers.get('WWW-Authenticate')).toBe('Bearer');
    }
    for (const action of Object.values(actions)) expect(action).not.toHaveBeenCalled();
    const good = await ask(line, body, await enter());
    expect([200, 204]).toContain(good.status);
  });

  it.each(INSIDE)('%s looks at the pass before anything else', async (line) => {
    const { ask } = await opened();
    const { status } = await ask(line, line.startsWith('GET') ? undefined : 'not even JSON');
    expect(status).toBe(401);
  });

  it('no header at all opens it', async () => {
    const { ask, enter } = await opened();
    const real = (await enter()).Authorization;
    const changed = fc
      .tuple(fc.nat(real.length - 1), fc.constantFrom('A', 'b', '-', '_', ' '))
      .map(([at, letter]) => real.slice(0, at) + letter + real.slice(at + 1));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(changed, fc.base64String(), fc.string({ unit: 'grapheme-ascii' })),
        async (header) => {
          if (header.toLowerCase().trim() === real.toLowerCase() && header.slice(7) === real.slice(7)) return;
          const { status } = await ask('GET /staff/panel', undefined, { Authorization: header });
          expect(status).toBe(401);
        },
      ),
    );
    expect((await ask('GET /staff/panel', undefined, { Authorization: real })).status).toBe(200);
  });

  it.each(['/staff', ...new Set(INSIDE.map(([line]) => line.split(' ')[1] ?? ''))])(
    '%s takes its own method only',
    async (path) => {
      const { ask, enter } = await opened();
      const { status, response } = await ask(`DELETE ${path}`, undefined, await enter());
      expect([status, response.headers.get('Allow')]).toEqual([405, expect.stringMatching(/GET|POST|PATCH/)]);
    },
  );

  it('changes settings, and says which cannot be', async () => {
    const { ask, enter, actions } = await opened();
    const pass = await enter();
    const change = { locale: 'es', idleSeconds: null, locales: ['es', 'en'] };
    expect((await ask('PATCH /staff/settings', change, pass)).body).toEqual(panel);
    expect(actions.save).toHaveBeenCalledExactlyOnceWith(change);

    actions.save.mockResolvedValueOnce([locked]);
    const refused = await ask('PATCH /staff/settings', change, pass);
    expect([refused.status, refused.body.error.name, refused.body.faults]).toEqual([
      422,
      'settings-refused',
      [
        {
          severity: 'error',
          where: 'settings.json › locale',
          what: expect.stringContaining('cannot be changed here') as string,
          todo: expect.any(String) as string,
        },
      ],
    ]);
  });

  it.each<[object, string]>([
    [{ idleSeconds: 5 }, 'idleSeconds'],
    [{ staffPin: 'scrypt$' }, 'staffPin'],
    [{ packKeys: [] }, 'packKeys'],
    [{ locked: [] }, 'locked'],
    [{ clinicLogo: 'logo.png' }, 'clinicLogo'],
    [{ openingHours: { mon: [{ from: '18:00', to: '08:00' }] } }, 'openingHours.mon[0]'],
  ])('never saves %j', async (change, where) => {
    const { ask, enter, actions } = await opened();
    const { status, body } = await ask('PATCH /staff/settings', change, await enter());
    expect([status, body.faults?.[0]?.where]).toEqual([422, where]);
    expect(actions.save).not.toHaveBeenCalled();
  });

  it('chooses a logo, looks for packs, goes back to a pack, exports the log', async () => {
    const { ask, enter, actions } = await opened();
    const pass = await enter();
    expect((await ask('POST /staff/logo', { file: '/media/usb/logo.png' }, pass)).body).toEqual(panel);
    expect(actions.chooseLogo).toHaveBeenCalledExactlyOnceWith('/media/usb/logo.png');
    expect((await ask('POST /staff/packs/look', undefined, pass)).body).toEqual(panel);
    expect(actions.lookForPacks).toHaveBeenCalledOnce();
    actions.rollBack.mockResolvedValueOnce([locked]);
    expect((await ask('POST /staff/packs/rollback', { name: 'clinic' }, pass)).status).toBe(422);
    expect((await ask('POST /staff/logs/export', undefined, pass)).body).toEqual({
      file: '/media/usb/logs.txt.gz',
    });
    actions.exportLogs.mockResolvedValueOnce({ faults: [locked] });
    expect((await ask('POST /staff/logs/export', undefined, pass)).status).toBe(422);
  });

  it.each(['restart', 'leave'] as const)(
    '%s ends the pass, answers, and then the kiosk ends',
    async (name) => {
      const { ask, enter, actions, clock } = await opened();
      const pass = await enter();
      expect((await ask(`POST /staff/${name}`, undefined, pass)).status).toBe(204);
      expect(actions[name]).not.toHaveBeenCalled();
      clock.pass(1000);
      expect(actions[name]).toHaveBeenCalledOnce();
      expect((await ask('GET /staff/panel', undefined, pass)).status).toBe(401);
    },
  );

  it('is left', async () => {
    const { ask, enter } = await opened();
    const pass = await enter();
    expect((await ask('POST /staff/close', undefined, pass)).status).toBe(204);
    expect((await ask('GET /staff/panel', undefined, pass)).status).toBe(401);
  });

  it('the PIN is changed by whoever knows it', async () => {
    const { ask, enter } = await opened();
    const pass = await enter();
    const wrong = await ask('POST /staff/pin', { before: '999990', pin: '719204' }, pass);
    expect([wrong.status, wrong.body.error.name]).toEqual([401, 'pin-wrong']);
    expect((await ask('POST /staff/pin', { before: PIN, pin: '719204' }, pass)).status).toBe(204);
    expect((await ask('POST /staff/enter', { pin: '719204' })).status).toBe(200);
  });
});
