import type { Movement } from '../movements.ts';

export const MOVEMENTS: readonly Movement[] = [
  {
    diagram: 'leg',
    pose: 'turned-in',
    from: 'rest',
    fact: 'C6 [R]',
    works: [
      'tibialis-posterior.right',
      'gastrocnemius.right',
      'soleus.right',
      'flexor-digitorum-longus.right',
      'extensor-hallucis-longus.right',
    ],
    rests: ['tibialis-anterior.right', 'extensor-digitorum-longus.right', 'fibularis-longus.right'],
    // the extensor of the big toe is drawn long by the ankle while it lifts the toe
    shortens: [
      'tibialis-posterior.right',
      'gastrocnemius.right',
      'soleus.right',
      'flexor-digitorum-longus.right',
    ],
    goes: [
      { part: 'foot.right', axis: 'x', sign: 1 },
      { part: 'foot.right', axis: 'y', sign: 1 },
    ],
  },
];
