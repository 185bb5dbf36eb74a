/** The keys of the staff panel's own keyboard: names of clinics in languages of Latin script. */
export type KeyPage = 'letters' | 'accents';

export const DIGITS = [...'1234567890'];

export const keyPages: Readonly<Record<KeyPage, readonly (readonly string[])[]>> = {
  letters: [[...'qwertyuiop'], [...'asdfghjkl-'], [...'zxcvbnm.,’']],
  accents: [[...'áàâäãåæçéè'], [...'êëíìîïñóòô'], [...'öõøœúùûüß&']],
};

/** A text with a key's letters put where the caret or the selection stands, at most `most` characters long. */
export function typed(
  text: string,
  [from, to]: readonly [number, number],
  letters: string,
  most: number,
): { text: string; caret: number } {
  const next = text.slice(0, from) + letters + text.slice(to);
  return next.length > most ? { text, caret: to } : { text: next, caret: from + letters.length };
}

/** The same with what is selected, or else the character before the caret, taken away. */
export function erased(text: string, [from, to]: readonly [number, number]): { text: string; caret: number } {
  const start =
    from === to
      ? Math.max(0, from - (text.slice(0, from).at(-1) ? lastLength(text.slice(0, from)) : 0))
      : from;
  return { text: text.slice(0, start) + text.slice(to), caret: start };
}

/** The UTF-16 length of a text's last character as readers see it. */
const lastLength = (text: string): number =>
  [...new Intl.Segmenter().segment(text)].at(-1)?.segment.length ?? 0;
