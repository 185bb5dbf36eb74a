import { describe, expect, it } from 'vitest';
import type { Library } from '../../../src-main/content/library.ts';
import { defaults, type Settings } from '../../../src-main/contract/settings.ts';
import { effectiveSettings } from '../../../src-main/settings/effective.ts';

/** A library with these languages, and how far the one tour of each has been reviewed. */
const library = (states: Readonly<Record<string, 'awaiting-clinician' | 'reviewed'>>) =>
  ({
    root: 'en',
    locales: Object.keys(states).map((tag) => ({ tag, name: tag, dir: 'ltr', invitation: tag })),
    reviews: (tag) => new Map([['neck', { status: states[tag]!, next: '', own: true }]]),
  }) satisfies Pick<Library, 'locales' | 'root' | 'reviews'>;

const offered = (states: Parameters<typeof library>[0], settings: Partial<Settings>): readonly string[] =>
  effectiveSettings({ ...defaults, packFolders: [], packKeys: [], ...settings }, library(states), {
    locale: undefined,
  }).settings.locales;

describe('the languages offered', () => {
  const states = { en: 'reviewed', es: 'awaiting-clinician', fr: 'reviewed' } as const;

  it.each<[Partial<Settings>, string[]]>([
    [{}, ['en', 'es', 'fr']],
    [{ locales: ['fr', 'xx', 'es'] }, ['en', 'fr', 'es']],
    [{ locale: 'es' }, ['en', 'es', 'fr']],
    // Where tours are hidden that nobody has reviewed, a language that has only such would lead to nothing.
    [{ unreviewed: 'hide' }, ['en', 'fr']],
    [{ unreviewed: 'hide', locales: ['es', 'fr'] }, ['en', 'fr']],
    // The one that visits begin in is there all the same, and says that its tours are being reviewed.
    [{ unreviewed: 'hide', locale: 'es' }, ['es', 'en', 'fr']],
  ])('with %o', (settings, tags) => {
    expect(offered(states, settings)).toEqual(tags);
  });
});
