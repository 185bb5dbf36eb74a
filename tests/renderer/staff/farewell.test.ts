import { describe, expect, it, vi } from 'vitest';
import { LOOK_MS, watchReturn } from '../../../src-renderer/staff/farewell.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

describe('a kiosk that restarts', () => {
  it('is shown again once it has gone and come back', async () => {
    const clock = new HeldClock();
    const there = [true, true, false, false, true];
    const onreturn = vi.fn();
    watchReturn(clock, () => Promise.resolve(there.shift()!), onreturn);
    await clock.passAndSettle(4 * LOOK_MS);
    expect(onreturn).not.toHaveBeenCalled();
    await clock.passAndSettle(LOOK_MS);
    expect(onreturn).toHaveBeenCalledTimes(1);
    expect(clock.waiting).toBe(0);
  });

  it('is no longer looked for when the screen has gone', async () => {
    const clock = new HeldClock();
    const stop = watchReturn(clock, () => Promise.resolve(true), vi.fn());
    await clock.passAndSettle(LOOK_MS);
    stop();
    expect(clock.waiting).toBe(0);
  });
});
