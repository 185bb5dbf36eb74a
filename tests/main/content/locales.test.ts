import { describe, expect, it } from 'vitest';
import { chainOf, rootOf } from '../../../src-main/content/locales.ts';
import { libraryOf, localeTree, type Tree } from '../../fixtures/content.ts';

describe('the chain of locales asked for words', () => {
  it.each<[string, Record<string, string[]>, string[]]>([
    ['en', { en: [] }, ['en']],
    ['es', { en: [], es: [] }, ['es', 'en']],
    ['pt-BR', { en: [], pt: [], 'pt-BR': ['pt'] }, ['pt-BR', 'pt', 'en']],
    ['pt-BR', { en: [], 'pt-BR': ['pt'] }, ['pt-BR', 'en']],
    ['pt-BR', { en: [], pt: ['es'], es: [], 'pt-BR': ['pt'] }, ['pt-BR', 'pt', 'en']],
    ['es', { en: [], es: ['en', 'es'] }, ['es', 'en']],
    ['fr', { es: [], fr: [] }, ['fr', 'es']],
  ])('of %s among %j is %j', (tag, fallbacks, chain) => {
    const locales = new Map(Object.entries(fallbacks).map(([known, fallback]) => [known, { fallback }]));
    expect(chainOf(tag, locales)).toEqual(chain);
  });

  it('ends in English, or in the first locale where English is unusable', () => {
    expect(rootOf(['de', 'en'])).toBe('en');
    expect(rootOf(['fr', 'de'])).toBe('de');
    expect(rootOf([])).toBeUndefined();
  });
});

describe('a locale that is left out', () => {
  const file = 'locales/es/locale.json';
  const locale = { tag: 'es', name: 'Español', dir: 'ltr', invitation: 'Toque' };

  it.each<[string, Tree, string]>([
    ['without locale.json', { [file]: undefined }, `${file}: is missing or unusable; the locale is left out`],
    ['with a malformed locale.json', { [file]: '{' }, `${file}: is not well-formed JSON`],
    ['with wrong types', { [file]: { ...locale, dir: 'up' } }, `${file} › dir: invalid option`],
    [
      'with the tag of another',
      { [file]: { ...locale, tag: 'fr' } },
      `${file} › tag: says "fr" in the folder "es"`,
    ],
    [
      'with an invalid tag',
      { [file]: { ...locale, tag: 'es_ES' } },
      `${file} › tag: must be a canonical language tag`,
    ],
  ])('%s', async (_, changes, message) => {
    const { library, lines } = await libraryOf(changes);
    expect(lines).toContainEqual(expect.stringContaining(message));
    expect(library?.locales.map(({ tag }) => tag)).toEqual(['en']);
    expect(library?.words('es', 'ui')).toBeUndefined();
  });

  it('in a folder whose name is not a language tag', async () => {
    const { library, lines } = await libraryOf(localeTree('es_MX'));
    expect(lines).toContainEqual(
      expect.stringContaining('locales/es_MX/locale.json: is not a canonical language tag: "es_MX"'),
    );
    expect(library?.locales.map(({ tag }) => tag)).toEqual(['en', 'es']);
  });
});

it('passes over fallbacks that are not installed, with a warning', async () => {
  const { library, errors, lines } = await libraryOf({
    ...localeTree('pt-BR', ['pt', 'es']),
    'locales/pt-BR/glossary.json': {},
  });
  expect(errors).toEqual([]);
  expect(lines[0]).toContain(
    'locales/pt-BR/locale.json › fallback[0]: names the locale "pt", which is not installed',
  );
  expect(library?.words('pt-BR', 'glossary')?.from).toMatchObject({
    'tremor.term': 'es',
    'spasm.plain': 'es',
  });
});

it('goes on without English, with what the first other locale has', async () => {
  const { library, lines } = await libraryOf({ 'locales/en/locale.json': '{' });
  expect(lines).toContainEqual(expect.stringContaining('locales/en/locale.json: is not well-formed JSON'));
  expect(library?.root).toBe('es');
  expect(library?.tours.size).toBe(2);
});
