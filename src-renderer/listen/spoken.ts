/** What is said of a thing that the focus has come to, for those who do not see it. */
import { nameOf } from '../touch/name-of.ts';
import { seenOf } from './passages.ts';
import type { Sentence } from './player.ts';

/** Words of the page, by their key below `spoken`. */
export type Word = (key: string) => string;

/** What is pressed or written in; everything else is a text. */
const CONTROLS = 'button, a[href], input, textarea, summary, [role="button"], [role="switch"]';
const GROUPS = '[role="group"], nav, dialog';

/**
 * Its words, what it is and how it stands, each in its language.
 * @param before what was spoken of last: a group is named when it is entered
 */
export function spokenOf(element: Element, before: Element | undefined, word: Word): Sentence[] {
  const lang = langOf(element);
  if (!element.matches(CONTROLS)) return [...seenOf(element)];
  const group = element.closest(GROUPS);
  const isEntered = group !== null && !(before && group.contains(before));
  const states = statesOf(element).map(word).join(', ');
  return [
    ...(isEntered ? sentence(labelOf(group), langOf(group)) : []),
    ...namedBy(element),
    ...sentence(states, lang),
  ];
}

/** A name that is written out for it, else the words that stand on it, each run in its own language. */
function namedBy(element: Element): Sentence[] {
  const label = labelOf(element);
  if (label) return sentence(label, langOf(element));
  const seen = seenOf(element);
  return seen.length > 0 ? [...seen] : sentence(nameOf(element), langOf(element));
}

const labelOf = (element: Element): string =>
  element.matches('[aria-label], [aria-labelledby]') ? nameOf(element) : '';

const sentence = (text: string, lang: string): Sentence[] => (text ? [{ text, lang }] : []);

const langOf = (element: Element): string => element.closest<HTMLElement>('[lang]')?.lang || 'und';

/** Keys of the words for what it is and how it stands. */
function statesOf(element: Element): string[] {
  const is = (name: string): string | null => element.getAttribute(name);
  const isWritten = element.matches('input, textarea');
  return [
    isWritten ? 'line' : element.matches('[role="switch"]') ? 'switch' : 'button',
    ...(is('aria-pressed') === 'true' ? ['chosen'] : []),
    ...(is('aria-checked') !== null ? [is('aria-checked') === 'true' ? 'on' : 'off'] : []),
    ...(is('aria-expanded') !== null ? [is('aria-expanded') === 'true' ? 'open' : 'shut'] : []),
    ...(is('aria-current') === 'page' ? ['here'] : []),
    ...(is('aria-disabled') === 'true' ? ['unavailable'] : []),
  ];
}
