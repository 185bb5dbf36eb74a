/**
 * What the shipped English content teaches, sentence by sentence, for its tests and its report: the kiosk itself uses none
 * of it.
 */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { z } from 'zod';
import { plainText, runsOf } from '../../src-main/contract/rich-text.ts';
import { GlossaryWords, TourWords, type StepWords } from '../../src-main/contract/words.ts';
import { SourcesFile, TourFile } from '../../src-main/contract/structure.ts';

type StepFile = z.infer<typeof TourFile>['steps'][number];

export interface TaughtStep {
  readonly file: StepFile;
  readonly words: z.infer<typeof StepWords>;
}

export interface TaughtTour {
  readonly id: string;
  readonly file: z.infer<typeof TourFile>;
  readonly words: TourWords;
  readonly steps: readonly TaughtStep[];
}

export interface Teaching {
  /** In the order of lists. */
  readonly tours: readonly TaughtTour[];
  readonly glossary: GlossaryWords;
  readonly sources: SourcesFile;
}

/** Number of facts of the base document: S1 … S83. */
export const BASE_FACTS = 83;

/** Reads the shipped content of a folder. @throws where a file has another shape than its contract */
export async function readTeaching(root: string): Promise<Teaching> {
  const json = async (...parts: string[]): Promise<unknown> =>
    JSON.parse(await readFile(path.join(root, ...parts), 'utf8'));
  const names = (await readdir(path.join(root, 'assets/tours'))).filter((name) => name.endsWith('.json'));
  const tours = await Promise.all(
    names.map(async (name): Promise<TaughtTour> => {
      const file = TourFile.parse(await json('assets/tours', name));
      const words = TourWords.parse(await json('locales/en/tours', name));
      const steps = file.steps.map((step) => ({ file: step, words: words.steps[step.id]! }));
      return { id: path.basename(name, '.json'), file, words, steps };
    }),
  );
  return {
    tours: tours.sort((a, b) => a.file.order - b.file.order),
    glossary: GlossaryWords.parse(await json('locales/en/glossary.json')),
    sources: SourcesFile.parse(await json('assets/sources.json')),
  };
}

/** What is read on a step, in its order. */
export const textOf = ({ words: { myth, body, urgent } }: TaughtStep): string =>
  [myth, body, urgent].filter((text) => text !== undefined).join(' ');

/** The sentences of an English text as they are read, terms replaced by their words. */
export function sentencesOf(text: string): string[] {
  return plainText(text)
    .split(/(?<=[.!?][”’]?)\s+(?=[“‘\p{Lu}\d])/u)
    .filter((sentence) => sentence !== '');
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu) ?? [];

/** How hard a text is to read. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  /** Words in a sentence, on average. */
  readonly length: number;
  /** Flesch–Kincaid grade with every word that is linked to the glossary counted as one of one syllable. */
  readonly grade: number;
  /** The same with these words as they stand. */
  readonly gradeWithTerms: number;
}

export function readabilityOf(text: string): Readability {
  const sentences = sentencesOf(text).length;
  const grade = (plain: string): number => {
    const words = wordsIn(plain);
    const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
    return fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables });
  };
  const plain = plainText(text);
  const words = wordsIn(plain).length;
  return {
    words,
    sentences,
    length: words / sentences,
    grade: grade(
      runsOf(text)
        .map((run) => (run.term === undefined ? run.words : 'term'))
        .join(''),
    ),
    gradeWithTerms: grade(plain),
  };
}

export const readabilityOfTour = (tour: TaughtTour): Readability =>
  readabilityOf(tour.steps.map(textOf).join(' '));

/** Where a fact of the base document is taught. */
export interface Lesson {
  readonly fact: string;
  readonly tour: string;
  readonly step: string;
  readonly sentence: string;
}

/** Every place where a step says that it teaches a fact, in the order of the facts. */
export function lessonsOf({ tours }: Teaching): Lesson[] {
  return tours
    .flatMap(({ id, steps }) =>
      steps.flatMap(({ file }) =>
        Object.entries(file.teaches ?? {}).map(([fact, sentence]) => ({
          fact,
          tour: id,
          step: file.id,
          sentence,
        })),
      ),
    )
    .sort((a, b) => Number(a.fact.slice(1)) - Number(b.fact.slice(1)));
}

/** All that a visitor reads of a tour, one text after another. */
export function everyTextOf({ words }: TaughtTour): string[] {
  return [
    words.title,
    words.summary,
    words.attract,
    ...(words.remember === undefined ? [] : [words.remember]),
    ...Object.values(words.steps).flatMap(({ title, myth, body, urgent, alt }) => [
      title,
      ...(myth === undefined ? [] : [myth]),
      body,
      ...(urgent === undefined ? [] : [urgent]),
      alt,
    ]),
    ...words.ask,
  ].map(plainText);
}

/** The words of a text, for comparison with another: lower case, without marks. */
export const bareWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[a-z]+(?:'[a-z]+)?/g) ?? [];

/** Every run of so many words of a text. */
export const wordRuns = (text: string, length: number): string[] => {
  const words = bareWords(text);
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, at) => words.slice(at, at + length).join(' '));
};
