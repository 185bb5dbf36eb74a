/**
 * Poses of the eyes: how far the lids are shut, how far the brows are lifted, and which muscles work.
 *
 * A blink is the work of the pretarsal and preseptal parts alone; a forced closure adds the orbital
 * part, the corrugators and the procerus. In the last pose the frontalis lifts the brows against it.
 */
import { smooth } from '../shared/maths.ts';
import type { MotionInfo } from '../shared/diagram.ts';

export type EyeMuscle =
  | 'orbicularis-pretarsal'
  | 'orbicularis-preseptal'
  | 'orbicularis-orbital'
  | 'corrugator'
  | 'procerus'
  | 'frontalis';

export interface EyePose {
  /** 0 open … 0.55 gently closed … 1 squeezed. */
  closure: number;
  /** 0 … 1: brows lifted. */
  lift: number;
  activation: Record<EyeMuscle, number>;
}

const closing = (closure: number): EyePose => ({
  closure,
  lift: 0,
  activation: {
    'orbicularis-pretarsal': smooth(0.02, 0.5, closure),
    'orbicularis-preseptal': smooth(0.1, 0.7, closure),
    'orbicularis-orbital': smooth(0.5, 1, closure),
    corrugator: smooth(0.5, 1, closure),
    procerus: smooth(0.5, 1, closure),
    frontalis: 0,
  },
});

const lifting = (share: number): EyePose => {
  const squeeze = closing(1 - 0.16 * share).activation;
  return {
    closure: 1 - 0.2 * share,
    lift: share,
    activation: {
      ...squeeze,
      'orbicularis-orbital': 1 - 0.15 * share,
      corrugator: 1 - 0.4 * share,
      procerus: 1 - 0.4 * share,
      frontalis: share,
    },
  };
};

export const POSES: Record<string, EyePose> = {
  open: closing(0),
  'closing-1': closing(0.18),
  'closing-2': closing(0.38),
  'closing-3': closing(0.58),
  'closing-4': closing(0.74),
  'closing-5': closing(0.88),
  squeeze: closing(1),
  blink: {
    closure: 0.55,
    lift: 0,
    activation: {
      'orbicularis-pretarsal': 1,
      'orbicularis-preseptal': 0.8,
      'orbicularis-orbital': 0,
      corrugator: 0,
      procerus: 0,
      frontalis: 0,
    },
  },
  'brow-raise-1': lifting(0.35),
  'brow-raise-2': lifting(0.7),
  'brow-raise': lifting(1),
};

/** Parts of the diagram that a muscle stands for. */
export const partsOf = (muscle: EyeMuscle): string[] =>
  muscle === 'procerus' ? ['procerus'] : [`${muscle}.left`, `${muscle}.right`];

/** A muscle counts as working from this activation on. */
const WORKING_FROM = 0.12;

export const WORKING: Record<string, string[]> = Object.fromEntries(
  Object.entries(POSES).map(([name, { activation }]) => [
    name,
    (Object.keys(activation) as EyeMuscle[]).filter((m) => activation[m] >= WORKING_FROM).flatMap(partsOf),
  ]),
);

export const MOTIONS: Record<string, MotionInfo> = {
  blink: {
    view: 'front',
    poses: ['open', 'closing-1', 'closing-2', 'blink', 'closing-2', 'closing-1', 'open'],
    frameMs: 90,
    holdMs: 1200,
  },
  squeeze: {
    view: 'front',
    poses: ['open', 'closing-1', 'closing-2', 'closing-3', 'closing-4', 'closing-5', 'squeeze'],
    frameMs: 150,
    holdMs: 1600,
  },
  'brow-raise': {
    view: 'front',
    poses: ['squeeze', 'brow-raise-1', 'brow-raise-2', 'brow-raise'],
    frameMs: 150,
    holdMs: 1600,
  },
};
