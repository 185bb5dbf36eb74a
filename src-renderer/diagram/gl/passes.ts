/**
 * The order of drawing, which knows materials and nothing else: bodies, their ink, soft shadows, glow; then skins, what is
 * seen behind their openings, what is laid upon them, where they thin into openings; last what fades in, what is seen through
 * others, and the chosen.
 */
import { HARD_MATERIALS } from '../model/model.ts';
import type { GpuBatch, Range } from './buffers.ts';
import type { Stages } from './programs.ts';
import { NO_SIGNAL } from './shaders/common.ts';
import * as contour from './shaders/contour.ts';
import * as body from './shaders/muscle.ts';
import * as skin from './shaders/skin.ts';

export type Uniforms = Readonly<Record<string, number | readonly number[]>>;

export interface Pass {
  readonly name: string;
  readonly stages: Stages;
  readonly defines?: readonly string[];
  readonly uniforms?: Uniforms;
  /** Which triangles; absent: all. */
  readonly range?: Range;
  readonly cull: 'back' | 'front' | 'none';
  /** `over`: premultiplied alpha; `shadow`: darkens what is there and leaves alpha alone; `under`: only where nothing is; `onto`: only where something is. Absent: opaque, writes depth. */
  readonly blend?: 'over' | 'shadow' | 'under' | 'onto';
  /** Opaque, but writes no depth: what is drawn later lies over it, as the layers of a picture do. */
  readonly layered?: boolean;
}

/** Colour of the ink round what is made of it. */
const MUSCLE_INK = [0.075, 0.04, 0.036];
const HARD_INK = [0.06, 0.065, 0.055];
const SKIN_INK = [0.045, 0.09, 0.088];
const CHOSEN_INK = [1, 0.9, 0.72];
/** How far what lies on a surface is drawn towards the eye, cm. */
const LIFT = 0.35;

/** So deep below the skin a working muscle still shines through it, cm. */
const THROUGH = 1.2;

const isMuscle = ({ batch }: GpuBatch): boolean => batch.material === 'muscle';
const isHard = ({ batch }: GpuBatch): boolean => HARD_MATERIALS.includes(batch.material);
const isSkin = ({ batch }: GpuBatch): boolean => batch.material === 'skin';
const isDrawn = ({ batch }: GpuBatch): boolean => batch.material === 'ink' || batch.material === 'paint';

/** Lies under the skin, and is no part of it. */
export const isBody = (gpu: GpuBatch): boolean => (isMuscle(gpu) || isHard(gpu)) && !isLaid(gpu);

export const isLaid = (gpu: GpuBatch): boolean => gpu.batch.laid === true || isDrawn(gpu);

const stages = (vertex: string, fragment: string): Stages => ({
  vertex: vertex.replaceAll('{openings}', contour.OPENINGS_GLSL),
  fragment,
});

const MUSCLE = stages(body.BODY_VERTEX, body.MUSCLE_FRAGMENT);
const HARD = stages(body.BODY_VERTEX, body.HARD_FRAGMENT);
const HULL = stages(contour.HULL_VERTEX, contour.HULL_FRAGMENT);
const SHADOW = stages(contour.HALO_VERTEX, contour.SHADOW_FRAGMENT);
const GLOW = stages(contour.HALO_VERTEX, contour.GLOW_FRAGMENT);
const SHINE = stages(contour.SHINE_VERTEX, contour.SHINE_FRAGMENT);
const GHOST = stages(contour.HALO_VERTEX, contour.GHOST_FRAGMENT);
const SKIN = stages(skin.SKIN_VERTEX, skin.SKIN_FRAGMENT);
const INK = stages(skin.INK_VERTEX, skin.INK_FRAGMENT);
const PAINT = stages(skin.INK_VERTEX, skin.PAINT_FRAGMENT);
const IDS = stages(contour.ID_VERTEX, contour.ID_FRAGMENT);

const definesOf = (gpu: GpuBatch): readonly string[] => [
  ...(isMuscle(gpu) ? ['BULGE'] : []),
  ...(isSkin(gpu) ? ['SKIN'] : []),
  ...(gpu.batch.material === 'paint' ? ['PAINT'] : []),
];

const SKIN_STAGES = {
  whole: { defines: ['SKIN'], cull: 'back' },
  opened: { defines: ['SKIN', 'OPENED'], cull: 'back' },
  thin: { defines: ['SKIN', 'THIN'], cull: 'back', blend: 'over', range: 'opening' },
  wall: { defines: ['SKIN', 'WALL'], cull: 'front', blend: 'under' },
} as const;

