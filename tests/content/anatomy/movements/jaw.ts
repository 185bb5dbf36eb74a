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
    rests: both('digastric', 'lateral-pterygoid', 'genioglossus'),
    shortens: both('masseter', 'temporalis', 'medial-pterygoid'),
    goes: [{ part: 'jaw-bone.left', axis: 'y', sign: -1 }],
  },
  {
    diagram: 'jaw',
    pose: 'open',
    from: 'rest',
    fact: 'C4',
    works: both('digastric', 'lateral-pterygoid'),
    rests: both('masseter', 'temporalis', 'medial-pterygoid', 'genioglossus'),
    shortens: both('digastric', 'lateral-pterygoid'),
    goes: [{ part: 'jaw-bone.left', axis: 'y', sign: 1 }],
  },
  {
    diagram: 'jaw',
    pose: 'side',
    from: 'rest',
    // the opposite lateral pterygoid: [R]
    fact: 'C4',
    works: ['lateral-pterygoid.left'],
    rests: ['lateral-pterygoid.right', ...both('digastric', 'genioglossus')],
    shortens: ['lateral-pterygoid.left'],
    goes: [{ part: 'jaw-bone.left', axis: 'x', sign: -1 }],
  },
  {
    diagram: 'jaw',
    pose: 'tongue-out',
    from: 'rest',
    // genioglossus: [R]
    fact: 'C4',
    works: both('genioglossus'),
    rests: both('masseter', 'temporalis', 'medial-pterygoid', 'lateral-pterygoid'),
    shortens: [],
    goes: [{ part: 'tongue', axis: 'z', sign: 1 }],
  },
];
