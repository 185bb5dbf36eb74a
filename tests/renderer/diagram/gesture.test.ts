import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Gesture } from '../../../src-renderer/diagram/gesture.ts';

const SLACK = 32;
const contact = (x: number, y: number, pointerId = 1) => ({ pointerId, at: { x, y } });

function finger(drags = true) {
  const on = { tap: vi.fn(), drag: vi.fn(), dragged: vi.fn() };
  return { on, gesture: new Gesture(() => SLACK, drags ? on : { tap: on.tap }) };
}

describe('a finger on the picture', () => {
  it('taps when it is lifted, not when it comes down (R-10)', () => {
    const { on, gesture } = finger();
    gesture.down(contact(100, 50));
    expect(on.tap).not.toHaveBeenCalled();
    gesture.up(contact(100, 50));
    expect(on.tap).toHaveBeenCalledExactlyOnceWith({ x: 100, y: 50 });
  });

  it('taps where it was on the whole, however it trembles within 8 mm', () => {
    const tremble = fc.array(fc.tuple(fc.integer({ min: -22, max: 22 }), fc.integer({ min: -22, max: 22 })));
    fc.assert(
      fc.property(tremble, (moves) => {
        const { on, gesture } = finger();
        gesture.down(contact(200, 200));
        for (const [dx, dy] of moves) gesture.move(contact(200 + dx, 200 + dy));
        gesture.up(contact(0, 0));
        expect(on.drag).not.toHaveBeenCalled();
        expect(on.tap).toHaveBeenCalledTimes(1);
        const [{ x, y }] = on.tap.mock.lastCall as [{ x: number; y: number }];
        expect(Math.hypot(x - 200, y - 200)).toBeLessThanOrEqual(SLACK);
      }),
    );
  });

  it('drags beyond that without a jump, and does not tap', () => {
    const { on, gesture } = finger();
    gesture.down(contact(0, 0));
    gesture.move(contact(40, 0));
    gesture.move(contact(55, 5));
    gesture.up(contact(55, 5));
    expect(on.drag.mock.calls).toEqual([
      [0, 0],
      [15, 5],
    ]);
    expect(on.dragged).toHaveBeenCalledTimes(1);
    expect(on.tap).not.toHaveBeenCalled();
  });

  it('that slides where nothing can be dragged does nothing', () => {
    const { on, gesture } = finger(false);
    gesture.down(contact(0, 0));
    gesture.move(contact(100, 0));
    gesture.up(contact(100, 0));
    expect(on.tap).not.toHaveBeenCalled();
  });

  it('is alone: others are passed over until it is lifted', () => {
    const { on, gesture } = finger();
    expect(gesture.down(contact(0, 0, 1))).toBe(true);
    expect(gesture.down(contact(300, 300, 2))).toBe(false);
    gesture.move(contact(500, 300, 2));
    gesture.up(contact(500, 300, 2));
    gesture.up(contact(0, 0, 1));
    expect(on.tap).toHaveBeenCalledExactlyOnceWith({ x: 0, y: 0 });
    expect(gesture.down(contact(1, 1, 2))).toBe(true);
  });

  it('that is taken away means nothing', () => {
    const { on, gesture } = finger();
    gesture.down(contact(0, 0));
    gesture.cancel(contact(0, 0));
    expect(on.tap).not.toHaveBeenCalled();
  });
});
