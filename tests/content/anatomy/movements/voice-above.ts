/** The vocal folds: what closes and what opens them. Sides are the patient's. */
import { both, type Movement } from '../movements.ts';

/** The fold of the left goes to the right as it closes, and the other way round; the reverse as it opens. */
const folds = (closing: 1 | -1): NonNullable<Movement['goes']> => [
  { part: 'vocal-fold.left', axis: 'x', sign: closing === 1 ? -1 : 1 },
  { part: 'vocal-fold.right', axis: 'x', sign: closing },
];

export const MOVEMENTS: readonly Movement[] = [
  {
    diagram: 'voice-above',
    pose: 'speak',
    from: 'rest',
    fact: 'C3, D',
    works: both('thyroarytenoid', 'lateral-cricoarytenoid'),
    rests: both('posterior-cricoarytenoid'),
    shortens: both('lateral-cricoarytenoid'),
    goes: folds(1),
  },
  {
    diagram: 'voice-above',
    pose: 'adductor',
    from: 'rest',
    fact: 'C3 [SUL]',
    works: both('thyroarytenoid', 'lateral-cricoarytenoid'),
    rests: both('posterior-cricoarytenoid'),
    shortens: both('thyroarytenoid', 'lateral-cricoarytenoid'),
    goes: folds(1),
  },
  {
    diagram: 'voice-above',
    pose: 'abductor',
    from: 'speak',
    fact: 'C3 [EVMS]',
    works: both('posterior-cricoarytenoid'),
    rests: both('thyroarytenoid', 'lateral-cricoarytenoid'),
    shortens: both('posterior-cricoarytenoid'),
    goes: folds(-1),
  },
  {
    diagram: 'voice-above',
    pose: 'eased',
    from: 'rest',
    fact: 'C3 [CCJM]',
    works: both('thyroarytenoid'),
    rests: both('posterior-cricoarytenoid'),
    shortens: [],
    goes: folds(1),
  },
];
