import type { Movement } from '../movements.ts';

/** Of a right hand that writes. Which muscles work in which pattern is to be reviewed by a clinician: [R] in the facts. */
export const MOVEMENTS: readonly Movement[] = [
  {
    diagram: 'hand-writing',
    pose: 'cramp',
    from: 'write',
    fact: 'C5 [R], flexor pattern',
    works: [
      'flexor-digitorum-superficialis',
      'flexor-digitorum-profundus',
      'flexor-pollicis-longus',
      'flexor-carpi-radialis',
      'flexor-carpi-ulnaris',
    ],
    rests: ['extensor-digitorum', 'extensor-carpi-radialis', 'extensor-carpi-ulnaris', 'brachioradialis'],
    shortens: ['flexor-digitorum-superficialis', 'flexor-pollicis-longus'],
  },
  {
    diagram: 'hand-writing',
    pose: 'lift',
    from: 'write',
    fact: 'C5 [R], extensor pattern',
    works: ['extensor-digitorum', 'extensor-carpi-radialis'],
    rests: [
      'flexor-digitorum-superficialis',
      'flexor-digitorum-profundus',
      'flexor-pollicis-longus',
      'flexor-carpi-radialis',
      'flexor-carpi-ulnaris',
    ],
    shortens: ['extensor-digitorum', 'extensor-carpi-radialis'],
  },
  {
    diagram: 'hand-writing',
    pose: 'both',
    from: 'write',
    fact: 'C5 [HAND15], co-contraction',
    works: ['flexor-digitorum-superficialis', 'extensor-digitorum'],
    rests: [],
    shortens: [],
  },
  {
    diagram: 'hand-writing',
    pose: 'eased',
    from: 'cramp',
    fact: 'C5, treatment',
    works: [],
    rests: ['flexor-digitorum-superficialis', 'flexor-digitorum-profundus', 'flexor-pollicis-longus'],
    shortens: [],
  },
  {
    diagram: 'hand-writing',
    pose: 'thick-pen',
    from: 'cramp',
    fact: 'C5 [R], tricks',
    works: [],
    rests: ['flexor-digitorum-superficialis', 'flexor-digitorum-profundus', 'flexor-pollicis-longus'],
    shortens: [],
  },
];
