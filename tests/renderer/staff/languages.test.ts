import { describe, expect, it } from 'vitest';
import { moved, offeredOf, toggled } from '../../../src-renderer/staff/languages.ts';

const installed = ['ar', 'en', 'es'];

describe('languages offered', () => {
  it('are all that are installed until the clinic says otherwise', () => {
    expect(offeredOf({}, installed)).toEqual(installed);
    expect(offeredOf({ locale: 'es', locales: ['es', 'en', 'fr'] }, installed)).toEqual(['es', 'en']);
  });

  it('always begin with the one that visits begin in', () => {
    expect(offeredOf({ locale: 'en' }, installed)).toEqual(['en', 'ar', 'es']);
    expect(offeredOf({ locale: 'ar', locales: ['es'] }, installed)).toEqual(['ar', 'es']);
  });

  it('come and go at the end', () => {
    expect(toggled(['en', 'es'], 'ar')).toEqual(['en', 'es', 'ar']);
    expect(toggled(['en', 'es'], 'es')).toEqual(['en']);
  });

  it('move one place, and stay at the ends', () => {
    expect(moved(installed, 'es', -1)).toEqual(['ar', 'es', 'en']);
    expect(moved(installed, 'ar', -1)).toEqual(installed);
    expect(moved(installed, 'es', 1)).toEqual(installed);
  });
});
