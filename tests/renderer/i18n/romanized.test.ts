import { expect, it } from 'vitest';
import { romanized } from '../../../src-renderer/i18n/romanized.ts';

it('tells Latin letters in a language of another script', () => {
  expect(romanized('xiōng suǒ rǔ tū jī', 'zh-Hans')).toBe('zh-Latn');
  expect(romanized('胸锁乳突肌', 'zh-Hans')).toBeUndefined();
  expect(romanized('ab-DUK-ter', 'en')).toBeUndefined();
  expect(romanized('ab-DUK-ter', 'pt-BR')).toBeUndefined();
  expect(romanized('تواء', 'ar')).toBeUndefined();
});
