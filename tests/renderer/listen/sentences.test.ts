import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST, sentencesOf } from '../../../src-renderer/listen/sentences.ts';

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
      fc.constantFrom('Dr.', 'a', 'pull.', 'head,', '¿qué?', 'عضلة؛', '肌肉。', 'x'.repeat(90)),
    );
    fc.assert(
      fc.property(words, fc.constantFrom('en', 'es', 'ar'), (parts, locale) => {
        const text = parts.join(' ');
        const spans = sentencesOf(text, locale);
        expect(spans.every(({ start, end }) => end > start && end - start <= LONGEST)).toBe(true);
        expect(spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0))).toBe(true);
        expect(cut(text, locale).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});
