import type { Figure } from '../sheet.ts';

/** What is measured of consult mode. */
export const consultFigures = {
  longestWait: {
    title: 'longest wait in a lesson, ms',
    digits: 0,
    meaning:
      'Of the ten lessons (tests/e2e/lessons.ts): from the touch that asks to the frame in which it is shown, all touches of a lesson together; the slowest.',
  },
  usualWait: { title: 'usual wait in a lesson, ms', digits: 0, meaning: 'The same, the median of the ten.' },
  frames: {
    title: 'frames of a moving picture, per s',
    digits: 1,
    meaning: 'While the picture is moved by a button, again and again; the ink moves with it.',
  },
  longestFrame: { title: 'longest of these frames, ms', digits: 0, meaning: 'Between two frames.' },
} as const satisfies Record<string, Figure>;

export type ConsultFigure = keyof typeof consultFigures;
