import { beforeEach, describe, expect, it } from 'vitest';
import type { Ending } from '../../../src-main/browser/launch.ts';
import { Supervisor, type Shown, type SupervisorOptions } from '../../../src-main/browser/supervisor.ts';
import { READY_WITHIN, REST, STEADY } from '../../../src-main/recovery/page-keeper.ts';
import { SILENT_AFTER } from '../../../src-main/recovery/silence.ts';
import { HeldClock, settle } from '../../doubles/held-clock.ts';
import { logDouble } from '../../doubles/log.ts';

const MINUTE = 60_000;
const address = 'http://127.0.0.1:4518/';

interface Started {
  readonly shown: Shown;
  readonly finish: (ending: Ending) => void;
  readonly crash: () => void;
  readonly led: string[];
  ended: boolean;
}

let clock: HeldClock;
let log: ReturnType<typeof logDouble>;
let started: Started[];

beforeEach(() => {
  clock = new HeldClock();
  log = logDouble();
  started = [];
});

function supervise({ closingEnds = false, fails = false, isDeaf = false } = {}): Supervisor {
  const launch: SupervisorOptions['launch'] = (shown, onCrash) => {
    if (fails) return Promise.reject(new Error('disk full'));
    let finish: (ending: Ending) => void = () => undefined;
    const ended = new Promise<Ending>((resolve) => (finish = resolve));
    const led: string[] = [];
    const browser = { shown, finish, crash: () => onCrash('The page crashed.'), led, ended: false };
    started.push(browser);
    const end = () => {
      browser.ended = true;
      if (!isDeaf) finish({ why: 'It was ended.', calm: true });
      return ended;
    };
    const lead = (where: string) => {
      led.push(where);
      return isDeaf ? new Promise<void>(() => undefined) : Promise.resolve();
    };
    return Promise.resolve({ ended, end, endNow: () => void end(), lead });
  };
  return new Supervisor({ launch, address, clock, log, closingEnds });
}

const killed = { why: 'Chromium ended (SIGKILL).', calm: false };
const last = (): Started => started.at(-1)!;

/** Shows a page that gets ready, as it does each time. */
async function shownReady(supervisor: Supervisor): Promise<void> {
  await settle();
  supervisor.pageIsReady();
}

describe('a browser that ends', () => {
  it('is started again at once', async () => {
    await shownReady(supervise());
    last().finish(killed);
    await settle();
    expect(started.length).toBe(2);
    expect(log.lines).toEqual(['error: Chromium ended (SIGKILL). Loading it again.']);
  });

  it('is started again for ever, with rests between', async () => {
    const supervisor = supervise();
    for (let count = 0; count < 50; count++) {
      await shownReady(supervisor);
      last().finish(killed);
      await clock.passAndSettle(REST + 2_000);
    }
    expect(started.length).toBeGreaterThan(50);
    expect(started.filter(({ shown }) => shown === 'rest').length).toBeGreaterThan(20);
  });

  it('is forgiven what was long ago', async () => {
    const supervisor = supervise();
    for (let count = 0; count < 4; count++) {
      await shownReady(supervisor);
      for (let beats = 0; beats < STEADY + 2_000; beats += 2_000) {
        supervisor.pageBeats();
        await clock.passAndSettle(2_000);
      }
      last().finish(killed);
      await settle();
    }
    expect(log.lines.every((line) => line.endsWith('Loading it again.'))).toBe(true);
  });

  it('is started again when a person closed it on a kiosk', async () => {
    await shownReady(supervise());
    last().finish({ why: 'Chromium ended (exit code 0).', calm: true });
    await settle();
    expect(started.length).toBe(2);
  });

  it('stays closed when a person closed its window', async () => {
    const supervisor = supervise({ closingEnds: true });
    await settle();
    last().finish({ why: 'Chromium ended (exit code 0).', calm: true });
    await supervisor.finished;
    expect(log.lines).toEqual(['info: The window was closed.']);
    expect(clock.waiting).toBe(0);
  });
});

describe('a page', () => {
  it('that crashed is led back in the same browser', async () => {
    await shownReady(supervise());
    last().crash();
    await settle();
    expect([started.length, last().led]).toEqual([1, [address]]);
  });

  it('that does not get ready gets another browser in the end', async () => {
    const supervisor = supervise();
    await shownReady(supervisor);
    last().crash();
    await clock.passAndSettle(2 * READY_WITHIN + 2_000);
    expect(started.length).toBe(2);
    expect(started[0]!.ended).toBe(true);
  });

  it('in a browser that neither answers nor ends is shown in another one', async () => {
    const supervisor = supervise({ isDeaf: true });
    await shownReady(supervisor);
    last().crash();
    await clock.passAndSettle(25_000);
    expect(started.length).toBe(2);
    expect(log.lines).toContain('warning: The browser does not end.');
    await shownReady(supervisor);
    const stopped = supervisor.stop();
    await clock.passAndSettle(10_000);
    await stopped;
    expect(clock.waiting).toBe(0);
  });

  it('that hangs is led back in the same browser', async () => {
    await shownReady(supervise());
    await clock.passAndSettle(SILENT_AFTER + 1_000);
    expect([started.length, last().led]).toEqual([1, [address]]);
    expect(log.lines).toEqual(['error: The page is silent. Loading it again.']);
  });

  it('that never gets ready costs its browser the life in the end, also in a window', async () => {
    supervise({ closingEnds: true });
    await clock.passAndSettle(3 * READY_WITHIN + 2_000);
    expect(started.length).toBe(2);
  });

  it('that beats is let be', async () => {
    const supervisor = supervise();
    await shownReady(supervisor);
    for (let time = 0; time < 60 * MINUTE; time += 2_000) {
      supervisor.pageBeats();
      await clock.passAndSettle(2_000);
    }
    expect([started.length, log.lines]).toEqual([1, []]);
  });

  it('that keeps crashing makes way for a calm screen, and is tried again later', async () => {
    const supervisor = supervise();
    for (let count = 0; count < 5; count++) {
      await shownReady(supervisor);
      last().crash();
      await clock.passAndSettle(2_000);
    }
    expect([last().shown, last().led]).toEqual(['rest', []]);
    await clock.passAndSettle(REST);
    expect(last().led).toEqual([address]);
  });
});

it('goes on when a browser cannot even be started', async () => {
  supervise({ fails: true });
  await clock.passAndSettle(MINUTE);
  expect(log.lines.length).toBeGreaterThan(5);
  expect(log.lines[0]).toBe('error: The browser cannot show the kiosk: disk full. Loading it again.');
  expect(log.lines.at(-1)).toContain('Showing the calm screen again in 5 s.');
});

describe('stopping', () => {
  it('ends the browser and starts no other', async () => {
    const supervisor = supervise();
    await shownReady(supervisor);
    await supervisor.stop();
    await clock.passAndSettle(MINUTE);
    expect([started.length, last().ended, log.lines, clock.waiting]).toEqual([1, true, [], 0]);
  });

  it('does not wait for the end of a pause', async () => {
    const supervisor = supervise();
    for (let count = 0; count < 2; count++) {
      await shownReady(supervisor);
      last().finish(killed);
      await settle();
    }
    await supervisor.stop();
    await clock.passAndSettle(MINUTE);
    expect([started.length, clock.waiting]).toEqual([2, 0]);
  });

  it('ends a browser that is only just being started', async () => {
    const supervisor = supervise();
    await supervisor.stop();
    await settle();
    expect(started.every(({ ended }) => ended)).toBe(true);
    expect(clock.waiting).toBe(0);
  });
});
