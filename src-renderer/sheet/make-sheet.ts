import type { Tour, ToursWords } from '../../src-main/contract/api.ts';
import type { Sheet } from '../../src-main/contract/sheet.ts';
import type { GlossaryWords, Review, TourWords } from '../../src-main/contract/words.ts';
import type { Page } from '../kiosk/page.svelte.ts';
import {
  MOST_NAMES,
  MOST_PICTURES,
  MOST_QUESTIONS,
  MOST_SENTENCES,
  MOST_SOURCES,
  MOST_WORDS,
} from './limits.ts';
import { paperPicture } from './paper-picture.ts';
import { runOf, type SheetWish, type WishedPicture } from './wish.ts';

type Source = Pick<Page, 'words' | 'ticked' | 'tour' | 'sources'>;

/**
 * Everything that goes onto the sheet, in the visitor's language: what is wished for, and the questions that are ticked.
 * @throws KioskError when content cannot be fetched
 */
export async function makeSheet(page: Source, wish: SheetWish, picture = paperPicture): Promise<Sheet> {
  const { words, ticked } = page;
  const asking = ticked.tours.map(({ tour }) => tour);
  const all = [...new Set([...wish.tours, ...asking])];
  await words.need('tours', 'glossary', ...all.map((id) => `tours/${id}` as const));
  const [tours, citations, pictures] = await Promise.all([
    Promise.all(wish.tours.map((id) => page.tour(id))),
    page.sources(),
    Promise.all(wish.pictures.slice(0, MOST_PICTURES).map((wished) => onPaper(wished, picture))),
  ]);
  const keys = new Set(tours.flatMap(({ steps }) => steps.flatMap(({ sources }) => sources)));
  return {
    locale: words.locale.tag,
    title: wish.title,
    // A picture that cannot be read is left out; the words tell the same.
    pictures: pictures.filter((made) => made !== undefined),
    sentences: sentencesOf(page, wish.tours),
    questions: questionsOf(page),
    words: termsOf(page, [...(wish.terms ?? []), ...tours.flatMap(termsIn)]),
    sources: [...keys].flatMap((key) => citations[key] ?? []).slice(0, MOST_SOURCES),
    review: reviewOf(all.flatMap((id) => tourWords(page, id)?.review ?? [])),
  };
}

async function onPaper(
  { image, isOfStage, title, sides, names = [] }: WishedPicture,
  picture: typeof paperPicture,
): Promise<Sheet['pictures'][number] | undefined> {
  const png = await picture(image, isOfStage).catch(() => undefined);
  return png === undefined
    ? undefined
    : { png, title, ...(sides && { sides }), names: names.slice(0, MOST_NAMES) };
}

const tourWords = ({ words }: Pick<Source, 'words'>, id: string): TourWords | undefined =>
  words.namespace<TourWords>(`tours/${id}`)?.words;

const termsIn = ({ steps }: Tour): string[] => steps.flatMap(({ terms }) => terms);

function sentencesOf(page: Source, tours: readonly string[]): Sheet['sentences'] {
  const said = tours.flatMap((id) => {
    const text = tourWords(page, id)?.remember;
    return text ? [runOf(text, page.words.run(`tours/${id}`, 'remember'))] : [];
  });
  return said.slice(0, MOST_SENTENCES);
}

function questionsOf(page: Source): Sheet['questions'] {
  const titles = page.words.namespace<ToursWords>('tours')?.words ?? {};
  let left = MOST_QUESTIONS;
  return page.ticked.tours.flatMap(({ tour, questions }) => {
    const text = tourWords(page, tour);
    const title = titles[tour]?.title;
    const asks = questions.slice(0, left).flatMap((number) => {
      const ask = text?.ask[number];
      return ask ? [runOf(ask, page.words.run(`tours/${tour}`, `ask.${number}`))] : [];
    });
    left -= asks.length;
    return title && asks.length > 0
      ? [{ of: runOf(title, page.words.run('tours', `${tour}.title`)), asks }]
      : [];
  });
}

function termsOf({ words }: Source, terms: readonly string[]): Sheet['words'] {
  const glossary = words.namespace<GlossaryWords>('glossary')?.words ?? {};
  const found = [...new Set(terms)].flatMap((id) => {
    const entry = glossary[id];
    if (!entry) return [];
    const of = (key: string) => words.run('glossary', `${id}.${key}`);
    return [
      {
        term: runOf(entry.term, of('term')),
        short: runOf(entry.short, of('short')),
        plain: runOf(entry.plain, of('plain')),
      },
    ];
  });
  return found.slice(0, MOST_WORDS);
}

/** The states of a review, the least that has been done first. */
const STATES = ['awaiting-clinician-and-native', 'awaiting-clinician', 'reviewed'] as const;

/** Of several texts, the one of which the least has been reviewed. */
export function reviewOf(reviews: readonly Review[]): Sheet['review'] {
  const [least] = reviews.toSorted((a, b) => STATES.indexOf(a.status) - STATES.indexOf(b.status));
  if (!least) return { status: 'awaiting-clinician' };
  const { status, reviewer, date } = least;
  return { status, ...(reviewer && { reviewer: runOf(reviewer) }), ...(date && { date }) };
}
