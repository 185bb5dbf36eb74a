import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, initialsOf, pagesIn } from '../../../src-renderer/find/letters.ts';

const sorted = (locale: string, terms: readonly string[]): { term: string }[] =>
  terms.toSorted(new Intl.Collator(locale).compare).map((term) => ({ term }));
const labels = (locale: string, terms: readonly string[], most: number): string[] =>
  groupsOf(sorted(locale, terms), new Intl.Collator(locale), most).map(({ from, to }) =>
    from === to ? from : `${from}–${to}`,
  );

describe('initials (R-52)', () => {
  it.each([
    ['en', ['apple', 'Éclair', 'eclipse', 'zoo'], ['A', 'E', 'E', 'Z']],
    ['es', ['ánimo', 'nube', 'ñandú', 'oreja'], ['A', 'N', 'Ñ', 'O']],
    ['de', ['Ärger', 'Auge', 'Öl', 'Ohr'], ['A', 'A', 'O', 'O']],
    ['sv', ['arm', 'zon', 'åska', 'ärm', 'öra'], ['A', 'Z', 'Å', 'Ä', 'Ö']],
    ['cs', ['cena', 'hlava', 'chůze', 'injekce'], ['C', 'H', 'Ch', 'I']],
    ['ar', ['أذن', 'ارتعاش', 'رقبة', 'عين'], ['ا', 'ا', 'ر', 'ع']],
    ['zh', ['颈部', '肌肉', '眼睛'], ['J', 'J', 'Y']],
    ['ko', ['목', '근육', '각도'], ['각', '근', '목']],
    ['en', ['“quote”', '5-HT', '(arm)'], ['5', 'A', 'Q']],
  ])('of %s', (locale, terms, initials) => {
    const list = sorted(locale, terms);
    expect(initialsOf(list, new Intl.Collator(locale)).toSorted()).toEqual(initials.toSorted());
  });
});

describe('groups of letters', () => {
  it.each([
    ['en', ['anna', 'bea', 'cleo', 'dora', 'eve', 'fay'], 3, ['A–B', 'C–D', 'E–F']],
    ['en', ['sa', 'sb', 'sc', 'sd', 'ta', 'a'], 3, ['A', 'S', 'T']],
    ['es', ['nube', 'ñandú', 'oreja'], 6, ['N', 'Ñ', 'O']],
    ['sv', ['arm', 'zon', 'åska', 'öra'], 2, ['A–Z', 'Å–Ö']],
    ['zh', ['颈部', '肌肉', '眼睛', '大脑'], 2, ['D', 'J–Y']],
    ['ar', ['أذن', 'رقبة', 'عين'], 6, ['ا', 'ر', 'ع']],
  ])('in %s: %j, at most %i', (locale, terms, most, expected) => {
    expect(labels(locale, terms, most)).toEqual(expected);
  });

  it('are none of nothing', () => {
    expect(groupsOf([], new Intl.Collator('en'), 6)).toEqual([]);
  });

  it.each(['en', 'es', 'sv', 'zh', 'ar', 'cs'])('hold every entry once, in %s, however many', (locale) => {
    const collator = new Intl.Collator(locale);
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 90 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (terms, most, size) => {
          const list = sorted(locale, terms);
          const groups = groupsOf(list, collator, most);
          expect(groups.length).toBeLessThanOrEqual(most);
          let end = 0;
          for (const { start, count } of groups) {
            expect(start).toBe(end);
            expect(count).toBeGreaterThan(0);
            end = start + count;
          }
          expect(end).toBe(list.length);
          const pages = pagesIn(list, groups, size);
          expect(pages.flat()).toEqual(list);
          expect(pages.every((page) => page.length <= size)).toBe(true);
          for (const { start } of groups) expect(pages.some(([first]) => first === list[start])).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are about equally long', () => {
    const terms = [...'aaaabbbccddddddefffgghiiiijklmmmmnnoopppppqrrssssssssttttuvwxyz'].map((a, i) => a + i);
    const counts = groupsOf(sorted('en', terms), new Intl.Collator('en'), 6).map(({ count }) => count);
    expect(counts).toHaveLength(6);
    expect(Math.max(...counts)).toBeLessThan(2 * Math.min(...counts));
  });
});
