/**
 * Where the words of a picture stand: two columns at the sides of the stage, leaders that do not cross each
 * other and do not run through words. Pure, so that every tour step can be checked on every panel without a screen.
 */
import { contains, cross, passesThrough, type Box, type Point } from './geometry.ts';

export type Side = 'left' | 'right';

/** A part's name on the stage. */
export interface Callout {
  readonly id: string;
  readonly name: string;
  /** Key of the words under the name. */
  readonly note?: string | undefined;
  /** Where the part lies by which the name is placed. */
  readonly anchor: Point;
  /** The same part on the other side of the body, where a name may lead there as well. */
  readonly twin?: Point | undefined;
  readonly seen: boolean;
  readonly working: boolean;
  /** The visitor has chosen the part. */
  readonly chosen?: boolean | undefined;
  /** Rather no name than one on the side where the part is not. */
  readonly optional?: boolean | undefined;
  /** `lang` and `dir` of a borrowed name. */
  readonly run: { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' };
  readonly onpress?: (() => void) | undefined;
}

/**
 * Where the first working callout's line leaves the stage for the paper: beside it at the height of the
 * title's rule, px; or, where the paper lies below, down along the edge, `down` px from it.
 */
export type Thread = { readonly side: Side } & ({ readonly y: number } | { readonly down: number });

/** How far beyond the middle of the stage a part may lie for its line to cross over, as a share of the width. */
const CROSSING = 0.05;

/**
 * The callout that the thread ties to the paper: the first working or chosen one that lies on the paper's side,
 * or else near enough to the middle that its line does not cross the whole picture.
 */
export function threadedCallout<C extends Pick<Callout, 'anchor' | 'working' | 'chosen'>>(
  callouts: readonly C[],
  side: Side,
  { left, right, middle }: Pick<CalloutArea, 'left' | 'right' | 'middle'>,
): C | undefined {
  const working = callouts.filter((callout) => callout.working || callout.chosen);
  const towards = ({ anchor }: C): number =>
    ((anchor.x - middle) / (right - left)) * (side === 'right' ? 1 : -1);
  return (
    working.find((callout) => towards(callout) >= 0) ??
    working.find((callout) => towards(callout) > -CROSSING)
  );
}

/** A callout to be placed. Sizes in px. */
export interface CalloutRequest {
  readonly id: string;
  /** The ring, on the stage. */
  readonly anchor: Point;
  /** Where it lies as well: the name leads to whichever lies on its own side. */
  readonly twin?: Point | undefined;
  readonly width: number;
  readonly height: number;
  /** Distance from the callout's top to the line on which its name stands. */
  readonly line: number;
  /** How far above the ring the line should stand. */
  readonly rise: number;
  /** Rather left out than that it, or another for its sake, stands on the side where its part is not. */
  readonly optional?: boolean | undefined;
  /** Pins the callout to a side, and its line to the height at which the thread crosses to the paper. */
  readonly pin?: { readonly side: Side; readonly y?: number } | undefined;
}

export interface PlacedCallout {
  readonly id: string;
  readonly side: Side;
  /** Top of the callout, px. */
  readonly top: number;
  /** Outer end of the line, elbow, ring. */
  readonly leader: readonly [Point, Point, Point];
}

/** The columns of the stage in which callouts may stand, and the least distance between two of them, px. */
export interface CalloutArea {
  readonly left: number;
  readonly right: number;
  /** Where the picture has its middle. */
  readonly middle: number;
  readonly top: Readonly<Record<Side, number>>;
  readonly bottom: number;
  readonly gap: number;
}

/** A fault of a layout weighs more than any length of line; a thread that does not arrive weighs less than a fault. */
const FAULT = 1_000_000;
const THREAD_LOST = 60_000;

/** Words on the side where their part is not weigh more than a thread that does not arrive. */
const ASTRAY = 100_000;

/** Names that may stand on either side stand on both, so that their lines do not run beside each other: for each one more, px. */
const UNEVEN = 700;

/** Words that stand level with another's ring on their side are read as its name: for each, px. */
const MISREAD = 1_500;

/** A leader that is longer by this much, px, is worth running aslant upwards as all others do. */
const LEVEL = 5_000;

/** Names may stand so near to each other, as a share of the usual distance: 4 mm, above the 3 mm of R-20. */
const CLOSEST = 0.5;

/** Lines may stand above their rings, level with them or below: as a share of the wished rise, best first. */
const RISES = [1, 0, -1, 2];

/**
 * Places callouts, the first being the most important; closer together where all of them have room only so. Those for which
 * there is none, or whose line would cross another or run through words, are left out; so are optional ones that would set words
 * astray.
 */
export function placeCallouts(requests: readonly CalloutRequest[], area: CalloutArea): PlacedCallout[] {
  const needed = requests.filter(({ optional }) => !optional);
  let placed = placeNeeded(needed, area);
  if (needed.length === requests.length) return placed;

  const astray = (layout: readonly PlacedCallout[]): number => countAstray(layout, requests, area);
  const whole = placed.length === needed.length ? wholeLayout(requests, area) : undefined;
  if (whole && astray(whole) <= astray(placed)) return whole;
  for (const request of requests.filter(({ optional }) => optional)) {
    const isKept = ({ id }: CalloutRequest): boolean =>
      id === request.id || placed.some((one) => one.id === id);
    const more = wholeLayout(requests.filter(isKept), area);
    if (more && astray(more) <= astray(placed)) placed = more;
  }
  return placed;
}

function placeNeeded(requests: readonly CalloutRequest[], area: CalloutArea): PlacedCallout[] {
  const whole = wholeLayout(requests, area);
  if (whole) return whole;
  let kept: readonly CalloutRequest[] = [];
  let placed: PlacedCallout[] = [];
  for (const request of requests) {
    const more = cleanLayout([...kept, request], area);
    if (more) [kept, placed] = [[...kept, request], more];
  }
  return placed;
}

const wholeLayout = (requests: readonly CalloutRequest[], area: CalloutArea): PlacedCallout[] | undefined =>
  cleanLayout(requests, area) ?? cleanLayout(requests, { ...area, gap: area.gap * CLOSEST });

function cleanLayout(requests: readonly CalloutRequest[], area: CalloutArea): PlacedCallout[] | undefined {
  const best = bestLayout(requests, area);
  return best && faults(best, requests, area) === 0 ? best : undefined;
}

function bestLayout(requests: readonly CalloutRequest[], area: CalloutArea): PlacedCallout[] | undefined {
  let best: PlacedCallout[] | undefined;
  let least = Infinity;
  // Those first that set the fewest words astray: what sets more astray than the best one costs is not looked at.
  const choices = sideChoices(requests, area)
    .map((sides) => ({
      sides,
      astray: requests.filter((request, index) => isAstray(request, sides[index]!, area)).length,
    }))
    .sort((a, b) => a.astray - b.astray);
  for (const { sides, astray } of choices) {
    if (astray * ASTRAY > least) break;
    const of = (side: Side): CalloutRequest[] => requests.filter((_, index) => sides[index] === side);
    const left = bestColumn(of('left'), 'left', area);
    const right = bestColumn(of('right'), 'right', area);
    if (!left || !right) continue;
    const placed = [...left, ...right];
    const uneven = requests.some(({ twin }) => twin)
      ? Math.max(0, Math.abs(left.length - right.length) - 2)
      : 0;
    const cost = costOf(placed, requests, area) + uneven * UNEVEN;
    if (cost < least) [least, best] = [cost, placed];
  }
  return best;
}

/**
 * Every assignment of callouts to columns: fixed where the ring is clearly on one side; both tried near the middle, and
 * where the ring lies within its own column, so that its words can give way.
 */
function sideChoices(requests: readonly CalloutRequest[], area: CalloutArea): Side[][] {
  const { middle } = area;
  const near = (area.right - area.left) * 0.12;
  const options = requests.map(({ anchor, twin, pin, width }): Side[] => {
    if (pin) return [pin.side];
    if (twin) return ['left', 'right'];
    const own: Side = anchor.x < middle ? 'left' : 'right';
    const within = own === 'left' ? anchor.x < area.left + width : anchor.x > area.right - width;
    return within || Math.abs(anchor.x - middle) < near ? ['left', 'right'] : [own];
  });
  return options.reduce<Side[][]>(
    (choices, sides) => choices.flatMap((choice) => sides.map((side) => [...choice, side])),
    [[]],
  );
}

function bestColumn(
  requests: readonly CalloutRequest[],
  side: Side,
  area: CalloutArea,
): PlacedCallout[] | undefined {
  let best: PlacedCallout[] | undefined;
  const aslant = (rise: number): number => (rise === 1 ? 0 : LEVEL);
  const natural = stack(
    [...requests].sort((a, b) => a.anchor.y - b.anchor.y),
    side,
    area,
    1,
  );
  if (!natural) return undefined;
  // The best costs no more than the order in which the parts lie: longer lines need no look at what they cross.
  const most = costOf(natural, requests, area);
  let least = Infinity;
  for (const order of permutations(requests)) {
    for (const rise of RISES) {
      const placed = stack(order, side, area, rise)!;
      const lines = length(placed) + aslant(rise);
      if (lines > most || lines >= least) continue;
      const cost = costOf(placed, requests, area) + aslant(rise);
      if (cost < least) [least, best] = [cost, placed];
    }
  }
  return best;
}

/** Stands callouts above each other in the given order, each as near to its wished height as the others allow. */
function stack(
  order: readonly CalloutRequest[],
  side: Side,
  area: CalloutArea,
  share: number,
): PlacedCallout[] | undefined {
  const room = order.reduce((sum, { height }) => sum + height + area.gap, -area.gap);
  if (room > area.bottom - area.top[side] + 0.5) return undefined;
  // A name stands a little above its part, so that the leader runs aslant.
  const tops = order.map(({ pin, anchor, line, rise }) => (pin?.y ?? anchor.y - rise * share) - line);
  let floor = area.top[side];
  order.forEach((request, index) => {
    tops[index] = Math.max(tops[index]!, floor);
    floor = tops[index] + request.height + area.gap;
  });
  let ceiling = area.bottom;
  for (let index = order.length - 1; index >= 0; index--) {
    tops[index] = Math.min(tops[index]!, ceiling - order[index]!.height);
    ceiling = tops[index]! - area.gap;
  }
  return order.map((request, index) => place(request, side, tops[index]!, area));
}

function place(request: CalloutRequest, side: Side, top: number, area: CalloutArea): PlacedCallout {
  const y = top + request.line;
  const outer = side === 'left' ? area.left : area.right;
  const elbow = side === 'left' ? area.left + request.width : area.right - request.width;
  return { id: request.id, side, top, leader: [{ x: outer, y }, { x: elbow, y }, ringOf(request, side)] };
}

/** Where a name on that side leads to. */
function ringOf({ anchor, twin }: Pick<CalloutRequest, 'anchor' | 'twin'>, side: Side): Point {
  return twin && twin.x < anchor.x === (side === 'left') ? twin : anchor;
}

/** The space that a callout's words take. */
const boxOf = (callout: PlacedCallout, request: CalloutRequest, area: CalloutArea): Box => ({
  left: callout.side === 'left' ? area.left : area.right - request.width,
  right: callout.side === 'left' ? area.left + request.width : area.right,
  top: callout.top,
  bottom: callout.top + request.height,
});

const costOf = (
  placed: readonly PlacedCallout[],
  requests: readonly CalloutRequest[],
  area: CalloutArea,
): number =>
  faults(placed, requests, area) * FAULT +
  (placed.every((callout) => holdsPin(callout, requests)) ? 0 : THREAD_LOST) +
  countAstray(placed, requests, area) * ASTRAY +
  countMisread(placed, requests, area) * MISREAD +
  length(placed);

/** How many rings lie beside words that are not theirs; those in the middle of a figure are beside none. */
const countMisread = (
  placed: readonly PlacedCallout[],
  requests: readonly CalloutRequest[],
  area: CalloutArea,
): number => {
  const requestOf = (id: string): CalloutRequest => requests.find((request) => request.id === id)!;
  const rings = placed.filter(({ id }) => !requestOf(id).twin);
  return placed.reduce((count, words) => {
    const { top, bottom } = boxOf(words, requestOf(words.id), area);
    const isBeside = ({ id, side, leader }: PlacedCallout): boolean =>
      id !== words.id && side === words.side && leader[2].y > top && leader[2].y < bottom;
    return count + rings.filter(isBeside).length;
  }, 0);
};

const countAstray = (
  placed: readonly PlacedCallout[],
  requests: readonly CalloutRequest[],
  area: CalloutArea,
): number =>
  placed.filter(({ id, side }) =>
    isAstray(
      requests.find((request) => request.id === id)!,
      side,
      area,
    ),
  ).length;

/** Whether words stand on the side where their part clearly is not; a part that is on both is on either. */
function isAstray(
  { anchor, twin }: Pick<CalloutRequest, 'anchor' | 'twin'>,
  side: Side,
  { left, right, middle }: CalloutArea,
): boolean {
  const towards = ((anchor.x - middle) / (right - left)) * (side === 'right' ? 1 : -1);
  return !twin && towards < -CROSSING;
}

function holdsPin({ id, leader }: PlacedCallout, requests: readonly CalloutRequest[]): boolean {
  const y = requests.find((request) => request.id === id)?.pin?.y;
  return y === undefined || Math.abs(y - leader[0].y) < 1;
}

/** Counts leaders that cross, leaders that run through another callout's words, and rings under their own words. */
export function faults(
  placed: readonly PlacedCallout[],
  requests: readonly CalloutRequest[],
  area: CalloutArea,
): number {
  let count = 0;
  for (const a of placed) {
    for (const b of placed) {
      const request = requests.find(({ id }) => id === b.id)!;
      if (a === b) {
        if (contains(boxOf(b, request, area), a.leader[2])) count += 1;
        continue;
      }
      if (passesThrough(a.leader[1], a.leader[2], boxOf(b, request, area))) count += 1;
      if (a.id < b.id && cross(a.leader[1], a.leader[2], b.leader[1], b.leader[2])) count += 1;
    }
  }
  return count;
}

const length = (placed: readonly PlacedCallout[]): number =>
  placed.reduce(
    (sum, { leader: [, elbow, ring] }) => sum + Math.hypot(ring.x - elbow.x, ring.y - elbow.y),
    0,
  );

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}
