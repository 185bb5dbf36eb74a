import type { Figure } from '../sheet.ts';

/** What is measured of living pictures. */
export const pictureFigures = {
  engineGzip: {
    title: 'engine with its worker, kB gzip',
    digits: 1,
    meaning: 'The scripts that draw, which are fetched after the first screen can be touched.',
  },
  dataGzip: {
    title: 'largest data of a diagram, kB gzip',
    digits: 1,
    meaning: 'Its shapes as the kiosk serves them, shared ones included, its poses, views and motions.',
  },
  stillsGzip: {
    title: 'largest table of stills, kB gzip',
    digits: 1,
    meaning: 'Where names stand on each still of a diagram, for machines that do not draw.',
  },
  still: {
    title: 'home touched to its picture, ms',
    digits: 0,
    meaning: 'From the touch of the attract loop to the home screen’s first picture, still or live.',
  },
  live: {
    title: 'from there to the live one, ms',
    digits: 0,
    meaning: 'Until the live picture lies over the still: engine fetched, model built, drawn once.',
  },
  liveAgain: {
    title: 'the same, engine there, ms',
    digits: 0,
    meaning: 'Of the next diagram: its model is built and drawn once.',
  },
  resting: {
    title: 'a live picture that rests, CPU % of a core',
    digits: 2,
    meaning: 'All processes of the browser while a live picture stands and nobody touches it.',
  },
  restingPage: {
    title: 'of it by the page, beyond an empty one',
    digits: 2,
    meaning: 'The same less what the browser takes with an empty page, measured just before.',
  },
  objects: {
    title: 'GL objects more after all changes',
    digits: 0,
    meaning: 'Live textures, buffers, programs and the like, by those after the first changes.',
  },
  memory: {
    title: 'memory more after all changes, MiB',
    digits: 1,
    meaning:
      'Resident memory of the renderer and the graphics process, rubbish collected and the browser’s caches emptied; Linux only.',
  },
} as const satisfies Record<string, Figure>;

export type PictureFigure = keyof typeof pictureFigures;
