/** How a picture, the names of its parts and the patient's sides share the stage. Lengths in px but for `insets`. */
import type { CalloutArea } from './callouts.ts';
import { fit, lay, type Placement, type Size } from './geometry.ts';

/**
 * Space at the top and bottom of the stage that callouts leave free, in scaled millimetres; `startTop` where the column at
 * the start of a line begins lower; `names` where both do, beneath the top of the picture; `cramped` in place of `bottom` where the
 * stage is narrow.
 */
export interface Insets {
  readonly top: number;
  readonly bottom: number;
  readonly startTop?: number;
  readonly names?: number | undefined;
  readonly cramped?: number;
}

export interface Composed {
  readonly stage: Size;
  /** Width and height of the picture. */
  readonly picture: readonly [number, number];
  /** One scaled millimetre. */
  readonly unit: number;
  readonly insets: Insets;
  /** The whole picture is shown, as of a figure that stands on its feet; else it fills the stage. */
  readonly whole: boolean;
  /** The patient's left and right are marked. */
  readonly sides: boolean;
  /** It shows things, or several people: their names stand beside them. */
  readonly isThing: boolean;
  /** How far right of the middle the picture stands, px; see `asideOf`. */
  readonly aside: number;
  /** The side on which the place of the only side lies that is in the picture. */
  readonly sidePlace: 'left' | 'right' | undefined;
  readonly panel: { readonly isNarrow: boolean; readonly isSmall: boolean; readonly isPortrait: boolean };
  readonly isRtl: boolean;
}

export interface Composition {
  readonly placement: Placement;
  /** Where names may stand. */
  readonly area: CalloutArea;
  /** How far above the foot of the stage callouts end, scaled millimetres. */
  readonly bottom: number;
  /** How far above it the sides are named, scaled millimetres. */
  readonly sidesRise: number;
  /** The picture reaches down to where its sides are named. */
  readonly isBehindSides: boolean;
}

/** A whole figure stands so far above the foot of the stage, above the constant controls, scaled millimetres; */
const FEET = 39;
/** or, where the paper lies below, above what stands at its foot: so far below `bottom`. */
const FEET_BELOW = 22;
/** Things leave more free at their top and foot: so they are smaller, and their names stand beside them. */
const APART = { top: 14, foot: 12 };
/** The same on a small stage, where names need more of its breadth. */
const APART_SMALL = { top: 16, foot: 6 };
/** The same on a stage that is hardly broader than high. */
const APART_STANDING = { top: 24, foot: 20 };
/** The share of a small stage's width by which things stand towards the start of a line, so that names have its end. */
const STARTWARDS = 0.13;
/** The share of a cramped stage that pictures leave to names, at both sides together. */
const CRAMPED = 0.16;
/** The share of the stage's width by which a picture stands aside for names that are all of one side. */
const ASIDE = 0.05;
/** A stage of whose height the foot, and what stands at its top, take more than this share is low. */
const LOW = 0.3;
/** What every stage leaves free at its top, scaled millimetres. */
const TOP = 12;
/** A side's name, scaled millimetres. */
const SIDE_HEIGHT = 11;
/** Above the controls, where the picture has faded out, in line with ways that stand there: so far below `bottom`. */
const SIDES_BELOW = 16.5;

/** Names keep off the sides, also where larger buttons raise them. */
const ABOVE_SIDES = 1;

export function compose(given: Composed): Composition {
  const { stage, picture, unit, insets, panel, aside } = given;
  const bottom = panel.isNarrow ? (insets.cramped ?? insets.bottom) : insets.bottom;
  const sidesRise = Math.max(10, bottom - SIDES_BELOW);
  const margin = marginOf(given, { bottom, sidesRise });
  const placement = margin
    ? fit(stage, picture, { ...margin, aside })
    : lay(stage, picture, { foot: bottom * unit, sides: panel.isNarrow ? stage.width * CRAMPED : 0, aside });
  return {
    placement,
    area: {
      left: 10 * unit,
      right: stage.width - 10 * unit,
      middle: middleOf(given),
      top: columnTops(given),
      bottom: stage.height - (bottom + ABOVE_SIDES) * unit,
      gap: 4 * unit,
    },
    bottom,
    sidesRise,
    isBehindSides:
      placement.y + picture[1] * placement.scale > stage.height - (sidesRise + SIDE_HEIGHT) * unit,
  };
}

/**
 * Where all names belong to one side, the picture makes room for them, px to the right. A number of its own, so that parts
 * that move within their side do not compose the stage anew.
 * @param named where the parts lie whose names stand on the picture, across it
 */
export function asideOf(
  { picture, stage, sidePlace }: Pick<Composed, 'picture' | 'stage' | 'sidePlace'>,
  named: readonly number[],
): number {
  if (named.length === 0) return 0;
  // What lies in the middle can be named from either side.
  const [left, right] = [0.45 * picture[0], 0.55 * picture[0]];
  const isLeft = sidePlace ? sidePlace === 'left' : named.some((x) => x < left);
  const isRight = sidePlace ? sidePlace === 'right' : named.some((x) => x > right);
  return stage.width * ASIDE * (Number(isLeft) - Number(isRight));
}

/** How far right of the middle things stand on a small stage, whose names need its end, px. */
export const startwards = (stage: Size, isRtl: boolean): number =>
  stage.width * STARTWARDS * (isRtl ? 1 : -1);

/** What a picture leaves free that stands whole, px. Absent: it fills the stage. */
function marginOf(
  { whole, sides, isThing, unit, insets, stage, panel }: Composed,
  { bottom, sidesRise }: { readonly bottom: number; readonly sidesRise: number },
): { top: number; foot: number } | undefined {
  if (whole) {
    // A small stage above the paper has no height to lose.
    if (panel.isSmall && panel.isPortrait) return { top: 4 * unit, foot: 8 * unit };
    const foot = panel.isNarrow ? sidesRise : panel.isPortrait ? bottom - FEET_BELOW : FEET;
    const apart = panel.isSmall ? APART_SMALL : panel.isPortrait ? APART_STANDING : APART;
    if (isThing) return { top: apart.top * unit, foot: (foot + apart.foot) * unit };
    return { top: 4 * unit, foot: foot * unit };
  }
  // On a low stage, and under many ways, the sides would be named on the picture: it stands whole above them.
  const isLow = sides && (bottom + Math.max(0, insets.top - TOP)) * unit > LOW * stage.height;
  if (!isLow) return undefined;
  // A cramped stage has no height to lose: the picture fades out behind the ways at its foot.
  const foot = panel.isNarrow ? bottom - 41 : sidesRise + SIDE_HEIGHT / 2;
  return { top: (insets.top - 8) * unit, foot: foot * unit };
}

function columnTops({ insets, unit, isRtl }: Composed): CalloutArea['top'] {
  const start = (insets.names ?? insets.startTop ?? insets.top) * unit;
  const end = (insets.names ?? insets.top) * unit;
  return isRtl ? { left: end, right: start } : { left: start, right: end };
}

/** What lies on this side of it is named at the left, what lies beyond at the right, px. */
function middleOf({ sidePlace, whole, stage, aside }: Composed): number {
  // A picture of one side that fills the stage has that side's place for the names, wherever in it their parts lie.
  if (sidePlace && !whole) return sidePlace === 'left' ? stage.width : 0;
  return stage.width / 2 + aside;
}
