import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StaffFile, WEEKDAYS as CONTRACT } from '../../../src-main/contract/settings.ts';
import {
  copyMonday,
  moveTime,
  stepTime,
  toggleDay,
  usualWeek,
  WEEKDAYS,
  type OpeningHours,
} from '../../../src-renderer/staff/hours.ts';

const isValid = (openingHours: OpeningHours): boolean => StaffFile.safeParse({ openingHours }).success;

describe('times of day', () => {
  it.each([
    ['03:30', 1, '03:45'],
    ['03:30', -1, '03:15'],
    ['23:45', 1, '00:00'],
    ['00:00', -1, '23:45'],
    ['08:20', 1, '08:30'],
    ['08:20', -1, '08:15'],
  ])('%s by %s is %s', (time, steps, expected) => expect(stepTime(time, steps)).toBe(expected));
});

describe('opening hours', () => {
  it('have the contract’s days', () => expect([...WEEKDAYS]).toEqual([...CONTRACT]));

  it('begin as a usual week', () => {
    expect(Object.keys(usualWeek)).toEqual(['mon', 'tue', 'wed', 'thu', 'fri']);
    expect(isValid(usualWeek)).toBe(true);
  });

  it('close a day, and open it as the day before', () => {
    const early = { ...usualWeek, fri: [{ from: '07:00', to: '12:00' }] };
    expect(toggleDay(early, 'fri')).not.toHaveProperty('fri');
    expect(toggleDay(early, 'sat').sat).toEqual(early.fri);
    expect(toggleDay({}, 'mon').mon).toEqual([{ from: '08:00', to: '18:00' }]);
  });

  it('move by a quarter of an hour, and stop where the day or the other time is', () => {
    const monday = (from: string, to: string): OpeningHours => ({ mon: [{ from, to }] });
    expect(moveTime(monday('08:00', '18:00'), 'mon', 0, 'from', -1)).toEqual(monday('07:45', '18:00'));
    expect(moveTime(monday('08:00', '08:15'), 'mon', 0, 'from', 1)).toEqual(monday('08:00', '08:15'));
    expect(moveTime(monday('08:00', '08:15'), 'mon', 0, 'to', -1)).toEqual(monday('08:00', '08:15'));
    expect(moveTime(monday('00:00', '08:15'), 'mon', 0, 'from', -1)).toEqual(monday('00:00', '08:15'));
    expect(moveTime(monday('08:00', '23:45'), 'mon', 0, 'to', 1)).toEqual(monday('08:00', '23:59'));
    expect(moveTime(monday('08:00', '23:59'), 'mon', 0, 'to', 1)).toEqual(monday('08:00', '23:59'));
    expect(moveTime(monday('08:00', '23:59'), 'mon', 0, 'to', -1)).toEqual(monday('08:00', '23:45'));
  });

  it('keep a break', () => {
    const broken: OpeningHours = {
      wed: [
        { from: '08:00', to: '12:00' },
        { from: '12:15', to: '18:00' },
      ],
    };
    expect(moveTime(broken, 'wed', 1, 'from', -1).wed![1]!.from).toBe('12:00');
    expect(moveTime(moveTime(broken, 'wed', 1, 'from', -1), 'wed', 1, 'from', -1).wed![1]!.from).toBe(
      '12:00',
    );
  });

  it('copy Monday to Friday, closed or open', () => {
    const hours: OpeningHours = {
      mon: [{ from: '07:00', to: '15:00' }],
      sat: [{ from: '09:00', to: '12:00' }],
    };
    expect(copyMonday(hours)).toEqual({
      ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, hours.mon])),
      sat: hours.sat,
    });
    expect(copyMonday({ tue: hours.mon, sun: hours.sat })).toEqual({ sun: hours.sat });
  });

  it('are such as the kiosk takes, whatever is touched', () => {
    const day = fc.constantFrom(...WEEKDAYS);
    const touch = fc.oneof(
      day.map((of) => (hours: OpeningHours) => toggleDay(hours, of)),
      fc
        .tuple(
          day,
          fc.constantFrom('from' as const, 'to' as const),
          fc.constantFrom(1, -1),
          fc.integer({ min: 1, max: 90 }),
        )
        .map(([of, edge, steps, times]) => (hours: OpeningHours) => {
          let moved = hours;
          for (let time = 0; time < times; time++) moved = moveTime(moved, of, 0, edge, steps);
          return moved;
        }),
      fc.constant(copyMonday),
    );
    fc.assert(
      fc.property(fc.array(touch, { maxLength: 40 }), (touches) =>
        isValid(touches.reduce((hours, touched) => touched(hours), usualWeek)),
      ),
    );
  });
});
