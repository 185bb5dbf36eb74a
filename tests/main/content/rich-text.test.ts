import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTexts } from '../../../src-main/content/texts.ts';
import { plainText, runsOf } from '../../../src-main/contract/rich-text.ts';

const termsIn = (text: string): string[] => runsOf(text).flatMap((run) => run.term ?? []);

const at = { folder: '', file: 'x.json' };

/** Texts with many brackets, well-formed and not. */
const text = fc
  .array(
    fc.oneof(fc.constantFrom('[[', ']]', '[', ']', '|', '[[tremor|shaking]]', '[[a-b|c d]]'), fc.string()),
  )
  .map((parts) => parts.join(''));

describe('a text with glossary terms', () => {
  it.each([
    ['plain', [{ words: 'plain' }]],
    ['', []],
    ['a [[tremor|shake]] b', [{ words: 'a ' }, { words: 'shake', term: 'tremor' }, { words: ' b' }]],
    [
      '[[a|b]][[c|d]]',
      [
        { words: 'b', term: 'a' },
        { words: 'd', term: 'c' },
      ],
    ],
    ['[[a|b', [{ words: '[[a|b' }]],
    ['[[a|]]', [{ words: '[[a|]]' }]],
    ['[[A b|c]]', [{ words: '[[A b|c]]' }]],
    ['<b>[[a|<i>]]</b>', [{ words: '<b>' }, { words: '<i>', term: 'a' }, { words: '</b>' }]],
  ])('%j is split into its runs', (given, runs) => {
    expect(runsOf(given)).toEqual(runs);
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(text, (given) => {
        const again = runsOf(given).map(({ words, term }) =>
          term === undefined ? words : `[[${term}|${words}]]`,
        );
        expect(again.join('')).toBe(given);
        expect(runsOf(given).every(({ words }) => words.length > 0)).toBe(true);
        expect(plainText(given).length).toBeLessThanOrEqual(given.length);
      }),
    );
  });

  it('is split in the time of its length', () => {
    const given = '[[a|'.repeat(50_000);
    const start = performance.now();
    expect(runsOf(given)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('keeps only links to terms that exist, and all its words', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { value, faults } = linkTexts({ given }, new Set(['tremor']), at);
        expect(termsIn(value.given).every((term) => term === 'tremor')).toBe(true);
        const isFaultless =
          termsIn(given).every((term) => term === 'tremor') && !/\[\[|\]\]/.test(plainText(given));
        if (isFaultless) expect({ value, faults }).toEqual({ value: { given }, faults: [] });
        else expect(faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
