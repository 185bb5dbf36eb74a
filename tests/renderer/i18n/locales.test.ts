import { describe, expect, it } from 'vitest';
import { scriptOf, withDigits } from '../../../src-renderer/i18n/locales.ts';

it.each([
  ['en', 'Latn'],
  ['ar', 'Arab'],
  ['ur', 'Arab'],
  ['hi', 'Deva'],
  ['zh-Hans', 'Hans'],
  ['zh-TW', 'Hant'],
])('%s is written in %s', (tag, script) => {
  expect(scriptOf(tag)).toBe(script);
});

describe('numbers and dates (R-47)', () => {
  it.each(['ar', 'ar-EG', 'fa', 'hi', 'mr', 'ne', 'zh-Hans', 'en'])(
    'are of the digits 0 to 9 in %s',
    (tag) => {
      expect(new Intl.NumberFormat(withDigits(tag)).format(123)).toBe('123');
      const date = new Intl.DateTimeFormat(withDigits(tag), { dateStyle: 'long', timeStyle: 'short' });
      expect(date.format(Date.UTC(2026, 10, 30))).toMatch(/\d/);
      expect(date.format(Date.UTC(2026, 10, 30))).not.toMatch(/[٠-٩۰-۹०-९]/);
    },
  );
});
