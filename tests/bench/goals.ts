/** What the project promises itself. A missed goal is news, not a failure. */
import type { LanguageFigure } from './library/languages.ts';
import type { LibraryFigure } from './library/run-library.ts';
import type { PageFigure } from './page/figures.ts';
import type { Sheet } from './sheet.ts';

export interface Goal {
  readonly what: string;
  /** The most that meets the goal. */
  readonly limit: number;
  readonly unit: string;
  /** undefined: not measured in this run */
  readonly value: number | undefined;
  /** The same of the fastest repetitions, where the value is a ratio: what the page costs on a quiet machine. */
  readonly best?: number | undefined;
}

/** Two figures of noisy measurements that are no more than this apart count as the same. */
const SAME = 1.1;

export const pageGoals = (page: Sheet<PageFigure>): Goal[] => [
  {
    what: 'First tap handled, by the static picture',
    limit: 1.5,
    unit: '×',
    ...page.ratio('firstTap', 'tonos', 'floor-svg-static'),
  },
  {
    what: 'First tap handled, by reveal.js (static pictures)',
    limit: 0.5,
    unit: '×',
    ...page.ratio('firstTap', 'tonos', 'reveal-static'),
  },
  {
    what: 'JavaScript of the first screen, gzip',
    limit: 90,
    unit: 'kB',
    value: page.median('tonos', 'scriptGzip'),
  },
];

export const libraryGoals = (library: Sheet<LibraryFigure>): Goal[] => [
  {
    what: 'Shipped content ready, cold process',
    limit: 500,
    unit: 'ms',
    value: library.median('shipped', 'ready'),
  },
  {
    what: '10 × the tours, diagrams and pictures, by the shipped content',
    limit: 12,
    unit: '×',
    ...library.ratio('ready', '10 × tours', 'shipped'),
  },
  {
    what: '10 × the languages, by the shipped content',
    limit: 12,
    unit: '×',
    ...library.ratio('ready', '10 × languages', 'shipped'),
  },
];

export function languageGoals(languages: Sheet<LanguageFigure>): Goal[] {
  const [few = '', many = ''] = languages.columns;
  const figures = ['boot', 'firstTap', 'heap', 'requests'] as const;
  return figures.map((figure) => ({
    what: `${many} by ${few}: ${languages.figures[figure].title.split(',')[0]}`,
    limit: SAME,
    unit: '×',
    ...languages.ratio(figure, many, few),
  }));
}
