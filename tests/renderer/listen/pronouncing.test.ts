import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { pronouncing, saidOf } from '../../../src-renderer/listen/pronouncing.ts';
import { SpeakerDouble } from '../../doubles/speaker.ts';

const SPEECH = {
  '112': 'one one two',
  Meige: 'Mezh',
  'geste antagoniste': 'zhest antago-neest',
  geste: 'jest',
};

describe('what a voice is given', () => {
  it.each([
    ['Call 112 now.', 'Call one one two now.'],
    ['In 1123 people', 'In 1123 people'],
    ['MEIGE syndrome, not Meigel', 'Mezh syndrome, not Meigel'],
    ['A geste antagoniste, or geste', 'A zhest antago-neest, or jest'],
    ['Call \u2068112\u2069 now, Mu\u00adscle', 'Call one one two now, Muscle'],
    ['', ''],
  ])('of “%s” is “%s”', (text, said) => expect(saidOf(text, SPEECH).text).toBe(said));

  it('takes signs of a word as they are', () => {
    expect(saidOf('What? (a+b) or DYT-1', { '(a+b)': 'sum', 'dyt-1': 'one' }).text).toBe('What? sum or one');
  });

  it('leads back to the words as they stand', () => {
    const text = 'Call 112, or ask for Meige.';
    const { text: said, standing } = saidOf(text, SPEECH);
    const at = (word: string): string => {
      const { start, end } = standing(said.indexOf(word), word.length);
      return text.slice(start, end);
    };
    expect(['Call', 'one', 'two', 'or', 'Mezh', 'for'].map(at)).toEqual([
      ...['Call', '112', '112', 'or', 'Meige', 'for'],
    ]);
  });

  it('leads back from any stretch to one that lies within the text', () => {
    const pieces = fc.array(
      fc.constantFrom('112', 'Meige', 'geste', ' ', 'a', ', ', 'é', '😀', '\u00ad', '\u2068', '\u2069'),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(pieces, fc.nat(80), fc.nat(20), (parts, start, length) => {
        const text = parts.join('');
        const { text: said, standing } = saidOf(text, SPEECH);
        const from = Math.min(start, said.length);
        const place = standing(from, Math.min(length, said.length - from));
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeGreaterThanOrEqual(place.start);
        expect(place.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a speaker that is given words as they sound', () => {
  it('says them so in their language, and tells where they stand', () => {
    const double = new SpeakerDouble(['en', 'es']);
    const speaker = pronouncing(double, (lang) => (lang === 'en' ? SPEECH : undefined));
    const word = vi.fn();
    const on = { begun: () => {}, word, ended: () => {}, failed: () => {} };
    speaker.say({ text: 'Call 112 now.', lang: 'en', rate: 1 }, on);
    expect(double.last.text).toBe('Call one one two now.');
    double.last.on.word(9, 3);
    expect(word).toHaveBeenLastCalledWith(5, 3);
    double.last.on.word(17, 3);
    expect(word).toHaveBeenLastCalledWith(9, 3);
    speaker.say({ text: 'Llame al 112.', lang: 'es', rate: 1 }, on);
    expect(double.last.text).toBe('Llame al 112.');
  });
});
