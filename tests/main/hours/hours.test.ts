import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../../src-main/contract/settings.ts';
import { followDay, type Day } from '../../../src-main/hours/day.ts';
import { isOpen, lastTime } from '../../../src-main/hours/opening-hours.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A Monday. */
const monday = (hours: number, minutes = 0): Date => new Date(2026, 10, 23, hours, minutes);

const split = {
  mon: [
    { from: '08:00', to: '12:00' },
    { from: '13:30', to: '18:00' },
  ],
  tue: [{ from: '08:00', to: '12:00' }],
};

describe('opening hours', () => {
  it.each<[string, Date, boolean]>([
    ['before', monday(7, 59), false],
    ['from the first minute', monday(8), true],
    ['to the last', monday(11, 59), true],
    ['not beyond', monday(12), false],
    ['again after noon', monday(13, 30), true],
    ['the next day', new Date(2026, 10, 24, 9), true],
    ['not on a day that is left out', new Date(2026, 10, 29, 9), false],
  ])('%s', (_, moment, open) => expect(isOpen(split, moment)).toBe(open));

  it('are always, where none are given', () => expect(isOpen(undefined, monday(3))).toBe(true));
});

it('finds the last time that a clock showed', () => {
  expect(lastTime('03:30', monday(10))).toEqual(monday(3, 30));
  expect(lastTime('03:30', monday(3, 30))).toEqual(monday(3, 30));
  expect(lastTime('23:00', monday(10))).toEqual(new Date(2026, 10, 22, 23));
});

describe('a day', () => {
  let clock: HeldClock;
  let settings: Pick<Settings, 'openingHours' | 'restartAt'>;
  let inUse: boolean;
  const restart = vi.fn();
  const onChange = vi.fn();
  let day: Day;

  beforeEach(() => {
    vi.clearAllMocks();
    clock = new HeldClock();
    inUse = false;
    settings = { openingHours: split, restartAt: '03:30' };
  });
  const follow = (from: Date): Day => {
    clock.wall = from.getTime();
    return (day = followDay({
      clock,
      settings: () => settings,
      inUse: () => inUse,
      onChange,
      restart,
    }));
  };

  it('tells when the clinic closes and opens', () => {
    follow(monday(11));
    expect(day.asleep).toBe(false);
    clock.pass(HOUR + MINUTE);
    expect(day.asleep).toBe(true);
    clock.pass(1.5 * HOUR);
    expect(day.asleep).toBe(false);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('restarts once a night', () => {
    follow(monday(9));
    clock.pass(18 * HOUR);
    expect(restart).not.toHaveBeenCalled();
    clock.pass(HOUR);
    expect(restart).toHaveBeenCalledTimes(1);
    clock.pass(20 * HOUR);
    expect(restart).toHaveBeenCalledTimes(1);
    clock.pass(4 * HOUR);
    expect(restart).toHaveBeenCalledTimes(2);
  });

  it('waits until nobody is there', () => {
    follow(monday(9));
    inUse = true;
    clock.pass(20 * HOUR);
    expect(restart).not.toHaveBeenCalled();
    inUse = false;
    clock.pass(MINUTE);
    expect(restart).toHaveBeenCalledTimes(1);
  });

  it('waits for closing time when the hour falls into the opening hours', () => {
    settings = { openingHours: split, restartAt: '10:00' };
    follow(monday(8));
    clock.pass(3 * HOUR);
    expect(restart).not.toHaveBeenCalled();
    clock.pass(HOUR + MINUTE);
    expect(restart).toHaveBeenCalledTimes(1);
  });

  it('restarts at night where the clinic never closes', () => {
    settings = { openingHours: undefined, restartAt: '03:30' };
    follow(monday(9));
    clock.pass(19 * HOUR);
    expect(restart).toHaveBeenCalledTimes(1);
  });

  it('does not restart a kiosk that has just started, however its clock is set', () => {
    follow(monday(9));
    for (let days = 1; days <= 5; days++) {
      clock.wall += 24 * HOUR;
      clock.pass(MINUTE);
    }
    expect(restart).not.toHaveBeenCalled();
  });

  it('copes with a clock that goes back', () => {
    follow(monday(9));
    clock.pass(2 * HOUR);
    clock.wall -= 48 * HOUR;
    clock.pass(HOUR);
    expect(restart).not.toHaveBeenCalled();
    clock.pass(24 * HOUR);
    expect(restart).toHaveBeenCalledTimes(1);
  });

  it('takes another hour of the settings for no night that has passed', () => {
    settings = { openingHours: undefined, restartAt: '03:30' };
    follow(monday(9));
    clock.pass(3 * HOUR);
    settings = { openingHours: undefined, restartAt: '11:00' };
    day.look();
    clock.pass(HOUR);
    expect(restart).not.toHaveBeenCalled();
  });

  it('lets go of the clock', () => {
    follow(monday(9));
    day.close();
    expect(clock.waiting).toBe(0);
  });
});
