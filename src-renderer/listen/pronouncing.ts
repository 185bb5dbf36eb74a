import type { Span } from './sentences.ts';
import type { Speaker } from './speaker.ts';

/** Words as they stand → what a voice is given instead, where it would get them wrong. */
export type Speech = Readonly<Record<string, string>>;

/** What a voice is given for a text. */
export interface Said {
  readonly text: string;
  /** Where a stretch of what is said stands in the text; a word that was given otherwise stands whole. */
  readonly standing: (start: number, length: number) => Span;
}

/** What is neither seen nor said, and what a voice may stumble over: soft hyphens, marks of direction. */
const UNSAID = /[\u00ad\u061c\u200e\u200f\u2060\u2066-\u2069]/;

/** A text with the words of a list as a voice is given them: whole words, whatever their case, the longest first. */
export function saidOf(text: string, speech: Speech): Said {
  const words = new Map(Object.entries(speech).map(([word, said]) => [word.toLowerCase(), said]));
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const listed = new RegExp(
    [UNSAID.source, ...longestFirst.map((word) => String.raw`(?<![\p{L}\p{N}])${word}(?![\p{L}\p{N}])`)].join(
      '|',
    ),
    'giu',
  );
  /** Stretches of the text and what is said of them, without a gap. */
  const runs: { text: Span; said: Span }[] = [];
  let said = '';
  const add = (start: number, end: number, words: string): void => {
    if (end > start)
      runs.push({ text: { start, end }, said: { start: said.length, end: said.length + words.length } });
    said += words;
  };
  let from = 0;
  for (const { 0: found, index } of text.matchAll(listed)) {
    add(from, index, text.slice(from, index));
    add(index, index + found.length, words.get(found.toLowerCase()) ?? (UNSAID.test(found) ? '' : found));
    from = index + found.length;
  }
  add(from, text.length, text.slice(from));

  const placeOf = (at: number, side: 'start' | 'end'): number => {
    const run = runs.find(({ said: { end } }) => (side === 'start' ? at < end : at <= end)) ?? runs.at(-1);
    if (!run) return at;
    const isAsItStands = run.text.end - run.text.start === run.said.end - run.said.start;
    return isAsItStands ? run.text.start + at - run.said.start : run.text[side];
  };
  return {
    text: said,
    standing: (at, length) => {
      const start = placeOf(at, 'start');
      return { start, end: Math.max(start, placeOf(at + length, 'end')) };
    },
  };
}

const escaped = (word: string): string => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/**
 * A speaker that is given words as they sound. To the outside nothing has changed: words are told where they stand.
 * @param speechOf the list of a language, a BCP 47 tag
 */
export const pronouncing = (speaker: Speaker, speechOf: (lang: string) => Speech | undefined): Speaker => ({
  speaks: (lang) => speaker.speaks(lang),
  watchVoices: (call) => speaker.watchVoices(call),
  say(utterance, on) {
    const { text, standing } = saidOf(utterance.text, speechOf(utterance.lang) ?? {});
    return speaker.say(
      { ...utterance, text },
      {
        ...on,
        word: (start, length) => {
          const place = standing(start, length);
          on.word(place.start, place.end - place.start);
        },
      },
    );
  },
});
