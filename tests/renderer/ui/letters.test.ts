import { describe, expect, it } from 'vitest';
import { emsIn, emsOfLongest } from '../../../src-renderer/ui/letters.ts';

const LETTER = emsIn('a');

describe('the breadth of words', () => {
  it('counts letters, but not the marks on them', () => {
    expect(emsIn('Lumière')).toBeCloseTo(7 * LETTER);
    expect(emsIn('Lumie\u0300re')).toBeCloseTo(7 * LETTER);
    expect(emsIn('Körper\u00adseite')).toBeCloseTo(11 * LETTER);
    expect(emsIn('朗读')).toBe(2);
  });

  it('is that of the longest word, which may end where a line may break', () => {
    expect(emsOfLongest('All of it', 'Wiederholen')).toBeCloseTo(11 * LETTER);
    expect(emsOfLongest('Körper\u00adseite')).toBeCloseTo(6 * LETTER);
    expect(emsOfLongest('舒适设置')).toBe(1);
    expect(emsOfLongest()).toBe(0);
  });
});
