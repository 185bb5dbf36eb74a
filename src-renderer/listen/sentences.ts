/** A stretch of a text, in UTF-16 units: from `start` up to, but not with, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The longest that is said in one go, UTF-16 units: voices may break off in what is longer. */
export const LONGEST = 200;

/** Ends a clause: the marks of many scripts, those of Latin, Arabic and Devanagari only where a space follows. */
const CLAUSE_END = /[,;:،؛।–—)](?=\s)|[、，；：]/g;

/**
 * What ends with a dot and has its name or number after it. The segmenter ends a sentence there, since a capital
 * follows; what is missing here costs a breath in the wrong place.
 */
const TITLES = new Set(
  (
    'dr dra dres mr mrs ms prof profa st mt vs sr sra srta sres ud uds dña d ee fig figs approx núm pág tel av ' +
    'mme mlle hr nr bzw dott sig'
  ).split(' '),
);

/** Ends with a title, an initial or a letter that stands for a title, as in `J. Smith` or `د. أحمد`. */
const endsOpen = (text: string): boolean => {
  const last = /(?:^|[\s("“«¿¡])([\p{L}\p{M}]+)\.\s*$/u.exec(text)?.[1];
  return last !== undefined && (/^\p{L}$/u.test(last) || TITLES.has(last.toLowerCase()));
};

/**
 * Cuts a text into what is said in one go: its sentences; those that are longer than `LONGEST` at ends of clauses, or,
 * where there are none, between words. Space around them is left out; nothing else is.
 */
export function sentencesOf(text: string, locale: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { segment, index } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) {
    const end = index + segment.length;
    if (end < text.length && endsOpen(text.slice(start, end))) continue;
    spans.push(...cut(text, trimmed(text, { start, end }), locale));
    start = end;
  }
  return spans;
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

function cut(text: string, span: Span, locale: string): Span[] {
  const pieces: Span[] = [];
  let rest = span;
  while (rest.end - rest.start > LONGEST) {
    const at = rest.start + border(text.slice(rest.start, rest.end), locale);
    pieces.push(trimmed(text, { start: rest.start, end: at }));
    rest = trimmed(text, { start: at, end: rest.end });
  }
  return rest.end > rest.start ? [...pieces, rest] : pieces;
}

/** Where the first piece of a long sentence ends: the end of a clause that lies nearest to an even share of it. */
function border(long: string, locale: string): number {
  const share = long.length / Math.ceil(long.length / LONGEST);
  const clauses = [...long.matchAll(CLAUSE_END)].map(({ index }) => index + 1).filter((at) => at <= LONGEST);
  const nearest = clauses.toSorted((a, b) => Math.abs(a - share) - Math.abs(b - share))[0];
  // A crumb of a sentence would be said as if it were one.
  if (nearest !== undefined && nearest >= share / 3) return nearest;
  const within = (granularity: 'word' | 'grapheme'): number | undefined =>
    [...new Intl.Segmenter(locale, { granularity }).segment(long)]
      .map(({ index }) => index)
      .findLast((at) => at > 0 && at <= LONGEST);
  return within('word') ?? within('grapheme') ?? LONGEST;
}

/** A stretch of a text with the whole of every sign that it touches: no letter without its marks, no conjunct in two. */
export function wholeSigns(text: string, { start, end }: Span, locale: string): Span {
  if (end <= start) return { start, end };
  const signs = new Intl.Segmenter(locale).segment(text);
  const [first, last] = [signs.containing(start), signs.containing(end - 1)];
  return { start: first?.index ?? start, end: last ? last.index + last.segment.length : end };
}
