/**
 * Poses of the neck: angles of the head and the muscles that pull it there.
 *
 * Rotation to one side: opposite sternocleidomastoid, same-side splenius capitis. Tilt: splenius,
 * sternocleidomastoid and levator scapulae of the same side. Forward: both sternocleidomastoids and
 * scalenes. Back: both splenii, semispinales and upper trapezii. In rotation neither trapezius nor
 * semispinalis is shown at work.
 */
export interface NeckPose {
  /** Degrees: turn to the subject's right, tilt to the subject's LEFT, chin up. */
  turn: number;
  tilt: number;
  bend: number;
  /** Activation 0…1 of a part with its side. */
  activation: Record<string, number>;
}

export type NeckView = 'front' | 'left' | 'back';

interface Movement {
  view: NeckView;
  /** In-between poses before the full one. */
  steps: number;
  turn?: number;
  tilt?: number;
  bend?: number;
  working: Record<string, number>;
}

export const MOVEMENTS: Record<string, Movement> = {
  'turn-right': {
    view: 'front',
    steps: 5,
    turn: 25,
    working: { 'sternocleidomastoid.left': 1, 'splenius-capitis.right': 1 },
  },
  'tilt-right': {
    view: 'front',
    steps: 4,
    tilt: -19,
    working: { 'splenius-capitis.right': 1, 'sternocleidomastoid.right': 0.9, 'levator-scapulae.right': 1 },
  },
  forward: {
    view: 'left',
    steps: 3,
    bend: -27,
    working: {
      'sternocleidomastoid.left': 1,
      'sternocleidomastoid.right': 1,
      'scalenes.left': 0.9,
      'scalenes.right': 0.9,
    },
  },
  back: {
    view: 'left',
    steps: 3,
    bend: 25,
    working: {
      'splenius-capitis.left': 1,
      'splenius-capitis.right': 1,
      'semispinalis-capitis.left': 0.9,
      'semispinalis-capitis.right': 0.9,
      'trapezius.left': 0.85,
      'trapezius.right': 0.85,
    },
  },
};

/** Extra stills beside the movements. */
const STILLS: [string, NeckView][] = [
  ['rest', 'front'],
  ['rest', 'left'],
  ['rest', 'back'],
  ['turn-right', 'back'],
  ['back', 'back'],
];

const REST: NeckPose = { turn: 0, tilt: 0, bend: 0, activation: {} };

const ease = (t: number): number => t * t * (3 - 2 * t);

function poseAt(movement: Movement, progress: number): NeckPose {
  const angle = ease(progress);
  // the muscles lead the movement a little: they light up before the head arrives
  const effort = Math.pow(progress, 0.8);
  return {
    turn: (movement.turn ?? 0) * angle,
    tilt: (movement.tilt ?? 0) * angle,
    bend: (movement.bend ?? 0) * angle,
    activation: Object.fromEntries(
      Object.entries(movement.working).map(([part, full]) => [part, full * effort]),
    ),
  };
}

export const POSES: Record<string, NeckPose> = { rest: REST };
export const WORKING: Record<string, string[]> = { rest: [] };
const sequences: Record<string, string[]> = {};
for (const [name, movement] of Object.entries(MOVEMENTS)) {
  const names = Array.from({ length: movement.steps }, (_, i) => `${name}-${i + 1}`);
  names.push(name);
  names.forEach((pose, i) => {
    POSES[pose] = poseAt(movement, (i + 1) / names.length);
    WORKING[pose] = Object.keys(movement.working);
  });
  sequences[name] = ['rest', ...names];
}

/** Every picture to bake, as [pose, view]. */
export const PICTURES: [string, NeckView][] = [
  ...STILLS,
  ...Object.entries(sequences).flatMap(([name, names]) =>
    names.slice(1).map((pose): [string, NeckView] => [pose, MOVEMENTS[name].view]),
  ),
];

export interface Motion {
  view: string;
  poses: string[];
  frameMs: number;
  holdMs: number;
}

export const MOTIONS: Record<string, Motion> = {
  ...Object.fromEntries(
    Object.entries(sequences).map(([name, poses]) => [
      name,
      { view: MOVEMENTS[name].view, poses, frameMs: 150, holdMs: 1600 },
    ]),
  ),
  /** The sensory trick: a light touch, and the head eases back towards the middle. */
  ease: { view: 'front', poses: sequences['turn-right'].slice(1).reverse(), frameMs: 150, holdMs: 1600 },
};
