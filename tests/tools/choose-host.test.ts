import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseHost, READY_WITHIN } from '../../tools/start/choose-host.mjs';
import { readOptions } from '../../tools/start/options.mjs';
import { HeldClock, settle } from '../doubles/held-clock.ts';
import { folderWith } from './folder.ts';

const chromium = { path: '/usr/bin/chromium', name: 'Chromium', version: '156.0.1.2' };
const HOUR = 60 * 60 * 1000;

/** How a pretended host behaves: gets ready, stays silent, or ends at once with an exit code. */
type Behaviour = 'ready' | 'silent' | number;

const PROGRAM = '/project/node_modules/electron/dist/electron';
const NOT_HERE = 'its binary is not here, and github.com does not answer';

let folder: string;
let clock: HeldClock;
let lines: string[];
let hosts: { host: string; ended: boolean }[];
/** Ends the host that was started last. */
let finishHost: (code: number) => void;
let installed: typeof chromium | undefined;
/** How often it was tried to get Electron. */
let looked: number;

beforeEach(() => {
  folder = folderWith();
  clock = new HeldClock();
  lines = [];
  installed = chromium;
  looked = 0;
});

interface Start {
  readonly options?: string[];
  readonly display?: boolean;
  readonly browser?: Behaviour;
  /** Undefined: its binary is not here. */
  readonly electron?: Behaviour | undefined;
  readonly user?: number;
}

/** Starts, as `npm start` does, and gives what is needed to look on. */
function start({ options = [], display = true, browser = 'ready', electron, user = 1000 }: Start = {}) {
  hosts = [];
  const calls = new Set<() => void>();
  const ending = {
    asked: false,
    onEnd: (call: () => void) => {
      calls.add(call);
      return () => calls.delete(call);
    },
  };
  const runHost = (_: string, { host }: { host: string }) => {
    const record = { host, ended: false };
    hosts.push(record);
    const behaviour = host === 'serve' ? 'ready' : host === 'electron' ? electron : browser;
    let finish: (code: number) => void = () => undefined;
    const ended = new Promise<number>((resolve) => (finish = resolve)).then((code) => {
      record.ended = true;
      return code;
    });
    if (typeof behaviour === 'number') finish(behaviour);
    finishHost = finish;
    return {
      ended,
      ready: behaviour === 'ready' ? Promise.resolve() : new Promise<void>(() => undefined),
      problem: behaviour === 3 ? 'No browser can show the kiosk.\n  details' : undefined,
      browser: host !== 'browser' || behaviour === 3 ? undefined : chromium,
      end: () => {
        finish(0);
        return ended;
      },
    };
  };
  const world = {
    platform: 'linux' as const,
    env: display ? { DISPLAY: ':0' } : {},
    now: () => 1_000_000 + clock.now(),
    after: (ms: number, call: () => void) => clock.after(ms, call),
    runHost,
    user,
    getElectron: () => {
      looked++;
      return Promise.resolve(electron === undefined ? { why: NOT_HERE } : { program: PROGRAM });
    },
    toolOf: (_: string, host: string) => {
      if (host === 'electron') return Promise.resolve(electron === undefined ? undefined : PROGRAM);
      return Promise.resolve(installed && `${installed.name} ${installed.version}, ${installed.path}`);
    },
    say: (line: string) => lines.push(line),
  };
  const code = chooseHost(folder, { node: 'node', options: readOptions(options), ending }, world);
  const end = () => {
    ending.asked = true;
    for (const call of calls) call();
    return code;
  };
  return { code, end };
}

const memory = (): unknown => JSON.parse(readFileSync(path.join(folder, '.cache/host.json'), 'utf8'));

