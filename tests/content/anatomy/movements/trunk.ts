import type { Movement } from '../movements.ts';

export const MOVEMENTS: readonly Movement[] = [
  {
    diagram: 'trunk',
    pose: 'twist',
    from: 'rest',
    // erector spinae and abdominals: marked [R] there
    fact: 'C8 [R]',
    works: ['paraspinals.right', 'obliques.right'],
    rests: ['paraspinals.left', 'obliques.left'],
    shortens: ['paraspinals.right', 'obliques.right'],
  },
];
