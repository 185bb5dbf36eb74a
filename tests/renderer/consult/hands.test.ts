import { describe, expect, it } from 'vitest';
import { Hands, type Touchdown } from '../../../src-renderer/consult/hands.ts';

const finger = (id: number, time: number, radius = 5): Touchdown => ({ id, kind: 'touch', radius, time });
const pen = (id: number, time: number): Touchdown => ({ id, kind: 'pen', radius: 0, time });

describe('hands on the picture', () => {
  it('draw with one finger; a second that comes later rests', () => {
    const hands = new Hands();
    expect(hands.down(finger(1, 0))).toEqual({ role: 'draws' });
    expect(hands.down(finger(2, 900))).toEqual({ role: 'rests' });
    expect([hands.isDrawing(1), hands.isDrawing(2)]).toEqual([true, false]);
    hands.up(1, 1000);
    expect(hands.down(finger(3, 1100))).toEqual({ role: 'draws' });
  });

  it('move the picture with two fingers that come together: what the first has drawn was none', () => {
    const hands = new Hands();
    hands.down(finger(1, 0));
    expect(hands.down(finger(2, 120))).toEqual({ role: 'pinches', taken: 1 });
    expect([hands.isPinching(1), hands.isPinching(2), hands.isDrawing(1)]).toEqual([true, true, false]);
    hands.up(2, 400);
    // The one that is left draws nothing, and a new one joins it.
    expect([hands.isDrawing(1), hands.isPinching(1)]).toEqual([false, false]);
    expect(hands.down(finger(3, 500))).toEqual({ role: 'pinches' });
    hands.up(1, 600);
    hands.up(3, 600);
    expect(hands.down(finger(4, 700)).role).toBe('draws');
  });

  it('pass over palms, from the first or once they show themselves', () => {
    const hands = new Hands();
    expect(hands.down(finger(1, 0, 14))).toEqual({ role: 'rests' });
    hands.down(finger(2, 10));
    expect(hands.grows(2, 8)).toBe(false);
    expect(hands.grows(2, 15)).toBe(true);
    expect(hands.isDrawing(2)).toBe(false);
  });

  it('give way to a pen, and rest while it writes and a little after', () => {
    const hands = new Hands();
    hands.down(finger(1, 0));
    expect(hands.down(pen(2, 50))).toEqual({ role: 'draws', taken: 1 });
    expect(hands.down(finger(3, 60))).toEqual({ role: 'rests' });
    hands.up(2, 1000);
    expect(hands.down(finger(4, 1300))).toEqual({ role: 'rests' });
    expect(hands.down(finger(5, 1700))).toEqual({ role: 'draws' });
  });

  it('draw with a mouse', () => {
    expect(new Hands().down({ id: 1, kind: 'mouse', radius: 0.5, time: 0 }).role).toBe('draws');
  });
});
