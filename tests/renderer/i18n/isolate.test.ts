import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../src-main/contract/rich-text.ts';
import { isolated, isolatedTexts } from '../../../src-renderer/i18n/isolate.ts';

const [OPEN, CLOSE] = ['\u2068', '\u2069'];
const shown = (text: string): string => text.replaceAll(OPEN, '‹').replaceAll(CLOSE, '›');

describe('a text that runs from the right (R-47)', () => {
  it.each([
    ['خطوة 3 من 8', 'خطوة ‹3› من ‹8›'],
    ['خلل DYT-TOR1A عند 8:30.', 'خلل ‹DYT-TOR1A› عند ‹8:30›.'],
    ['متلازمة (Meige syndrome)، 112', 'متلازمة (‹Meige syndrome›)، ‹112›'],
    ['[[dyt-tor1a|خلل DYT]] هو', '[[dyt-tor1a|خلل ‹DYT›]] هو'],
    ['كل شيء', 'كل شيء'],
    // Of a language that runs from the left: it is marked as a whole.
    ['Touch to begin.', 'Touch to begin.'],
    ['2026-11-30', '2026-11-30'],
  ])('%s', (text, expected) => {
    expect(shown(isolated(text, 'rtl'))).toBe(expected);
  });
});

it('a text that runs from the left keeps apart only what runs from the right', () => {
  expect(shown(isolated('Move العربية up, 2 of 3', 'ltr'))).toBe('Move ‹العربية› up, 2 of 3');
  expect(isolated('Step 3 of 8', 'ltr')).toBe('Step 3 of 8');
});

describe.each(['rtl', 'ltr'] as const)('any text, %s', (dir) => {
  const texts = fc
    .array(fc.constantFrom('خلل', 'DYT', '112', ' ', '-', '(', '[[tremor|', ']]', 'é', 'क', '肌', '٣', 'ً'), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''));

  it('keeps its letters and its links, and is isolated once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const made = isolated(text, dir);
        expect(made.replaceAll(/[\u2068\u2069]/g, '')).toBe(text);
        expect(isolated(made, dir)).toBe(made);
        expect(runsOf(made).map(({ term }) => term)).toEqual(
          expect.arrayContaining(runsOf(text).flatMap(({ term }) => term ?? [])),
        );
      }),
    );
  });
});

it('goes to every text of a tree and to nothing else', () => {
  const tree = { 'خطوة 1': ['خطوة 2', { deep: 'خطوة 3' }], count: 4, none: null };
  expect(isolatedTexts(tree, 'rtl')).toEqual({
    'خطوة 1': [`خطوة ${OPEN}2${CLOSE}`, { deep: `خطوة ${OPEN}3${CLOSE}` }],
    count: 4,
    none: null,
  });
});
