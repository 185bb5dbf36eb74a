import { describe, expect, it, vi } from 'vitest';
import { Frames } from '../../../../src-renderer/diagram/live/frames.ts';
import { HeldClock } from '../../../doubles/held-clock.ts';

/** A screen that repaints every 16 ms. */
function screen(draw: () => boolean) {
  const clock = new HeldClock();
  const drawn = vi.fn(draw);
  const repaint = (call: () => void): (() => void) => clock.after(16 - (clock.now() % 16), call);
  return { clock, drawn, frames: new Frames(clock, repaint, drawn) };
}

describe('pictures are drawn', () => {
  it('never by themselves', () => {
    const { clock, drawn } = screen(() => true);
    clock.pass(60_000);
    expect(drawn).not.toHaveBeenCalled();
    expect(clock.waiting).toBe(0);
  });

  it('once for whatever has changed before the next repaint, and then no more', () => {
    const { clock, drawn, frames } = screen(() => false);
    for (let times = 0; times < 5; times++) frames.ask();
    clock.pass(60_000);
    expect(drawn).toHaveBeenCalledTimes(1);
    expect(clock.waiting).toBe(0);
  });

  it.each([12, 30, 60])('no more often than %i times a second', (cap) => {
    const { clock, drawn, frames } = screen(() => true);
    frames.cap = cap;
    frames.ask();
    clock.pass(10_000);
    const each = drawn.mock.calls.length / 10;
    expect(each).toBeLessThanOrEqual(cap * 1.09);
    expect(each).toBeGreaterThan(cap * 0.8);
  });

  it('not while the page is hidden, but afterwards', () => {
    const { clock, drawn, frames } = screen(() => true);
    frames.ask();
    clock.pass(100);
    frames.hidden = true;
    drawn.mockClear();
    frames.ask();
    clock.pass(60_000);
    expect(drawn).not.toHaveBeenCalled();
    expect(clock.waiting).toBe(0);
    frames.hidden = false;
    clock.pass(40);
    expect(drawn).toHaveBeenCalled();
  });

  it('no more once it was stopped, also not after having been hidden', () => {
    const { clock, drawn, frames } = screen(() => true);
    frames.ask();
    frames.stop();
    frames.hidden = true;
    frames.hidden = false;
    clock.pass(1000);
    expect(drawn).not.toHaveBeenCalled();
    expect(clock.waiting).toBe(0);
  });
});
