import { plainText, runsOf } from '../contract/rich-text.ts';
import { fault, type Fault, type Place } from '../faults.ts';

/** one idea per screen. */
const MOST_WORDS = 60;

/** Scripts that set no spaces between words; their words cannot be counted the same way. */
const UNSPACED = new Set(['Hans', 'Hant', 'Jpan', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt']);

const segmenters = new Map<string, Intl.Segmenter | undefined>();

function segmenterOf(tag: string): Intl.Segmenter | undefined {
  if (!segmenters.has(tag)) {
    const { script = '' } = new Intl.Locale(tag).maximize();
    const segmenter = UNSPACED.has(script) ? undefined : new Intl.Segmenter(tag, { granularity: 'word' });
    segmenters.set(tag, segmenter);
  }
  return segmenters.get(tag);
}

/** Number of words of a text as it is read; `undefined` where the language sets no spaces. */
function countWords(text: string, tag: string): number | undefined {
  const segments = segmenterOf(tag)?.segment(plainText(text));
  return segments && [...segments].filter(({ isWordLike }) => isWordLike).length;
}

export function bodyFaults(text: string, tag: string, at: Place): Fault[] {
  // No word is shorter than a letter and a space.
  if (text.length < 2 * MOST_WORDS) return [];
  const words = countWords(text, tag) ?? 0;
  return words > MOST_WORDS ? [fault('body-too-long', at, { words, most: MOST_WORDS })] : [];
}

/** Checks every text of a tree for its glossary terms; a link to an unknown term becomes plain words. */
export function linkTexts<Value>(
  value: Value,
  terms: ReadonlySet<string> | undefined,
  at: Place,
): { value: Value; faults: Fault[] } {
  const faults: Fault[] = [];
  const walk = (inner: unknown, path: string): unknown => {
    if (typeof inner === 'string') {
      if (!inner.includes('[[') && !inner.includes(']]')) return inner;
      return linkText(inner, terms, { ...at, path }, faults);
    }
    if (Array.isArray(inner)) return inner.map((item, index) => walk(item, `${path}[${index}]`));
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, item]) => [key, walk(item, path ? `${path}.${key}` : key)]),
    );
  };
  return { value: walk(value, '') as Value, faults };
}

function linkText(text: string, terms: ReadonlySet<string> | undefined, at: Place, faults: Fault[]): string {
  return runsOf(text)
    .map(({ words, term }) => {
      if (term === undefined) {
        if (words.includes('[[') || words.includes(']]')) faults.push(fault('term-malformed', at));
        return words;
      }
      if (terms?.has(term)) return `[[${term}|${words}]]`;
      if (terms) faults.push(fault('term-unknown', at, { id: term }));
      return words;
    })
    .join('');
}
