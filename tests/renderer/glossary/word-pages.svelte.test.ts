import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src-renderer/glossary/entries.ts';
import { WordPages, type PagesAsked } from '../../../src-renderer/glossary/word-pages.svelte.ts';

const collator = new Intl.Collator('en');
/** Ninety entries, from aa to jj, nine to a letter. */
const entries: Entry[] = [...'abcdefghij'].flatMap((first) =>
  [...'abcdefghi'].map((second) => ({
    ...{ id: first + second, term: first + second, short: 's', plain: 'p', synonyms: [] },
  })),
);

function pages(more: Partial<PagesAsked> = {}): WordPages {
  const list = new WordPages(() => ({
    entries,
    collator,
    top: undefined,
    ...more,
  }));
  list.height = 620;
  list.tallest = 100;
  return list;
}

describe('the list of words', () => {
  it('has at most six groups, each beginning a page of its own', () => {
    const list = pages();
    expect(list.groups.length).toBe(6);
    for (const group of list.groups)
      expect(list.pages.map(([first]) => first?.id)).toContain(list.firstOf(group));
    expect(list.pages.flat()).toEqual(entries);
    expect(Math.max(...list.pages.map(({ length }) => length))).toBe(6);
  });

  it('shows the page of the word that was turned to, or else the first', () => {
    const turned = pages({ top: 'jb' });
    expect(turned.shown.map(({ id }) => id)).toContain('jb');
    expect(turned.group?.to).toBe('J');
    expect(pages({ top: 'gone' }).current).toBe(0);
    expect(pages().current).toBe(0);
  });

  it('turns page by page, and not beyond its ends', () => {
    const list = pages();
    expect(list.topAt(-1)).toBeUndefined();
    expect(list.topAt(1)).toBe(list.pages[1]?.[0]?.id);
  });

  it('has no letters where it is short', () => {
    expect(pages({ entries: entries.slice(0, 4) }).groups).toEqual([]);
    expect(pages({ entries: [] }).pages).toEqual([[]]);
  });
});
