/** The pair of muscles at the elbow, and the two groups at the wrist. One arm: no sides. */
import type { Movement } from '../movements.ts';

export const MOVEMENTS: readonly Movement[] = [
  {
    diagram: 'muscle-pair',
    pose: 'bend',
    from: 'rest',
    // which muscles bend the elbow is not in the facts: general anatomy [R]
    fact: 'D [R]',
    works: ['flexors', 'brachioradialis'],
    rests: ['extensors', 'deltoid', 'wrist-flexors', 'wrist-extensors'],
    shortens: ['flexors', 'brachioradialis'],
    goes: [
      { part: 'radius', axis: 'y', sign: -1 },
      { part: 'wrist-flexors', axis: 'y', sign: -1 },
    ],
  },
  {
    diagram: 'muscle-pair',
    pose: 'straighten',
    from: 'bend',
    fact: 'D [R]',
    works: ['extensors'],
    rests: ['flexors', 'brachioradialis', 'deltoid', 'wrist-flexors', 'wrist-extensors'],
    shortens: ['extensors'],
    goes: [{ part: 'radius', axis: 'y', sign: 1 }],
  },
  {
    diagram: 'muscle-pair',
    pose: 'both',
    from: 'rest',
    fact: 'B, D',
    works: ['flexors', 'extensors'],
    rests: ['deltoid', 'wrist-flexors', 'wrist-extensors'],
    shortens: [],
  },
  {
    diagram: 'muscle-pair',
    pose: 'overflow',
    from: 'rest',
    fact: 'B, D',
    works: ['flexors', 'extensors', 'brachioradialis', 'deltoid', 'wrist-flexors', 'wrist-extensors'],
    rests: [],
    shortens: [],
  },
  {
    diagram: 'muscle-pair',
    pose: 'wrist-bend',
    from: 'rest',
    fact: 'C5 [R]',
    works: ['wrist-flexors'],
    rests: ['wrist-extensors', 'flexors', 'extensors'],
    shortens: ['wrist-flexors'],
  },
  {
    diagram: 'muscle-pair',
    pose: 'wrist-straighten',
    from: 'rest',
    fact: 'C5 [R]',
    works: ['wrist-extensors'],
    rests: ['wrist-flexors', 'flexors', 'extensors'],
    shortens: ['wrist-extensors'],
  },
  {
    diagram: 'muscle-pair',
    pose: 'wrist-both',
    from: 'rest',
    fact: 'C5',
    works: ['wrist-flexors', 'wrist-extensors'],
    rests: ['flexors', 'extensors', 'deltoid'],
    shortens: [],
  },
];
