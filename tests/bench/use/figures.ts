import type { Figure } from '../sheet.ts';

/** What long use leaves behind, each counted after garbage has been collected twice. */
export const useFigures = {
  heapSteps: {
    title: 'heap more after many steps, MiB',
    digits: 2,
    meaning:
      'JavaScript objects alive: the same tour walked to and fro, by what was alive after the first walks.',
  },
  heapAttract: {
    title: 'heap more after a long attract loop, MiB',
    digits: 2,
    meaning: 'JavaScript objects alive, by what was alive when every scene had been there once.',
  },
  nodes: { title: 'DOM nodes more after many steps', digits: 0, meaning: 'Alive, attached or not.' },
  listeners: { title: 'event listeners more after many steps', digits: 0, meaning: 'Alive.' },
  longest: {
    title: 'longest task after the first paint, ms',
    digits: 0,
    meaning: 'Of the page’s own thread, from the first paint to the end of it all; under 50 ms counts as 0.',
  },
} as const satisfies Record<string, Figure>;

export type UseFigure = keyof typeof useFigures;
