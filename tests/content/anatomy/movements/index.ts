/** Which muscles make which movement, of all diagrams. */
import { MOVEMENTS as first, type Movement } from '../movements.ts';
import { MOVEMENTS as face } from './face.ts';
import { MOVEMENTS as handPlaying } from './hand-playing.ts';
import { MOVEMENTS as handWriting } from './hand-writing.ts';
import { MOVEMENTS as jaw } from './jaw.ts';
import { MOVEMENTS as leg } from './leg.ts';
import { MOVEMENTS as musclePair } from './muscle-pair.ts';
import { MOVEMENTS as trunk } from './trunk.ts';
import { MOVEMENTS as voiceAbove } from './voice-above.ts';

export const MOVEMENTS: readonly Movement[] = [
  first,
  face,
  handPlaying,
  handWriting,
  jaw,
  leg,
  musclePair,
  trunk,
  voiceAbove,
].flat();
