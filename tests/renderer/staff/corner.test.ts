import { describe, expect, it, vi } from 'vitest';
import { CornerHold, HOLD_MS, isStaffChord } from '../../../src-renderer/staff/corner.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

function held() {
  const clock = new HeldClock();
  const onhold = vi.fn();
  const hold = new CornerHold(clock, onhold);
  const at = (x: number, y: number, id = 1) => ({ id, x, y });
  return { clock, onhold, hold, at };
}

describe('the held corner', () => {
  it('opens after three seconds, once', () => {
    const { clock, onhold, hold, at } = held();
    hold.down(at(5, 5));
    clock.pass(HOLD_MS - 1);
    expect(onhold).not.toHaveBeenCalled();
    clock.pass(1);
    hold.up(at(5, 5));
    clock.pass(60_000);
    expect(onhold).toHaveBeenCalledExactlyOnceWith(1);
  });

  it('bears a finger that strays a little, and none that strays far', () => {
    const { clock, onhold, hold, at } = held();
    hold.down(at(10, 10));
    for (let times = 0; times < 50; times++) hold.move(at(10 + (times % 2) * 14, 12));
    clock.pass(HOLD_MS);
    expect(onhold).toHaveBeenCalledTimes(1);
    hold.down(at(10, 10));
    hold.move(at(26, 10));
    clock.pass(HOLD_MS);
    expect(onhold).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['begins outside', (h: ReturnType<typeof held>) => h.hold.down(h.at(21, 5))],
    [
      'is lifted',
      (h: ReturnType<typeof held>) => {
        h.hold.down(h.at(5, 5));
        h.clock.pass(2900);
        h.hold.up(h.at(5, 5));
      },
    ],
    [
      'is joined by another finger',
      (h: ReturnType<typeof held>) => {
        h.hold.down(h.at(5, 5));
        h.hold.down(h.at(6, 6, 2));
      },
    ],
  ])('stays shut when a touch %s', (_, touch) => {
    const all = held();
    touch(all);
    all.clock.pass(60_000);
    expect(all.onhold).not.toHaveBeenCalled();
    expect(all.clock.waiting).toBe(0);
  });

  it('is not moved by other fingers', () => {
    const { clock, onhold, hold, at } = held();
    hold.down(at(5, 5));
    hold.move(at(200, 200, 7));
    hold.up(at(200, 200, 7));
    clock.pass(HOLD_MS);
    expect(onhold).toHaveBeenCalledTimes(1);
  });
});

describe('the keys of staff', () => {
  const keys = { ctrlKey: true, altKey: true, metaKey: false, code: 'KeyS', key: 's' };
  it.each([
    [keys, true],
    [{ ...keys, key: 'ś' }, true],
    [{ ...keys, code: 'KeyO', key: 'S' }, true],
    [{ ...keys, altKey: false }, false],
    [{ ...keys, ctrlKey: false }, false],
    [{ ...keys, code: 'KeyA', key: 'a' }, false],
  ])('%j: %s', (event, expected) => expect(isStaffChord(event)).toBe(expected));
});
