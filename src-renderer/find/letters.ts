import { headsOf, type Headed } from './heads.ts';

/** Entries that stand together under a range of letters. */
export interface LetterGroup {
  /** First and last letter that begin its entries; the same where it is one letter. */
  readonly from: string;
  readonly to: string;
  /** Place of its first entry among all. */
  readonly start: number;
  readonly count: number;
}

/**
 * The initials under which a language's readers look entries up, in the order of the entries: a letter with a mark
 * is its own only where the language sorts it apart, as ñ in Spanish, ö in Swedish but not in German; two letters that
 * sort as one, as ch in Czech, stay together.
 * @param entries sorted
 */
export function initialsOf(entries: readonly Headed[], collator: Intl.Collator): string[] {
  const { locale } = collator.resolvedOptions();
  const base = new Intl.Collator(locale, { sensitivity: 'base' });
  const segmenter = new Intl.Segmenter(locale);
  const heads = headsOf(entries, collator);
  let before = '';
  return entries.map((entry) => {
    const head = heads.of(entry);
    const [one = '', two = ''] = [...segmenter.segment(head.replace(/^[^\p{L}\p{N}]+/u, '') || head)].map(
      ({ segment }) => segment,
    );
    const single = heads.letter(one);
    // It sorts after a later letter, so it does not count as the one that it begins with.
    const pair = single + two.toLocaleLowerCase(locale);
    const isPair = before !== '' && base.compare(single, before) < 0 && base.compare(pair, before) >= 0;
    before = isPair ? pair : single;
    return before;
  });
}

/**
 * Ranges of letters that lead into a sorted list: at most `most`, each letter whole, about equally long. None for an
 * empty list.
 */
export function groupsOf(entries: readonly Headed[], collator: Intl.Collator, most: number): LetterGroup[] {
  const initials = initialsOf(entries, collator);
  const letters: LetterGroup[] = [];
  for (const [start, from] of initials.entries()) {
    const last = letters.at(-1);
    if (last?.from === from) letters[letters.length - 1] = { ...last, count: last.count + 1 };
    else letters.push({ from, to: from, start, count: 1 });
  }
  return evenly(letters, Math.max(1, Math.floor(most)));
}

/** Joins neighbours to at most `most` groups so that the squares of their lengths add up to the least. */
function evenly(letters: readonly LetterGroup[], most: number): LetterGroup[] {
  const join = (from: number, to: number): LetterGroup => {
    const [first, last] = [letters[from]!, letters[to - 1]!];
    return { ...first, to: last.to, count: last.start + last.count - first.start };
  };
  /** The best way to group the first n letters, by n. */
  let best: { cost: number; groups: LetterGroup[] }[] = letters.map((_, index) => {
    const group = join(0, index + 1);
    return { cost: group.count ** 2, groups: [group] };
  });
  for (let groups = 2; groups <= most; groups++) {
    const fewer = best;
    best = letters.map((_, index) => {
      let found = fewer[index]!;
      for (let cut = 1; cut <= index; cut++) {
        const last = join(cut, index + 1);
        const cost = fewer[cut - 1]!.cost + last.count ** 2;
        if (cost < found.cost) found = { cost, groups: [...fewer[cut - 1]!.groups, last] };
      }
      return found;
    });
  }
  return best.at(-1)?.groups ?? [];
}

/** The pages of a list, each at most `size` entries; every group begins one of its own, and every list has one. */
export function pagesIn<T>(items: readonly T[], groups: readonly LetterGroup[], size: number): T[][] {
  const cuts = groups.length > 0 ? groups : [{ start: 0, count: items.length }];
  const pages = cuts.flatMap(({ start, count }) => {
    const most = Math.ceil(count / size);
    // About as many on each, so that no word has a page of its own.
    const cut = (page: number): number => start + Math.ceil((page * count) / most);
    return Array.from({ length: most }, (_, page) => items.slice(cut(page), cut(page + 1)));
  });
  return pages.length > 0 ? pages : [[]];
}
