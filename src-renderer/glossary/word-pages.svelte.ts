import type { Entry } from './entries.ts';
import { groupsOf, pagesIn, type LetterGroup } from '../find/letters.ts';

/** More letters than these would be too many to choose from at a glance. */
const MOST_GROUPS = 6;

export interface PagesAsked {
  readonly entries: readonly Entry[];
  readonly collator: Intl.Collator;
  /** An entry on the page that is shown; the first page where there is none. */
  readonly top: string | undefined;
  /** Rows, and groups of letters, at the most. */
  readonly most?: { readonly rows: number; readonly groups: number };
}

/** The list of words in pages as high as there is room for, and the letters that lead into it. */
export class WordPages {
  /** Height of the list, px. */
  height = $state(0);
  /** Rows differ in height; pages are cut by the tallest that has been seen, which only grows, so that it settles. */
  tallest = $state(1);
  readonly #asked: () => PagesAsked;

  constructor(asked: () => PagesAsked) {
    this.#asked = asked;
  }

  readonly #size = $derived.by(() =>
    Math.max(1, Math.min(this.#asked().most?.rows ?? Infinity, Math.floor(this.height / this.tallest))),
  );

  /** What a whole page of rows leaves free below it, px: what turns them stands beneath the last row, and not at the foot of the place. */
  readonly spare = $derived.by(() => Math.max(0, this.height - this.#size * this.tallest));

  readonly groups = $derived.by((): LetterGroup[] => {
    const { entries, collator, most } = this.#asked();
    if (entries.length <= this.#size) return [];
    return groupsOf(entries, collator, most?.groups ?? MOST_GROUPS);
  });

  readonly pages = $derived.by(() => pagesIn(this.#asked().entries, this.groups, this.#size));

  /** The page that is shown, counted from 0. */
  readonly current = $derived.by(() => {
    const { top } = this.#asked();
    return Math.max(
      0,
      this.pages.findIndex((page) => page.some(({ id }) => id === top)),
    );
  });

  readonly shown = $derived.by(() => this.pages[this.current] ?? []);

  /** The group whose page is shown. */
  readonly group = $derived.by(() => {
    const at = this.pages.slice(0, this.current).reduce((sum, page) => sum + page.length, 0);
    return this.groups.find(({ start, count }) => start <= at && at < start + count);
  });

  /** The entry at the top of a group's first page. */
  firstOf({ start }: LetterGroup): string | undefined {
    return this.#asked().entries[start]?.id;
  }

  /** The entry at the top of the page before (−1) or after (1). */
  topAt(step: 1 | -1): string | undefined {
    return this.pages[this.current + step]?.[0]?.id;
  }
}
