/** Which muscles work in a face that draws together. */
import { both, type Movement } from '../movements.ts';

export const MOVEMENTS: readonly Movement[] = [
  {
    diagram: 'face',
    pose: 'meige',
    from: 'rest',
    fact: 'C4, C7',
    works: both('orbicularis-orbital', 'masseter'),
    rests: [],
    shortens: both('orbicularis-orbital', 'masseter'),
  },
  {
    diagram: 'face',
    pose: 'one-side',
    from: 'rest',
    // zygomaticus: [R]
    fact: 'C1',
    works: ['orbicularis-orbital.left', 'zygomaticus.left'],
    rests: ['orbicularis-orbital.right', 'zygomaticus.right', ...both('masseter')],
    shortens: ['orbicularis-orbital.left', 'zygomaticus.left'],
  },
];
