import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { pageDouble } from '../page-double.ts';

describe('the words of the page', () => {
  it('are there from the first moment, without a request', () => {
    const { page, asked } = pageDouble();
    expect(page.words.t('controls.back')).toBe('Back');
    expect(asked).toEqual([]);
  });

  it('change language once all that is on screen is there in it', async () => {
    const { page, asked } = pageDouble();
    await page.words.use('ar');
    expect(page.words.locale).toMatchObject({ tag: 'ar', dir: 'rtl' });
    expect(page.words.t('controls.back')).toBe('السابق');
    expect(asked).toEqual(['ui', 'tours', 'language'].map((name) => `/content/v1/words/ar/${name}`));
  });

  it('are fetched once', async () => {
    const { page, asked } = pageDouble();
    await page.words.use('ar');
    await page.words.use('en');
    await page.words.use('ar');
    expect(asked).toHaveLength(3);
  });

  it('tell which text was borrowed, also of plural forms', async () => {
    const { page } = pageDouble();
    await page.words.use('ar');
    expect(page.words.run('ui', 'controls.back')).toEqual({});
    expect(page.words.run('ui', 'controls.down')).toEqual({ lang: 'en', dir: 'ltr' });
    expect(page.words.run('ui', 'idle.seconds', 3)).toEqual({ lang: 'en', dir: 'ltr' });
  });

  it('stay as they are when the kiosk does not answer, and can be tried again', async () => {
    const { page } = pageDouble({ '/content/v1/words/ar/ui': undefined });
    await expect(page.words.use('ar')).rejects.toMatchObject({ kind: 'not-found' });
    expect(page.words.locale.tag).toBe('en');
    pageDouble();
    await page.words.use('ar');
    expect(page.words.locale.tag).toBe('ar');
  });

  it('do not change for the next visitor when an answer comes late', async () => {
    const { page } = pageDouble();
    page.visit.send({ type: 'begin' });
    const late = page.words.use('ar');
    page.visit.send({ type: 'finish' });
    await late;
    expect(page.words.locale.tag).toBe('en');
  });

  it('do not make whoever needs them ask again', async () => {
    const { page } = pageDouble();
    let times = 0;
    const stop = $effect.root(() => {
      $effect(() => {
        times += 1;
        void page.words.need('ui', 'tours');
      });
    });
    await page.words.use('ar');
    await page.words.need('ui');
    flushSync();
    expect(times).toBe(1);
    stop();
  });

  it('go back to the kiosk’s language when a visit ends', async () => {
    const { page } = pageDouble();
    page.visit.send({ type: 'begin' });
    await page.words.use('ar');
    page.visit.send({ type: 'finish' });
    expect(page.words.locale.tag).toBe('en');
  });

  it('say what voices are given in each language that has been spoken, and in those that have lent it words', async () => {
    const language = (said: string) => ({ words: { speech: { 112: said } }, from: {} });
    const { page } = pageDouble({
      '/content/v1/words/ar/ui': { words: {}, from: { 'help.title': 'de' } },
      '/content/v1/words/ar/language': language('ar'),
      '/content/v1/words/de/language': language('de'),
    });
    expect(page.words.speech('ar')).toBeUndefined();
    await page.words.use('ar');
    expect(['ar', 'de', 'fr'].map((tag) => page.words.speech(tag))).toEqual([
      { 112: 'ar' },
      { 112: 'de' },
      undefined,
    ]);
  });

  it('write numbers and dates as the locale does', () => {
    const { page } = pageDouble();
    expect(page.words.number(1234.5)).toBe('1,234.5');
    expect(page.words.date('2027-05-31')).toBe('May\u00a031,\u00a02027');
  });

  it('keep numbers and names apart in a language that runs from the right, and write one family of digits', async () => {
    const { page } = pageDouble({
      '/content/v1/words/ar/ui': { words: { step: 'خطوة {{step}} من {{count, number}}' }, from: {} },
      '/content/v1/words/ar/tours': { words: { neck: { title: 'متلازمة Meige (112)' } }, from: {} },
    });
    await page.words.use('ar');
    expect(page.words.t('step', { step: page.words.number(3), count: 8 })).toBe(
      'خطوة \u20683\u2069 من \u20688\u2069',
    );
    expect(page.words.namespace('tours')?.words).toEqual({
      neck: { title: 'متلازمة \u2068Meige\u2069 (\u2068112\u2069)' },
    });
    expect(page.words.percent(60)).toMatch(/60/);
    expect(page.words.date('2027-05-31')).toMatch(/31.*2027/);
  });
});