/** The surface of a batch itself. */
function surfaceOf(gpu: GpuBatch, stage: keyof typeof SKIN_STAGES = 'whole'): Pass {
  const { material, paint } = gpu.batch;
  const laid = isLaid(gpu);
  const over = laid ? ({ cull: 'none', blend: 'over' } as const) : ({ cull: 'back' } as const);
  const uLift = laid ? LIFT : 0;
  switch (material) {
    case 'muscle':
      return {
        name: 'muscle',
        stages: MUSCLE,
        defines: laid ? ['BULGE', 'LAID'] : ['BULGE'],
        uniforms: { uLift },
        ...over,
      };
    case 'skin':
      return { name: 'skin', stages: SKIN, ...SKIN_STAGES[stage] };
    case 'ink':
      return { name: 'ink', stages: INK, uniforms: { uLift: LIFT }, cull: 'none', blend: 'over' };
    case 'paint':
      return {
        name: 'paint',
        stages: PAINT,
        defines: ['PAINT'],
        uniforms: {
          uLift: LIFT,
          uShadeDepth: paint?.shade ?? 0,
          uStops: Math.min(skin.MOST_STOPS, paint?.stops.length ?? 0),
          uStop: (paint?.stops ?? []).slice(0, skin.MOST_STOPS).flat(),
          uGlint: paint?.glint ?? [0, 0, 0],
        },
        cull: 'none',
        blend: 'over',
      };
    default:
      return {
        name: 'hard',
        stages: HARD,
        uniforms: { uLift, uKind: HARD_MATERIALS.indexOf(material) },
        ...over,
      };
  }
}

function hullOf(gpu: GpuBatch, width: number, ink: readonly number[], chosenOnly = false): Pass {
  return {
    name: 'hull',
    stages: HULL,
    defines: definesOf(gpu),
    uniforms: { uWidth: width, uInk: ink, uHeat: isSkin(gpu) ? 0.7 : 0.85, uChosenOnly: chosenOnly ? 1 : 0 },
    range: 'outline',
    cull: 'front',
  };
}

/** A shell that lies round what it is of, and not aside. */
const ROUND = [0, 0, 0];

/**
 * `contact`: how far the shadow of skin reaches, as a share; shells of small things would cut through each other;
 * `hard`: the same of what is hard.
 * `aside`, `falls`: how far that of what is hard, and that of skin, falls to the right and down, cm.
 */
function shadowOf(
  gpu: GpuBatch,
  { contact, hard, aside, falls }: Pick<Wish, 'contact' | 'hard' | 'aside' | 'falls'>,
): Pass {
  const [right, down] = isHard(gpu) ? aside : falls;
  // one sees the shape of a shadow that falls aside: it is finer, darker and crisper than one that only lies round
  const isCast = isSkin(gpu) && (right !== 0 || down !== 0);
  const [uGrow, uBack, uDark, uEnds] = isMuscle(gpu)
    ? [0.5, 0.66, 0.6, 0.1]
    : isSkin(gpu)
      ? [0.8 * contact, 1.75 * contact, isCast ? 0.62 : 0.42, 0]
      : [0.3 * hard, 0.44 * hard, 0.55, 0];
  return {
    name: 'shadow',
    stages: SHADOW,
    defines: definesOf(gpu),
    uniforms: {
      uGrow,
      uBack,
      uDark,
      uEnds,
      uSoft: isCast ? 0.5 : 0.85,
      uAside: isMuscle(gpu) ? ROUND : [right, 0 - down, 0],
    },
    range: isMuscle(gpu) || isCast ? 'outline' : 'shell',
    cull: 'back',
    blend: 'shadow',
  };
}

/** `uBack`: behind the muscle, or before it, where its glow shines through skin, cm. */
const glowOf = (gpu: GpuBatch, uBack = 0.66, uGrow = 0.12): Pass => ({
  name: 'glow',
  stages: GLOW,
  defines: definesOf(gpu),
  uniforms: { uGrow, uBack, uEnds: 0.42, uAside: ROUND },
  range: 'outline',
  cull: 'back',
  blend: 'onto',
});

/** What is hard, as it is seen through what lies over it: faint and without ink, but for a signal on its way. */
const veiledOf = ({ batch }: GpuBatch): Pass => ({
  name: 'hard',
  stages: HARD,
  defines: ['VEILED'],
  uniforms: { uLift: batch.seen ?? 0, uKind: HARD_MATERIALS.indexOf(batch.material) },
  cull: 'back',
  blend: 'over',
});

/** Light of a signal on its way, over what is drawn and over the stage: a nerve’s is warm, a breath’s (a membrane) cool. */
const shineOf = ({ batch }: GpuBatch): Pass => ({
  name: 'shine',
  stages: SHINE,
  uniforms: {
    uWidth: 16,
    uShine: batch.material === 'membrane' ? [0.55, 0.82, 0.9] : [1, 0.8, 0.42],
    uLift: batch.seen ?? 0,
  },
  cull: 'back',
  blend: 'over',
});

export const ghostOf = (gpu: GpuBatch): Pass => ({
  name: 'ghost',
  stages: GHOST,
  defines: definesOf(gpu),
  uniforms: { uGrow: 0, uBack: 0, uEnds: 0, uAside: ROUND },
  cull: 'back',
  blend: 'under',
});

