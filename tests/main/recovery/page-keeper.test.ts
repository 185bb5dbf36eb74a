import { beforeEach, describe, expect, it } from 'vitest';
import { measureAfter, type Measure } from '../../../src-main/recovery/ladder.ts';
import { PageKeeper, READY_WITHIN, REST, STEADY } from '../../../src-main/recovery/page-keeper.ts';
import { SILENT_AFTER } from '../../../src-main/recovery/silence.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { logDouble } from '../../doubles/log.ts';

const HOUR = 60 * 60_000;
const BEAT = 2_000;
let clock: HeldClock;
let log: ReturnType<typeof logDouble>;
let done: Measure[];
let keeper: PageKeeper;

function keep(failures = 0): PageKeeper {
  return new PageKeeper({ clock, log, failures, act: (measure) => done.push(measure) });
}

beforeEach(() => {
  clock = new HeldClock();
  log = logDouble();
  done = [];
  keeper = keep();
});

const show = (): void => {
  keeper.loading();
  keeper.ready();
};
const fail = (): void => {
  show();
  keeper.failed('The page crashed.');
};
function beatFor(ms: number): void {
  for (let time = 0; time < ms; time += BEAT) {
    keeper.beat();
    clock.pass(BEAT);
  }
}

it('leaves a page that beats alone, all day', () => {
  show();
  beatFor(24 * HOUR);
  expect(done).toEqual([]);
  expect(log.lines).toEqual([]);
});

it('loads a crashed page again at once', () => {
  fail();
  expect(done).toEqual(['reload']);
  expect(log.lines).toEqual(['error: The page crashed. Loading it again.']);
});

it('grows firmer with each failure in a row, and then lets the screen rest', () => {
  expect([1, 2, 3, 4, 5, 6, 100].map(measureAfter)).toEqual([
    'reload',
    'reload',
    'relaunch',
    'relaunch',
    'rest',
    'rest',
    'rest',
  ]);
  for (let count = 0; count < 5; count++) {
    fail();
    clock.pass(2_000);
  }
  expect(done).toEqual(['reload', 'reload', 'relaunch', 'relaunch', 'rest']);
});

it('waits before it does the same again', () => {
  fail();
  fail();
  expect(done).toEqual(['reload']);
  clock.pass(999);
  expect(done).toEqual(['reload']);
  clock.pass(1);
  expect(done).toEqual(['reload', 'reload']);
});

it('forgets failures once the page was well for a while', () => {
  fail();
  show();
  beatFor(STEADY);
  keeper.failed('The page crashed.');
  expect(done).toEqual(['reload', 'reload']);
  expect(keeper.failures).toBe(1);
});

it('notices a page that never gets ready', () => {
  keeper.loading();
  clock.pass(READY_WITHIN - 1);
  expect(done).toEqual([]);
  clock.pass(1);
  expect(done).toEqual(['reload']);
});

describe('silence', () => {
  it('is noticed', () => {
    show();
    beatFor(HOUR);
    clock.pass(SILENT_AFTER + 1_000);
    expect(done).toEqual(['reload']);
    expect(log.lines).toEqual(['error: The page is silent. Loading it again.']);
  });

  it('is waited for only once the page is ready', () => {
    keeper.loading();
    clock.pass(SILENT_AFTER + 2_000);
    expect(done).toEqual([]);
  });

  it('is no sign while the machine slept', () => {
    show();
    beatFor(HOUR);
    clock.sleep(8 * HOUR);
    clock.pass(1_000);
    expect(done).toEqual([]);
    beatFor(HOUR);
    expect(done).toEqual([]);
    clock.pass(SILENT_AFTER + 1_000);
    expect(done).toEqual(['reload']);
  });

  it('is forgiven when the host says that time has passed', () => {
    show();
    clock.pass(SILENT_AFTER - 1_000);
    keeper.timePassed();
    clock.pass(SILENT_AFTER - 1_000);
    expect(done).toEqual([]);
  });
});

it('counts a failure once, however often it is told', () => {
  show();
  keeper.failed('The page crashed.');
  keeper.failed('The page does not answer.');
  expect(keeper.failures).toBe(1);
});

it('goes on where an earlier process stopped', () => {
  keeper = keep(4);
  fail();
  expect(done).toEqual(['rest']);
});

describe('rest', () => {
  beforeEach(() => {
    keeper = keep(4);
    fail();
    keeper.loading();
  });

  it('needs no page that is ready, and ends by itself', () => {
    clock.pass(REST - 1);
    expect(done).toEqual(['rest']);
    clock.pass(1);
    expect(done).toEqual(['rest', 'reload']);
  });

  it('goes on while the page keeps failing', () => {
    for (let times = 1; times <= 20; times++) {
      clock.pass(REST);
      fail();
    }
    expect(done.filter((measure) => measure === 'rest')).toHaveLength(21);
  });

  it('is shown again when even its screen is gone', () => {
    keeper.failed('Chromium ended.');
    clock.pass(5_000);
    expect(done).toEqual(['rest', 'rest']);
    clock.pass(REST);
    expect(done).toEqual(['rest', 'rest', 'reload']);
  });
});

it('does nothing more once it was stopped', () => {
  fail();
  fail();
  keeper.stop();
  keeper.loading();
  keeper.ready();
  keeper.failed('The page crashed.');
  clock.pass(HOUR);
  expect(done).toEqual(['reload']);
  expect(clock.waiting).toBe(0);
});
