/** Letters of scripts that run from the right. */
const RTL = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`;
/** All others, and digits, which run from the left everywhere. */
const LTR = String.raw`[[\p{L}\p{N}]--${RTL}]`;
/** A sign between two letters or digits that does not part them, as in *8:30*, *DYT-TOR1A*, *Meige syndrome*. */
const JOINT = String.raw`[ \u00a0.:,'’\-\u2013\/\\_\&+@%]`;

const [OPEN, CLOSE] = ['\u2068', '\u2069'];
/** What stays as it is: what is isolated already, and the beginning of a glossary link. */
const KEPT = String.raw`${OPEN}[^${CLOSE}]*${CLOSE}|\[\[[a-z0-9\-]+\|`;
const runsOf = (letters: string): RegExp =>
  new RegExp(String.raw`${KEPT}|${letters}(?:\p{M}|${letters}|${JOINT}(?=${letters}))*`, 'gv');

const FOREIGN = { rtl: runsOf(LTR), ltr: runsOf(RTL) } as const;
const FROM_RIGHT = new RegExp(RTL, 'v');

/** Whether a text has letters that run from the right. */
export const runsFromRight = (text: string): boolean => FROM_RIGHT.test(text);

/**
 * A text in which what runs the other way, as a name or a number does, is kept apart from the words and signs around it, so that
 * none of them changes its place: by marks that are not seen, since such texts are also names of buttons.
 * @param dir of the text
 */
export function isolated(text: string, dir: 'ltr' | 'rtl'): string {
  if (!runsFromRight(text)) return text;
  return text.replaceAll(FOREIGN[dir], (run) => (/^[\u2068[]/.test(run) ? run : OPEN + run + CLOSE));
}

/** The same of every text of a tree. */
export function isolatedTexts<Words>(words: Words, dir: 'ltr' | 'rtl'): Words {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return isolated(value, dir);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(words) as Words;
}
