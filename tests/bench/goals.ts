/** What the project promises itself. A missed goal is news, not a failure. */
import type { ConsultFigure } from './consult/figures.ts';
import type { LanguageFigure } from './library/languages.ts';
import type { LibraryFigure } from './library/run-library.ts';
import type { PageFigure } from './page/figures.ts';
import type { PictureFigure } from './pictures/figures.ts';
import type { Sheet } from './sheet.ts';
import type { UseFigure } from './use/figures.ts';

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
  {
    what: 'Attract loop, CPU, by layers that move 12 times a second',
    limit: 1,
    unit: '×',
    ...page.ratio('idleCpu', 'tonos', 'floor-svg-css-12fps'),
  },
  {
    what: 'Attract loop, CPU, by reveal.js with moving drawings',
    limit: 0.15,
    unit: '×',
    ...page.ratio('idleCpu', 'tonos', 'reveal-animated'),
  },
  {
    what: 'Finger to new frame, median, by the static picture',
    limit: 1.5,
    unit: '×',
    ...page.ratio('fingerToFrame', 'tonos', 'floor-svg-static'),
  },
  {
    what: 'Finger to new frame, p98, by the static picture',
    limit: 2,
    unit: '×',
    ...page.ratio('fingerToFrameSlow', 'tonos', 'floor-svg-static'),
  },
  {
    what: 'Frames missed while steps change',
    limit: 1,
    unit: '%',
    value: page.median('tonos', 'framesMissed'),
  },
  {
    what: 'Longest frame while steps change',
    limit: 50,
    unit: 'ms',
    value: page.median('tonos', 'worstFrame'),
  },
];

export function useGoals(use: Sheet<UseFigure>): Goal[] {
  const goal = (what: string, figure: UseFigure, limit: number, unit: string): Goal => ({
    ...{ what, limit, unit },
    value: use.median('tonos', figure),
  });
  return [
    goal('Heap more after many steps', 'heapSteps', 1, 'MiB'),
    goal('Heap more after a long attract loop', 'heapAttract', 1, 'MiB'),
    goal('DOM nodes more after many steps', 'nodes', 0, ''),
    goal('Event listeners more after many steps', 'listeners', 0, ''),
    goal('Longest task after the first paint', 'longest', 50, 'ms'),
  ];
}

export function pictureGoals(pictures: Sheet<PictureFigure>): Goal[] {
  const least = (figure: PictureFigure): number | undefined => {
    const values = pictures.values('tonos', figure);
    return values.length > 0 ? Math.min(...values) : undefined;
  };
  const goal = (what: string, figure: PictureFigure, limit: number, unit: string): Goal => ({
    what,
    limit,
    unit,
    value: pictures.median('tonos', figure),
    best: least(figure),
  });
  return [
    goal('Engine with its worker, gzip', 'engineGzip', 150, 'kB'),
    goal('Data of a diagram, gzip', 'dataGzip', 20, 'kB'),
    goal('Live picture after the first one', 'live', 500, 'ms'),
    goal('Live picture that rests, of a core, beyond an empty page', 'restingPage', 1, '%'),
    goal('GL objects more after many diagrams', 'objects', 0, ''),
    goal('Memory more after many diagrams', 'memory', 5, 'MiB'),
  ];
}

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

export const consultGoals = (consult: Sheet<ConsultFigure>): Goal[] => [
  {
    what: 'Longest wait in ten lessons',
    limit: 2000,
    unit: 'ms',
    value: consult.median('tonos', 'longestWait'),
  },
  {
    what: 'Frames of a moving picture with 10,000 points of ink, by those without',
    limit: SAME,
    unit: '×',
    value: inverse(consult.ratio('frames', '10,000 points', 'no ink').value),
  },
];

const inverse = (value: number | undefined): number | undefined => value && 1 / value;
