import { describe, expect, it } from 'vitest';
import { lettersIn, lettersOfLongest } from '../../../src-renderer/ui/letters.ts';

describe('the breadth of words', () => {
  it('counts letters, but not the marks on them', () => {
    expect(lettersIn('Lumière')).toBe(7);
    expect(lettersIn('Lumie\u0300re')).toBe(7);
    expect(lettersIn('Körper\u00adseite')).toBe(11);
    expect(lettersIn('朗读')).toBeCloseTo(3.6);
  });

  it('is that of the longest word, which may end where a line may break', () => {
    expect(lettersOfLongest('All of it', 'Wiederholen')).toBe(11);
    expect(lettersOfLongest('Körper\u00adseite')).toBe(6);
    expect(lettersOfLongest('舒适设置')).toBeCloseTo(1.8);
    expect(lettersOfLongest()).toBe(0);
  });
});
