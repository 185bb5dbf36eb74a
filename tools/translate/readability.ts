/**
 * How hard a text is to read, by the formula that is usual for its language. None says whether a text is understood: they count
 * lengths, and ask for a second look.
 */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { runsOf } from '../../src-main/contract/rich-text.ts';
import { sentencesOf } from './checks/safety.ts';

/** What formulas are made of. */
export interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Words of three syllables and more, of one, and of more than six letters. */
  readonly long: number;
  readonly monosyllables: number;
  readonly manyLetters: number;
}

interface Formula {
  readonly name: string;
  readonly score: (counts: Counts) => number;
  /** What a sixth-grader reads. */
  readonly isEasy: (score: number) => boolean;
}

const perSentence = ({ words, sentences }: Counts): number => words / sentences;
const perWord = ({ syllables, words }: Counts): number => syllables / words;
const percent = (part: number, { words }: Counts): number => (100 * part) / words;

/** By language. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  en: {
    name: 'Flesch–Kincaid grade',
    score: ({ sentences, words, syllables }) =>
      fleschKincaid({ sentence: sentences, word: words, syllable: syllables }),
    isEasy: (grade) => grade <= 6,
  },
  // J. Fernández Huerta: Medidas sencillas de lecturabilidad. Consigna 214 (1959), 29–32; words in a sentence as G. Law reads it.
  es: {
    name: 'Fernández-Huerta',
    score: (counts) => 206.84 - 60 * perWord(counts) - 1.02 * perSentence(counts),
    isEasy: (ease) => ease >= 70,
  },
  // L. Kandel, A. Moles: Application de l’indice de Flesch à la langue française. Cahiers d’Études de Radio-Télévision 19 (1958), 253–274.
  fr: {
    name: 'Kandel-Moles',
    score: (counts) => 207 - 1.015 * perSentence(counts) - 73.6 * perWord(counts),
    isEasy: (ease) => ease >= 70,
  },
  // R. Bamberger, E. Vanecek: Lesen – Verstehen – Lernen – Schreiben (1984), first Wiener Sachtextformel.
  de: {
    name: 'Wiener Sachtextformel',
    score: (counts) =>
      0.1935 * percent(counts.long, counts) +
      0.1672 * perSentence(counts) +
      0.1297 * percent(counts.manyLetters, counts) -
      0.0327 * percent(counts.monosyllables, counts) -
      0.875,
    isEasy: (grade) => grade <= 7,
  },
  // T. B. F. Martins et al.: Readability formulas applied to textbooks in Brazilian Portuguese. Notas do ICMSC 28 (1996).
  pt: {
    name: 'Flesch, Brazilian Portuguese',
    score: (counts) => 248.835 - 1.015 * perSentence(counts) - 84.6 * perWord(counts),
    isEasy: (ease) => ease >= 60,
  },
};

/** Words in a sentence, on average, at the most; where none are set apart, signs in a clause. */
const MOST_WORDS = 15;
const MOST_SIGNS = 28;

const CLAUSE_END = /[，。；：？！、,.;:?!]/u;
const UNSPACED = /\p{Script=Han}/u;

/** What makes a text hard to read for a sixth-grader; nothing where nothing does. */
export function hardships(text: string, tag: string): string[] {
  const { language } = new Intl.Locale(tag);
  const plain = withoutTerms(text);
  if (UNSPACED.test(plain)) {
    const clauses = plain.split(CLAUSE_END).filter((clause) => /\p{L}/u.test(clause));
    const mean = clauses.reduce((sum, clause) => sum + [...clause].length, 0) / clauses.length;
    return mean > MOST_SIGNS
      ? [`${mean.toFixed(1)} signs in a clause on average, at most ${MOST_SIGNS} are wanted`]
      : [];
  }
  const counts = countsOf(plain, tag);
  const formula = FORMULAS[language];
  const score = formula?.score(counts) ?? 0;
  const mean = perSentence(counts);
  return [
    ...(formula && !formula.isEasy(score)
      ? [`${formula.name} ${score.toFixed(1)}: harder than a sixth-grader reads`]
      : []),
    ...(mean > MOST_WORDS
      ? [`${mean.toFixed(1)} words in a sentence on average, at most ${MOST_WORDS} are wanted`]
      : []),
  ];
}

/** Words that the glossary explains count as one of one syllable. */
const withoutTerms = (text: string): string =>
  runsOf(text)
    .map(({ words, term }) => (term === undefined ? words : UNSPACED.test(words) ? '词' : 'a'))
    .join('');

export function countsOf(text: string, tag: string): Counts {
  const { language } = new Intl.Locale(tag);
  const words = [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.replaceAll('\u00ad', ''));
  const syllables = words.map((word) => syllablesOf(word, language));
  return {
    sentences: Math.max(1, sentencesOf(text, tag).length),
    words: words.length,
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    long: syllables.filter((count) => count >= 3).length,
    monosyllables: syllables.filter((count) => count === 1).length,
    manyLetters: words.filter((word) => word.length > 6).length,
  };
}

/** Letters that are the heart of a syllable by themselves; the others join those beside them. */
const STRONG = /[aeoáéíóúâêôãõ]/g;
const VOWELS = {
  es: /[aeiouáéíóúüy]+/g,
  pt: /[aeiouáéíóúâêôãõàü]+/g,
  fr: /[aeiouyàâäéèêëîïôöùûüœæ]+/g,
  de: /[aeiouyäöü]+/g,
};

/** How many syllables a word has, about: vowels that follow each other are one, but for those that its language parts. */
export function syllablesOf(word: string, language: string): number {
  const lower = word.toLowerCase();
  if (language === 'en') return syllable(lower);
  const vowels = VOWELS[language as keyof typeof VOWELS];
  if (!vowels) return 1;
  // In que, gui and the like u is not heard; ão and õe are one sound.
  const heard = lower.replaceAll(/([qg])u(?=[eiéíê])/g, '$1').replaceAll(/ão|ãe|õe/g, 'ã');
  const groups = heard.match(vowels) ?? [];
  if (language === 'es' || language === 'pt')
    return Math.max(
      1,
      groups.reduce((sum, group) => sum + Math.max(1, group.match(STRONG)?.length ?? 0), 0),
    );
  const isMute = language === 'fr' && /[^aeiouyéèê](e|es)$/.test(lower);
  return Math.max(1, groups.length - (isMute ? 1 : 0));
}
