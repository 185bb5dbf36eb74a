import { describe, expect, it } from 'vitest';
import { keyRows } from '../../../src-renderer/find/keys.ts';
import { capOf } from '../../../src-renderer/find/heads.ts';

const rows = (locale: string, layout: string[] | undefined, terms: string[], columns: number): string[] =>
  keyRows(
    layout,
    terms.map((term) => ({ term })),
    new Intl.Collator(locale),
    columns,
  ).map((row) => row.join(''));

const spanish = ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm'];

describe('the keys of the search', () => {
  it('stand as the locale has them', () => {
    expect(rows('es', spanish, [], 10)).toEqual(spanish);
  });

  it('stand in the order of the alphabet where a row has no room', () => {
    expect(rows('es', spanish, [], 9)).toEqual(['abcdefghi', 'jklmnñopq', 'rstuvwxyz']);
    expect(rows('en', ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'], [], 8)).toEqual([
      'abcdefg',
      'hijklmn',
      'opqrstu',
      'vwxyz',
    ]);
  });

  it('are the letters of the terms where the locale names none', () => {
    expect(rows('es', undefined, ['Ñandú', 'nube'], 10)).toEqual(['abdenñu']);
    expect(rows('sv', undefined, ['Öra', 'åska'], 10)).toEqual(['akrsåö']);
    expect(rows('ar', undefined, ['رقبة', 'أذن'], 10).join('')).toContain('ق');
  });

  it('are letters and vowel signs where the signs of a script have both', () => {
    expect(rows('hi', undefined, ['की', 'कु', 'कं'], 10)).toEqual(['ंकीु']);
  });

  it('are marks, too, where a space parts them from the sign before', () => {
    expect(keyRows(['कख', 'गघ ा ि', 'हि'], [], new Intl.Collator('hi'), 10)).toEqual([
      ['क', 'ख'],
      ['ग', 'घ', 'ा', 'ि'],
      ['हि'],
    ]);
  });

  it('run from the right in the order of an alphabet that does, and never on a keyboard', () => {
    expect(rows('ar', ['ضصث', 'شسي'], [], 3)).toEqual(['ضصث', 'شسي']);
    expect(rows('ar', ['ضصثق'], [], 3)).toEqual(['صث', 'قض']);
  });

  it('are those of Latin where a script has more signs than keys, or there are no terms', () => {
    const many = Array.from({ length: 60 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7));
    expect(rows('zh', undefined, many, 10)[0]).toBe('abcdefghi');
    expect(rows('en', undefined, [], 10).join('')).toHaveLength(26);
  });

  it('have caps, as far as there are single ones', () => {
    expect(['ñ', 'ß', 'ع'].map((key) => capOf(key, 'es'))).toEqual(['Ñ', 'ß', 'ع']);
    expect(capOf('i', 'tr')).toBe('İ');
  });
});
