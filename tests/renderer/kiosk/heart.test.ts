import { describe, expect, it, vi } from 'vitest';
import { BEAT_MS, startHeart } from '../../../src-renderer/kiosk/heart.ts';
import { HeldClock, settle } from '../../doubles/held-clock.ts';

describe('the heart of the page', () => {
  it('beats regularly, and says whether somebody uses the page', async () => {
    const clock = new HeldClock();
    let used = false;
    const send = vi.fn(() => Promise.resolve());
    startHeart(clock, () => used, send);
    expect(send).not.toHaveBeenCalled();
    await clock.passAndSettle(BEAT_MS);
    used = true;
    await clock.passAndSettle(BEAT_MS);
    expect(send.mock.calls).toEqual([[{ used: false }], [{ used: true }]]);
  });

  it('leaves out a beat while the one before is under way', async () => {
    const clock = new HeldClock();
    let end = (): void => {};
    const send = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    startHeart(clock, () => false, send);
    clock.pass(3 * BEAT_MS);
    expect(send).toHaveBeenCalledTimes(1);
    end();
    await settle();
    clock.pass(BEAT_MS);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('stops', () => {
    const clock = new HeldClock();
    const stop = startHeart(clock, () => false, vi.fn());
    stop();
    expect(clock.waiting).toBe(0);
  });
});
