import { describe, expect, it } from 'vitest';
import { voiceFor } from '../../../src-renderer/listen/voices.ts';

const voice = (name: string, lang: string, more: { remote?: true; chosen?: true } = {}) => ({
  name,
  lang,
  localService: !more.remote,
  default: more.chosen === true,
});
const find = (lang: string, ...voices: ReturnType<typeof voice>[]): string | undefined =>
  voiceFor(voices, lang)?.name;

describe('the voice for a language', () => {
  it('is on the machine: one that needs a network is none (R-29)', () => {
    expect(find('en', voice('Net', 'en-US', { remote: true }))).toBeUndefined();
    expect(find('en', voice('Net', 'en-US', { remote: true, chosen: true }), voice('Here', 'en-GB'))).toBe(
      'Here',
    );
  });

  it('speaks the language: no voice of another one steps in', () => {
    expect(find('es', voice('A', 'en-US', { chosen: true }), voice('B', 'est-EE'))).toBeUndefined();
    expect(find('zh-Hant', voice('Mainland', 'zh-CN'), voice('Taiwan', 'zh-TW'))).toBe('Taiwan');
  });

  it('is that of the very region, then the machine’s choice, then the first', () => {
    const british = voice('British', 'en-GB');
    const american = voice('American', 'en-US');
    expect(find('en-GB', american, british)).toBe('British');
    expect(find('en', british, american)).toBe('American');
    expect(find('en', british, voice('Indian', 'en-IN', { chosen: true }))).toBe('Indian');
    expect(find('en', british, voice('Indian', 'en-IN'))).toBe('British');
  });

  it('is found in tags as engines write them', () => {
    expect(find('es', voice('Broken', '??'), voice('None', ''), voice('Latin', 'es_419'))).toBe('Latin');
  });
});
