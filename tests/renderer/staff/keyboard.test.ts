import { describe, expect, it } from 'vitest';
import { DIGITS, erased, keyPages, typed } from '../../../src-renderer/staff/keyboard.ts';

describe('the keyboard of staff', () => {
  it('has every key once, in rows of ten', () => {
    for (const page of Object.values(keyPages)) {
      const keys = [...DIGITS, ...page.flat()];
      expect(new Set(keys).size).toBe(keys.length);
      expect(page.every((row) => row.length === 10)).toBe(true);
    }
  });

  it('writes where the caret stands, and over what is selected', () => {
    expect(typed('Hilside', [3, 3], 'l', 60)).toEqual({ text: 'Hillside', caret: 4 });
    expect(typed('abc', [0, 3], 'x', 60)).toEqual({ text: 'x', caret: 1 });
    expect(typed('abc', [3, 3], 'd', 3)).toEqual({ text: 'abc', caret: 3 });
  });

  it('takes away the character before the caret, as readers see it', () => {
    expect(erased('abc', [2, 2])).toEqual({ text: 'ac', caret: 1 });
    expect(erased('abc', [0, 2])).toEqual({ text: 'c', caret: 0 });
    expect(erased('abc', [0, 0])).toEqual({ text: 'abc', caret: 0 });
    expect(erased('e\u0301', [2, 2])).toEqual({ text: '', caret: 0 });
  });
});
