import { describe, expect, it } from 'vitest';
import { watchIdle } from '../../../src-renderer/session/idle.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

function watched() {
  const clock = new HeldClock();
  const seen: string[] = [];
  const watch = watchIdle(clock, () => 180, {
    ask: () => seen.push('ask'),
    count: (left) => seen.push(String(left)),
    leave: () => seen.push('leave'),
  });
  return { clock, seen, watch };
}

describe('the idle watch (R-42)', () => {
  it('asks after the idle time, counts 60 seconds down, then leaves', () => {
    const { clock, seen } = watched();
    clock.pass(179_999);
    expect(seen).toEqual([]);
    clock.pass(1);
    expect(seen).toEqual(['ask', '60']);
    clock.pass(60_000);
    expect(seen.slice(0, 4)).toEqual(['ask', '60', '59', '58']);
    expect(seen.slice(-2)).toEqual(['1', 'leave']);
    expect(seen).toHaveLength(62);
  });

  it('begins anew with every touch', () => {
    const { clock, seen, watch } = watched();
    clock.pass(170_000);
    watch.touch();
    clock.pass(170_000);
    expect(seen).toEqual([]);
    clock.pass(10_000);
    expect(seen).toEqual(['ask', '60']);
  });

  it('does not count while it is held, and counts anew once it is let go (R-42)', () => {
    const { clock, seen, watch } = watched();
    clock.pass(100_000);
    watch.hold(true);
    clock.pass(3_600_000);
    watch.touch();
    expect([seen, clock.waiting]).toEqual([[], 0]);
    watch.hold(false);
    clock.pass(179_999);
    expect(seen).toEqual([]);
    clock.pass(1);
    expect(seen).toEqual(['ask', '60']);
  });

  it('stops counting when the visitor answers, as often as they like', () => {
    const { clock, seen, watch } = watched();
    for (let times = 0; times < 20; times++) {
      clock.pass(180_000 + 30_000);
      watch.touch();
    }
    expect(seen.filter((entry) => entry === 'ask')).toHaveLength(20);
    expect(seen).not.toContain('leave');
  });

  it('leaves at once when the machine has slept past the end', () => {
    const { clock, seen } = watched();
    clock.sleep(3_600_000);
    clock.pass(0);
    expect(seen).toEqual(['leave']);
  });

  it('does not take the first touch after a sleep for the visitor who left', () => {
    const { clock, seen, watch } = watched();
    clock.sleep(3_600_000);
    watch.touch();
    expect(seen).toEqual(['leave']);
  });

  it('holds one timer, and none when it is stopped', () => {
    const { clock, watch } = watched();
    for (let times = 0; times < 100; times++) watch.touch();
    clock.pass(190_000);
    expect(clock.waiting).toBe(1);
    watch.stop();
    expect(clock.waiting).toBe(0);
  });
});
