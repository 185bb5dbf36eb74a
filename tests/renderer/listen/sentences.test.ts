import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST, sentencesOf, wholeSigns } from '../../../src-renderer/listen/sentences.ts';

const cut = (text: string, locale = 'en'): string[] =>
  sentencesOf(text, locale).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('are cut where they end', () => {
    expect(cut(' One muscle pulls.  Does it hurt? Tell us! ')).toEqual([
      'One muscle pulls.',
      'Does it hurt?',
      'Tell us!',
    ]);
    expect(cut('')).toEqual([]);
    expect(cut(' \n ')).toEqual([]);
  });

  it('are not cut after a title, an initial, or inside a number', () => {
    expect(cut('Ask Dr. Ruiz. Or J. Smith.')).toEqual(['Ask Dr. Ruiz.', 'Or J. Smith.']);
    expect(cut('About 3.5 mm, i.e. very little. Good.')).toEqual([
      'About 3.5 mm, i.e. very little.',
      'Good.',
    ]);
  });

  it('keep the signs of Spanish', () => {
    expect(cut('¿Le duele? ¡Avise al Dr. Ruiz! Sí, p. ej. hoy.', 'es')).toEqual([
      '¿Le duele?',
      '¡Avise al Dr. Ruiz!',
      'Sí, p. ej. hoy.',
    ]);
  });

  it('are those of Arabic and Hindi, too', () => {
    expect(cut('هل يؤلمك؟ أخبر د. أحمد. شكرا.', 'ar')).toEqual(['هل يؤلمك؟', 'أخبر د. أحمد.', 'شكرا.']);
    expect(cut('यह ठीक है। आगे बढ़ें।', 'hi')).toEqual(['यह ठीक है।', 'आगे बढ़ें।']);
  });

  it('that are too long are cut where a clause ends, in even shares', () => {
    const clause = 'the muscle pulls the head to one side and it does not let go';
    const long = `${clause}, ${clause}; ${clause}, ${clause}.`;
    expect(cut(long)).toEqual([`${clause}, ${clause};`, `${clause}, ${clause}.`]);
  });

  it('without clauses are cut between words, a number in them not', () => {
    const long = `${'word '.repeat(50)}1,000 end.`;
    const pieces = cut(long);
    expect(pieces.join(' ')).toBe(long);
    expect(pieces.every((piece) => piece.length <= LONGEST)).toBe(true);
    expect(pieces.some((piece) => piece.includes('1,000'))).toBe(true);
  });

  it('of a script without spaces are cut between words', () => {
    const pieces = cut('肌肉把头拉向一边'.repeat(40), 'zh');
    expect(pieces.join('')).toBe('肌肉把头拉向一边'.repeat(40));
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST);
  });

  it('lose nothing of any text but the space around them, and never overlap', () => {
    const words = fc.array(
      fc.constantFrom(
        'Dr.',
        'a',
        'pull.',
        'head,',
        '¿qué?',
        'عضلة؛',
        '肌肉。',
        'क्षत्रिय।',
        'x'.repeat(90),
        'र्त्स्न्या'.repeat(30),
      ),
    );
    fc.assert(
      fc.property(words, fc.constantFrom('en', 'es', 'ar', 'hi'), (parts, locale) => {
        const text = parts.join(' ');
        const spans = sentencesOf(text, locale);
        expect(spans.every(({ start, end }) => end > start && end - start <= LONGEST)).toBe(true);
        expect(spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0))).toBe(true);
        expect(cut(text, locale).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('a stretch that is marked (R-49)', () => {
  const whole = (text: string, start: number, end: number, locale: string): string => {
    const span = wholeSigns(text, { start, end }, locale);
    return text.slice(span.start, span.end);
  };

  it.each([
    ['हिन्दी में', 3, 4, 'hi', 'न्दी'],
    ['हिन्दी में', 0, 6, 'hi', 'हिन्दी'],
    ['क्षत्रिय', 1, 3, 'hi', 'क्ष'],
    ['e\u0301te', 1, 2, 'fr', 'e\u0301'],
    ['a😀b', 2, 3, 'en', '😀'],
    ['muscle', 1, 3, 'en', 'us'],
    ['', 0, 0, 'en', ''],
  ])('of “%s”, %i to %i', (text, start, end, locale, expected) => {
    expect(whole(text, start, end, locale)).toBe(expected);
  });

  it('splits no sign, wherever a voice says that a word begins', () => {
    const texts = fc.array(fc.constantFrom('क्ष', 'त्रि', 'ں', 'لاَ', '肌', ' ', 'é', '👩‍⚕️'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.nat(60), fc.nat(20), (parts, from, length) => {
        const text = parts.join('');
        const start = Math.min(from, text.length);
        const span = wholeSigns(text, { start, end: Math.min(text.length, start + length) }, 'hi');
        const borders = [...new Intl.Segmenter('hi').segment(text)].map(({ index }) => index);
        if (span.end > span.start)
          expect([...borders, text.length]).toEqual(expect.arrayContaining([span.start, span.end]));
      }),
    );
  });
});
