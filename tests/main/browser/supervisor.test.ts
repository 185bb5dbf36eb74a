import { beforeEach, describe, expect, it } from 'vitest';
import type { Ending } from '../../../src-main/browser/launch.ts';
import { pauseAfter, READY_WITHIN, Supervisor } from '../../../src-main/browser/supervisor.ts';
import { HeldClock, settle } from '../../doubles/held-clock.ts';

const MINUTE = 60_000;
let clock: HeldClock;
let lines: string[];
let shown: { finish: (ending: Ending) => void }[];

beforeEach(() => {
  clock = new HeldClock();
  lines = [];
  shown = [];
});

function supervise({ closingEnds = false, fails = false } = {}): Supervisor {
  const launch = () => {
    if (fails) return Promise.reject(new Error('disk full'));
    let finish: (ending: Ending) => void = () => undefined;
    const ended = new Promise<Ending>((resolve) => (finish = resolve));
    shown.push({ finish });
    const end = () => {
      finish({ why: 'It was ended.', calm: true });
      return ended;
    };
    return Promise.resolve({ ended, end });
  };
  return new Supervisor({ launch, clock, log: (line) => lines.push(line), closingEnds });
}

const crash = { why: 'Chromium ended (SIGKILL).', calm: false };

it('waits longer after each failure, and never longer than a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 1000].map((failures) => pauseAfter(failures) / 1000)).toEqual([
    1, 2, 4, 8, 16, 32, 60, 60, 60,
  ]);
});

describe('a browser that ends', () => {
  it('is started again', async () => {
    supervise().pageIsReady();
    await settle();
    shown[0]!.finish(crash);
    await clock.passAndSettle(999);
    expect(shown.length).toBe(1);
    await clock.passAndSettle(1);
    expect(shown.length).toBe(2);
    expect(lines).toEqual(['Chromium ended (SIGKILL). Starting it again in 1 s.']);
  });

  it('is started again after ever longer pauses, for ever', async () => {
    supervise();
    for (let count = 0; count < 50; count++) {
      await settle();
      shown[count]!.finish(crash);
      await clock.passAndSettle(MINUTE);
    }
    expect(shown.length).toBe(51);
    expect(lines.at(-1)).toContain('in 60 s');
  });

  it('is forgiven what was long ago', async () => {
    const supervisor = supervise();
    for (const wait of [0, 1000]) {
      await clock.passAndSettle(wait);
      shown.at(-1)!.finish(crash);
      await settle();
    }
    await clock.passAndSettle(2000);
    supervisor.pageIsReady();
    await clock.passAndSettle(6 * MINUTE);
    shown.at(-1)!.finish(crash);
    await settle();
    expect(lines.at(-1)).toContain('in 1 s');
  });

  it('is started again when a person closed it on a kiosk', async () => {
    supervise();
    await settle();
    shown[0]!.finish({ why: 'Chromium ended (exit code 0).', calm: true });
    await clock.passAndSettle(1000);
    expect(shown.length).toBe(2);
  });

  it('stays closed when a person closed its window', async () => {
    const supervisor = supervise({ closingEnds: true });
    await settle();
    shown[0]!.finish({ why: 'Chromium ended (exit code 0).', calm: true });
    await supervisor.finished;
    expect(lines).toEqual(['The window was closed.']);
  });
});

describe('a page that never gets ready', () => {
  it('costs its browser the life', async () => {
    supervise();
    await clock.passAndSettle(READY_WITHIN + 1000);
    expect(shown.length).toBe(2);
    expect(lines).toEqual(['The page was not ready within 30 s. Starting it again in 1 s.']);
  });

  it('in a window is no wish to close it', async () => {
    supervise({ closingEnds: true });
    await clock.passAndSettle(READY_WITHIN + 1000);
    expect(shown.length).toBe(2);
  });
});

it('lets a page be that got ready', async () => {
  const supervisor = supervise();
  await settle();
  supervisor.pageIsReady();
  await clock.passAndSettle(24 * 60 * MINUTE);
  expect([shown.length, lines]).toEqual([1, []]);
});

it('goes on when a browser cannot even be started', async () => {
  supervise({ fails: true });
  await clock.passAndSettle(3000);
  expect(lines).toEqual([
    'The browser could not be started: disk full. Starting it again in 1 s.',
    'The browser could not be started: disk full. Starting it again in 2 s.',
    'The browser could not be started: disk full. Starting it again in 4 s.',
  ]);
});

describe('stopping', () => {
  it('ends the browser and starts no other', async () => {
    const supervisor = supervise();
    await settle();
    await supervisor.stop();
    await clock.passAndSettle(MINUTE);
    expect([shown.length, lines, clock.waiting]).toEqual([1, [], 0]);
  });

  it('does not wait for the end of a pause', async () => {
    const supervisor = supervise();
    await settle();
    shown[0]!.finish(crash);
    await settle();
    await supervisor.stop();
    expect([shown.length, clock.waiting]).toEqual([1, 0]);
  });

  it('ends a browser that is only just being started', async () => {
    const supervisor = supervise();
    await supervisor.stop();
    expect(clock.waiting).toBe(0);
  });
});