describe('with a display', () => {
  it('shows the kiosk in the browser, and says so', async () => {
    const { end } = start();
    await settle();
    expect(lines).toEqual([
      'Host: browser (Chromium 156.0.1.2, /usr/bin/chromium)',
      `Why:  there is a display, and its page reported ready; there is no Electron: ${NOT_HERE}`,
    ]);
    expect(memory()).toMatchObject({
      host: 'browser',
      failed: { electron: { why: expect.any(String) as string } },
    });
    expect(await end()).toBe(0);
    expect(hosts).toEqual([{ host: 'browser', ended: true }]);
  });

  it('gives a silent page 15 s, ends its browser, and serves', async () => {
    start({ browser: 'silent' });
    await clock.passAndSettle(READY_WITHIN - 1);
    expect(hosts).toEqual([{ host: 'browser', ended: false }]);
    await clock.passAndSettle(1);
    expect(hosts).toEqual([
      { host: 'browser', ended: true },
      { host: 'serve', ended: false },
    ]);
    expect(lines[0]).toBe('Host: serve');
    expect(lines[1]).toContain("; the browser's page was not ready within 15 s");
  });

  it('goes on at once when the browser host cannot run', async () => {
    start({ browser: 3 });
    await settle();
    expect(hosts.map(({ host }) => host)).toEqual(['browser', 'serve']);
    expect(lines[1]).toContain('; the browser host could not run: No browser can show the kiosk.');
    expect(clock.waiting).toBe(0);
  });

  it('prefers Electron where its binary is', async () => {
    const { end } = start({ electron: 'ready' });
    await settle();
    expect(lines).toEqual([
      `Host: electron (${PROGRAM})`,
      'Why:  there is a display, and its page reported ready',
    ]);
    await end();
    expect(hosts).toEqual([{ host: 'electron', ended: true }]);
  });

  it('goes from Electron to the browser when Electron cannot run, as without its sandbox', async () => {
    start({ electron: 133 });
    await settle();
    expect(hosts.map(({ host }) => host)).toEqual(['electron', 'browser']);
    expect(lines[1]).toContain('the electron host could not run: exit code 133');
  });

  it.each([
    ['root', { user: 0 }],
    ['a port', { options: ['--port', '80'] }],
  ])('has no Electron for %s', async (_, given) => {
    start({ electron: 'ready', ...given });
    await settle();
    expect(hosts.map(({ host }) => host)).toEqual(['browser']);
    expect(looked).toBe(0);
  });

  it('can be called off while it waits', async () => {
    const { end } = start({ browser: 'silent' });
    await settle();
    expect(await end()).toBe(0);
    expect(hosts).toEqual([{ host: 'browser', ended: true }]);
  });
});

describe('the next start', () => {
  beforeEach(async () => {
    const { end } = start({ browser: 'silent' });
    await clock.passAndSettle(READY_WITHIN);
    await end();
    lines.length = 0;
  });

  it('does not wait again for a page that never got ready', async () => {
    start({ browser: 'silent' });
    await settle();
    expect(hosts.map(({ host }) => host)).toEqual(['serve']);
    expect(lines[1]).toContain('remembered; --host browser tries again');
  });

  it('looks for Electron once a day, and at once when it is there', async () => {
    start();
    await settle();
    expect(looked).toBe(1);
    start({ electron: 'ready' });
    await settle();
    expect(hosts.map(({ host }) => host)).toEqual(['electron']);
  });

  it('tries again with another browser', async () => {
    installed = { ...chromium, version: '157.0.1.2' };
    start();
    await settle();
    expect(hosts.map(({ host }) => host)).toEqual(['browser']);
  });

  it('tries again the next day', async () => {
    await clock.passAndSettle(25 * HOUR);
    start();
    await settle();
    expect(hosts.map(({ host }) => host)).toEqual(['browser']);
  });

  it('tries again after a host was asked for', async () => {
    await Promise.all([settle(), start({ options: ['--host', 'serve'] }).end()]);
    expect(existsSync(path.join(folder, '.cache/host.json'))).toBe(false);
    start();
    await settle();
    expect(hosts.map(({ host }) => host)).toEqual(['browser']);
  });
});

it('serves without a display', async () => {
  const { end } = start({ display: false });
  await settle();
  expect(lines).toEqual(['Host: serve', 'Why:  there is no display']);
  await end();
});

describe('a host that was asked for', () => {
  it('is the only one tried, however long it takes', async () => {
    start({ options: ['--host', 'browser'], browser: 'silent' });
    await clock.passAndSettle(HOUR);
    expect(hosts).toEqual([{ host: 'browser', ended: false }]);
    expect(lines).toEqual(['Host: browser', 'Why:  it was asked for']);
  });

  it('is started again as often as it asks for that', async () => {
    const { end } = start({ options: ['--host', 'electron'], electron: 'ready' });
    await settle();
    await clock.passAndSettle(HOUR);
    finishHost(11);
    await settle();
    expect(hosts).toHaveLength(2);
    finishHost(11);
    await settle();
    expect(hosts, 'not at once when it was hardly there').toHaveLength(2);
    await clock.passAndSettle(2_000);
    expect(hosts).toHaveLength(3);
    expect(await end()).toBe(0);
  });

  it('stays away when staff have left it', async () => {
    expect(await start({ options: ['--host', 'electron'], electron: 10 }).code).toBe(10);
    expect(hosts).toHaveLength(1);
  });

  it('says why there is no Electron', async () => {
    await expect(start({ options: ['--host', 'electron'] }).code).rejects.toMatchObject({
      code: 9,
      message: `There is no Electron: ${NOT_HERE}. Use --host browser.`,
    });
  });

  it('passes its exit code on', async () => {
    expect(await start({ options: ['--host', 'browser'], browser: 5 }).code).toBe(5);
  });
});
