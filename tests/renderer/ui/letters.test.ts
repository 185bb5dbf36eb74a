import { describe, expect, it } from 'vitest';
import { emsIn, emsInRow, emsOfLongest } from '../../../src-renderer/ui/letters.ts';

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

  it('is the same for all in a row that has the room, and their own where it has not', () => {
    const row = { between: 4, letters: 10, padding: 2 };
    const texts = ['abcd', 'ab'];
    const share = 4 * LETTER * 10 + 2;
    expect(emsInRow(texts, { ...row, room: 2 * share + 4 })).toEqual({ even: true, ems: 8 * LETTER });
    const less = emsInRow(texts, { ...row, room: 2 * share + 3 });
    expect(less.even).toBe(false);
    expect(less.ems).toBeCloseTo(6 * LETTER);
    expect(emsInRow(texts, { ...row, room: 0 }).even).toBe(false);
  });
});
