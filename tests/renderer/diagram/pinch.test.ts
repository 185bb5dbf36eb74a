import { describe, expect, it, vi } from 'vitest';
import { nearerBy, Pinch } from '../../../src-renderer/diagram/pinch.ts';

const at = (pointerId: number, x: number, y: number) => ({ pointerId, at: { x, y } });

describe('two fingers on a picture', () => {
  it('move it by their middle and bring it nearer as they part', () => {
    const on = vi.fn();
    const pinch = new Pinch(on);
    expect([pinch.down(at(1, 0, 0)), pinch.down(at(2, 100, 0)), pinch.down(at(3, 9, 9))]).toEqual([
      false,
      true,
      false,
    ]);
    pinch.move(at(2, 200, 20));
    expect(on).toHaveBeenLastCalledWith({ dx: 50, dy: 10, nearer: expect.closeTo(2.01, 2) as number });
    pinch.move(at(3, 500, 500));
    expect(on).toHaveBeenCalledTimes(1);
  });

  it('say nothing of nearness while they are close, and nothing at all alone', () => {
    const on = vi.fn();
    const pinch = new Pinch(on);
    pinch.down(at(1, 0, 0));
    pinch.move(at(1, 5, 5));
    pinch.down(at(2, 20, 5));
    pinch.move(at(2, 30, 5));
    expect(on.mock.lastCall).toEqual([{ dx: 5, dy: 0, nearer: 1 }]);
    pinch.up({ pointerId: 1 });
    pinch.move(at(2, 90, 5));
    expect(on).toHaveBeenCalledTimes(1);
  });

  it('is what a wheel does, within reason', () => {
    expect(nearerBy(0)).toBe(1);
    expect(nearerBy(-100)).toBeGreaterThan(1);
    expect(nearerBy(1e6)).toBeCloseTo(Math.exp(-0.4), 6);
  });
});
