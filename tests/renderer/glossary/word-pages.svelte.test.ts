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

function pages(more: Partial<PagesAsked> = {}, room = 6): WordPages {
  const list = new WordPages(() => ({
    entries,
    collator,
    few: false,
    top: undefined,
    chosen: undefined,
    ...more,
  }));
  list.height = 620;
  list.tallest = 100;
  list.roomForGroups = room;
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

  it('has as many groups as there is room for', () => {
    expect(pages({}, 3).groups).toHaveLength(3);
  });

  it('shows the page of the chosen word, or else the one turned to', () => {
    expect(pages({ chosen: 'ee' }).shown.map(({ id }) => id)).toContain('ee');
    const turned = pages({ chosen: 'ee', top: 'ja' });
    expect(turned.shown.map(({ id }) => id)).toContain('ja');
    expect(turned.group?.to).toBe('J');
    expect(pages({ chosen: 'gone', top: 'gone' }).current).toBe(0);
  });

  it('turns page by page, and not beyond its ends', () => {
    const list = pages();
    expect(list.topAt(-1)).toBeUndefined();
    expect(list.topAt(1)).toBe(list.pages[1]?.[0]?.id);
  });

  it('has no letters where it is short, or chosen by a step', () => {
    expect(pages({ few: true }).groups).toEqual([]);
    expect(pages({ entries: entries.slice(0, 4) }).groups).toEqual([]);
    expect(pages({ entries: [] }).pages).toEqual([[]]);
  });
});
