import type { Figure } from '../sheet.ts';

/** What is measured of ink: from the finger to the pixel. */
export const inkFigures = {
  first: {
    title: 'finger to pixel, ms',
    digits: 1,
    meaning: 'From the time of a move of the finger to the frame in which its ink is on the canvas; median.',
  },
  firstSlow: {
    title: 'of 98 in 100, ms',
    digits: 1,
    meaning: 'So long or shorter for 98 of 100 moves.',
  },
  late: {
    title: 'the same after 10,000 points, ms',
    digits: 1,
    meaning: 'The same stroke, once ten thousand points of it are there; median.',
  },
  lateSlow: { title: 'of 98 in 100, ms', digits: 1, meaning: 'The same, 98 of 100 moves.' },
} as const satisfies Record<string, Figure>;

export type InkFigure = keyof typeof inkFigures;