/** Part numbers and depths, for touch and callouts. */
export const idsOf = (gpu: GpuBatch): Pass => ({
  name: 'ids',
  stages: IDS,
  defines: definesOf(gpu),
  uniforms: { uLift: isLaid(gpu) ? LIFT : 0, uLaid: isLaid(gpu) ? 1 : 0 },
  layered: isLaid(gpu),
  cull: isLaid(gpu) ? 'none' : 'back',
});

/** What a picture asks of its passes. */
export interface Wish {
  /** The batch has a part that works. */
  readonly works: (gpu: GpuBatch) => boolean;
  /** The batch draws the chosen part. */
  readonly isChosen: (gpu: GpuBatch) => boolean;
  /** An opening of the skin stands open. */
  readonly open: boolean;
  /** The skin has openings and all are closed: bodies are covered, their glow shines through. */
  readonly covered: boolean;
  /** 0…1: how much of the batch has faded in. */
  readonly fade: (gpu: GpuBatch) => number;
  /** How far the shadow of skin reaches, 0…1; at 0 there is none. */
  readonly contact: number;
  /** The same of what is hard. */
  readonly hard: number;
  /** How far the shadow of what is hard falls to the right and down, cm. */
  readonly aside: readonly [number, number];
  /** The same of skin. */
  readonly falls: readonly [number, number];
  /** Where the head of the batch's signal is, `NO_SIGNAL` where it has none. */
  readonly signal: (gpu: GpuBatch) => number;
}

export interface Step {
  readonly gpu: GpuBatch;
  readonly pass: Pass;
  readonly fade: number;
  /** Absent: no signal is on its way. */
  readonly signal?: number;
  /** Only depth: makes sure that of what fades in, one sees the outermost surface alone. */
  readonly depthOnly?: boolean;
}

/** All steps of a picture, in order. */
export function stepsOf(batches: readonly GpuBatch[], wish: Wish): Step[] {
  const steps: Step[] = [];
  const there = batches.filter((gpu) => wish.fade(gpu) > 0.003);
  const whole = there.filter((gpu) => wish.fade(gpu) > 0.997);
  const add = (group: readonly GpuBatch[], pass: (gpu: GpuBatch) => Pass): void => {
    for (const gpu of group) {
      steps.push({ gpu, pass: pass(gpu), fade: wish.fade(gpu), signal: wish.signal(gpu) });
    }
  };
  const solid = whole.filter((gpu) => !isLaid(gpu));
  const bodies = wish.covered ? [] : solid;
  const muscles = bodies.filter(isMuscle);
  const hard = bodies.filter(isHard);
  const skins = solid.filter(isSkin);
  const opened = skins.filter((gpu) => gpu.ranges.opening.count > 0 && wish.open);

  add(muscles, (gpu) => surfaceOf(gpu));
  add(hard, (gpu) => surfaceOf(gpu));
  add(muscles, (gpu) => hullOf(gpu, 1.5, MUSCLE_INK));
  add(hard, (gpu) => hullOf(gpu, 1.5, HARD_INK));
  if (muscles.length + hard.length > 0) {
    const reaching = [muscles, wish.hard > 0 ? hard : [], wish.contact > 0 ? skins : []];
    for (const group of reaching) add(group, (gpu) => shadowOf(gpu, wish));
  }
  add(muscles.filter(wish.works), (gpu) => glowOf(gpu));
  add(skins, (gpu) => surfaceOf(gpu, opened.includes(gpu) ? 'opened' : 'whole'));
  add(skins, (gpu) => hullOf(gpu, 1.4, SKIN_INK));
  if (wish.covered) {
    const shining = solid.filter((gpu) => isMuscle(gpu) && gpu.batch.through !== false);
    add(shining.filter(wish.works), (gpu) => glowOf(gpu, -THROUGH, 0.3));
  }
  add(opened, (gpu) => surfaceOf(gpu, 'wall'));
  add(whole.filter(isLaid), (gpu) => surfaceOf(gpu));
  add(opened, (gpu) => surfaceOf(gpu, 'thin'));
  for (const gpu of there.filter((one) => !whole.includes(one))) {
    const fade = wish.fade(gpu);
    const surface = surfaceOf(gpu);
    if (!isLaid(gpu)) steps.push({ gpu, pass: surface, fade: 1, depthOnly: true });
    steps.push({ gpu, pass: { ...surface, blend: 'over' }, fade, signal: wish.signal(gpu) });
  }
  add(
    there.filter((gpu) => isHard(gpu) && (gpu.batch.seen ?? 0) > 0),
    veiledOf,
  );
  add(
    there.filter((gpu) => wish.signal(gpu) !== NO_SIGNAL && (isLaid(gpu) || isHard(gpu)) && !isDrawn(gpu)),
    shineOf,
  );
  add(
    solid.filter((gpu) => wish.isChosen(gpu) && !isSkin(gpu)),
    (gpu) => hullOf(gpu, 3.2, CHOSEN_INK, true),
  );
  return steps;
}
