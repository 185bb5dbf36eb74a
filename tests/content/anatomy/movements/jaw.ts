/** Which muscles move the jaw and the tongue. Lines of the facts marked [R] await a clinician's review. */
import { both, type Movement } from '../movements.ts';

export const MOVEMENTS: readonly Movement[] = [
  {
    diagram: 'jaw',
    pose: 'clench',
    from: 'rest',
    // medial pterygoid: [R]
    fact: 'C4',
    works: both('masseter', 'temporalis', 'medial-pterygoid'),
    rests: both('digastric', 'lateral-pterygoid'),
    shortens: both('masseter', 'temporalis', 'medial-pterygoid'),
    goes: [{ part: 'jaw-bone.left', axis: 'y', sign: -1 }],
  },
  {
    diagram: 'jaw',
    pose: 'open',
    from: 'rest',
    fact: 'C4',
    works: both('digastric', 'lateral-pterygoid'),
    rests: both('masseter', 'temporalis', 'medial-pterygoid'),
    shortens: both('digastric', 'lateral-pterygoid'),
    goes: [{ part: 'jaw-bone.left', axis: 'y', sign: 1 }],
  },
  {
    diagram: 'jaw',
    pose: 'side',
    from: 'rest',
    // the opposite pterygoids, and the temporalis of the same side: [R]
    fact: 'C4',
    works: ['lateral-pterygoid.right', 'temporalis.left'],
    rests: ['lateral-pterygoid.left', ...both('digastric')],
    shortens: ['lateral-pterygoid.right'],
    goes: [{ part: 'jaw-bone.left', axis: 'x', sign: 1 }],
  },
  {
    diagram: 'jaw',
    pose: 'tongue-out',
    from: 'rest',
    fact: 'C4',
    works: ['tongue'],
    rests: both('masseter', 'temporalis', 'medial-pterygoid', 'lateral-pterygoid'),
    shortens: [],
    goes: [{ part: 'tongue', axis: 'z', sign: 1 }],
  },
];
