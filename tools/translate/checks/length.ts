import stringWidth from 'string-width';
import { plainText } from '../../../src-main/contract/rich-text.ts';
import { finding, translatedIn, type Finding, type Pair, type Translated } from '../pair.ts';

/** Texts that stand on buttons, in headings, at lines and in lists: there is no room for much more than English has. */
const SHORT =
  /^(ui\.json|diagrams\.json \S+\.name$|diagrams\.json \S+\.title$|glossary\.json \S+\.(term|short)$|tours\/\S+ (title|attract)$|tours\/\S+ \S+\.title$)/;
/** Longer than English by half is seen; by so many letters, too, where English has only a few. */
const MOST = 1.5;
const LETTERS = 6;

/** How broad a text is: letters, those of Chinese twice as broad. Soft hyphens and marks take no room. */
export const breadth = (text: string): number =>
  stringWidth(plainText(text).replaceAll(/\{\{[^{}]*\}\}/g, '00'));

/** How many times as broad as English a text is. */
export const growth = ({ text, english }: Pick<Translated, 'text' | 'english'>): number =>
  breadth(text) / breadth(english);

const isShort = ({ file, path }: Translated): boolean => SHORT.test(`${file} ${path}`);

/** Texts for a narrow place that are much longer than in English. */
export const length = (pair: Pair): Finding[] =>
  translatedIn(pair)
    .filter((one) => isShort(one) && growth(one) > MOST && breadth(one.text) - breadth(one.english) > LETTERS)
    .map((one) =>
      finding(
        'warning',
        one,
        `is ${growth(one).toFixed(1)} times as long as “${one.english}”: “${one.text}”`,
      ),
    );

/** The short text that has grown most, of those that have a word or more in English. */
export const longest = (pair: Pair): Translated | undefined =>
  translatedIn(pair)
    .filter((one) => isShort(one) && breadth(one.english) >= LETTERS)
    .toSorted((a, b) => growth(b) - growth(a))[0];
