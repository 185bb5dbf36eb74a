import { describe, expect, it } from 'vitest';
import { sortEntries } from '../../../src-renderer/glossary/entries.ts';

const words = (term: string) => ({ term, short: 's', plain: 'p', synonyms: [] });

describe('the glossary', () => {
  it.each([
    ['es', ['ñandú', 'nube', 'oreja', 'Ánimo'], ['Ánimo', 'nube', 'ñandú', 'oreja']],
    ['en', ['zeta', 'Éclair', 'eclipse', 'alpha'], ['alpha', 'Éclair', 'eclipse', 'zeta']],
    ['sv', ['ö', 'z', 'å', 'a'], ['a', 'z', 'å', 'ö']],
    ['de', ['Zunge', 'Öl', 'Oma', 'Ohr'], ['Ohr', 'Öl', 'Oma', 'Zunge']],
  ])('is sorted as readers of %s expect (R-52)', (locale, terms, sorted) => {
    const glossary = Object.fromEntries(terms.map((term, index) => [`t${index}`, words(term)]));
    expect(sortEntries(glossary, new Intl.Collator(locale)).map(({ term }) => term)).toEqual(sorted);
  });
});
