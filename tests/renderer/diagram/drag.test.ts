import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Drag } from '../../../src-renderer/diagram/drag.ts';

const SLACK = 32;
const contact = (x: number, y: number, pointerId = 1) => ({ pointerId, at: { x, y } });

function finger() {
  const on = { drag: vi.fn(), dragged: vi.fn() };
  return { on, drag: new Drag(() => SLACK, on) };
}

describe('a finger on the picture', () => {
  it('does not drag, however it trembles within 8 mm', () => {
    const tremble = fc.array(fc.tuple(fc.integer({ min: -22, max: 22 }), fc.integer({ min: -22, max: 22 })));
    fc.assert(
      fc.property(tremble, (moves) => {
        const { on, drag } = finger();
        drag.down(contact(200, 200));
        for (const [dx, dy] of moves) drag.move(contact(200 + dx, 200 + dy));
        drag.up(contact(0, 0));
        expect(on.drag).not.toHaveBeenCalled();
        expect(on.dragged).not.toHaveBeenCalled();
        expect(drag.slid).toBe(false);
      }),
    );
  });

  it('drags beyond that without a jump', () => {
    const { on, drag } = finger();
    drag.down(contact(0, 0));
    drag.move(contact(40, 0));
    drag.move(contact(55, 5));
    drag.up(contact(55, 5));
    expect(on.drag.mock.calls).toEqual([
      [0, 0],
      [15, 5],
    ]);
    expect(on.dragged).toHaveBeenCalledTimes(1);
  });

  it('has slid until the next one comes, so that the click that follows is none', () => {
    const { drag } = finger();
    drag.down(contact(0, 0));
    drag.move(contact(100, 0));
    drag.up(contact(100, 0));
    expect(drag.slid).toBe(true);
    drag.down(contact(0, 0));
    expect(drag.slid).toBe(false);
  });

  it('is alone: others are passed over until it is lifted', () => {
    const { on, drag } = finger();
    expect(drag.down(contact(0, 0, 1))).toBe(true);
    expect(drag.down(contact(300, 300, 2))).toBe(false);
    drag.move(contact(500, 300, 2));
    drag.up(contact(500, 300, 2));
    expect(on.drag).not.toHaveBeenCalled();
    drag.up(contact(0, 0, 1));
    expect(drag.down(contact(1, 1, 2))).toBe(true);
  });
});
