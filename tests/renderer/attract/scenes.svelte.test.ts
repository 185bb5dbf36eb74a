import { describe, expect, it } from 'vitest';
import { Beat, drift } from '../../../src-renderer/attract/scenes.svelte.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

describe('the attract loop', () => {
  it('counts its beats until it is stopped', () => {
    const clock = new HeldClock();
    const beat = new Beat(clock, 12_000);
    clock.pass(36_500);
    expect(beat.count).toBe(3);
    beat.stop();
    clock.pass(36_000);
    expect(beat.count).toBe(3);
    expect(clock.waiting).toBe(0);
  });

  it('drifts by a pixel at a time and comes back', () => {
    expect(drift(0)).toEqual(drift(24));
    for (let minute = 0; minute < 48; minute++) {
      const [a, b] = [drift(minute), drift(minute + 1)];
      expect(Math.abs(a.x - b.x) + Math.abs(a.y - b.y)).toBe(1);
    }
  });
});
