import { describe, expect, it } from 'vitest';
import { stepped } from '../../../src-renderer/ui/stepped.ts';

describe('a fade in steps', () => {
  it('begins at nothing, ends whole, and changes so many times', () => {
    const ease = stepped(1000, 12);
    const values = Array.from({ length: 1001 }, (_, ms) => ease(ms / 1000));
    expect(values[0]).toBe(0);
    expect(values.at(-1)).toBe(1);
    expect(new Set(values).size - 1).toBe(12);
    expect(values.every((value, at) => at === 0 || value >= values[at - 1]!)).toBe(true);
  });

  it('is a cut where there is no time for more', () => {
    expect([0, 0.4, 0.6, 1].map(stepped(0, 12))).toEqual([0, 0, 1, 1]);
  });
});
