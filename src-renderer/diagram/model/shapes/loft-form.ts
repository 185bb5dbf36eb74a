/** The form of a loft: level sections about an axis, the relief of its front and of its sides. Local, but y **down** as in the data. */
import type { ShapeOf } from '../../../../src-main/contract/shape-kinds.ts';
import { clamp, lerp, smooth, softTable, table, type Curve } from '../maths.ts';
import { DepthMap, type Surface } from '../surface.ts';

type Loft = ShapeOf<'loft'>;

/** A level of the loft. */
export interface Level {
  readonly y: number;
  readonly width: number;
  readonly front: number;
  readonly back: number;
  readonly axis: number;
  /** Of sine and cosine: how round the section is. */
  readonly exponent: number;
  readonly relief: (x: number) => number;
  /** How far the sides swell outwards, by depth; absent where they do not. */
  readonly flank: ((z: number) => number) | undefined;
}

/** Of the half width: from where to where a swelling of the sides grows, for the midline stays where it is. */
const FLANK = [0.15, 0.75] as const;
/** Bells are nothing beyond so many half widths. */
const REACH = 4.2;
/** Ridges are narrow: they are smoothed less than the sections. */
const RIDGE_SOFTNESS = 0.4;
/** Steps of the map on which drawings are laid, over the height of the loft. */
const MAP_STEPS = 230;
const PROFILE_STEPS = 120;

type Bell = Loft['flanks'][number];

/** A bell along a level: as a function of the place across, or nothing where the level is out of its reach. */
function bellAt({ at, size, rise, slope }: Bell, y: number): ((x: number) => number) | undefined {
  const leans = Math.abs(slope) * REACH * size[0];
  if (Math.abs(y - at[1]) > REACH * size[1] + leans) return undefined;
  return (x) => {
    const [dx, dy] = [x - at[0], y - at[1] - slope * (x - at[0])];
    return rise * Math.exp(-0.5 * ((dx / size[0]) ** 2 + (dy / size[1]) ** 2));
  };
}

export class LoftForm {
  readonly top: number;
  readonly foot: number;
  readonly #follows: Curve;
  readonly #slit: Loft['slit'];
  readonly #curves: readonly Curve[];
  readonly #flanks: readonly Bell[];
  readonly #relief: readonly ((y: number) => ((x: number) => number) | undefined)[];

  constructor(loft: Loft) {
    const { width, front, back, axis, power, soften } = loft;
    this.#slit = loft.slit;
    [this.top, this.foot] = loft.between ?? [width[0]![0], width.at(-1)![0]];
    this.#follows = table(loft.follows);
    this.#curves = [width, front, back, axis, power].map((rows) => softTable(rows, soften));
    this.#flanks = loft.flanks;
    this.#relief = loft.relief.map((swelling) => {
      if ('ridge' in swelling) {
        const { ridge, power: steep } = swelling;
        const height = softTable(
          ridge.map(([y, rise]) => [y, rise]),
          soften * RIDGE_SOFTNESS,
        );
        const half = softTable(
          ridge.map(([y, , wide]) => [y, wide]),
          soften * RIDGE_SOFTNESS,
        );
        return (y) => {
          const [rise, wide] = [height(y), half(y)];
          if (Math.abs(rise) < 1e-5) return undefined;
          return (x) => rise * Math.exp(-0.5 * (x / wide) ** steep);
        };
      }
      return (y) => bellAt(swelling, y);
    });
  }

  /** How much a point of the front follows the joint: a height as such, but parted by a slit. `below` says of which lip it is. */
  follows(y: number, x = 0, below = this.#slit !== undefined && y > this.#slit.at): number {
    const whole = clamp(this.#follows(y));
    if (!this.#slit) return whole;
    const parted = Math.sqrt(Math.max(0, 1 - (x / this.#slit.half) ** 2));
    return lerp(whole, below ? 1 : 0, parted);
  }

  /** How much a point of the back follows it: a slit is only in front. */
  followsBehind(y: number): number {
    return clamp(this.#follows(y));
  }

  level(y: number): Level {
    const [width, front, back, axis, power] = this.#curves.map((curve) => curve(y)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const near = this.#relief.map((swelling) => swelling(y)).filter((swelling) => swelling !== undefined);
    const relief = (x: number): number => {
      const a = Math.abs(x);
      let sum = 0;
      for (const swelling of near) sum += swelling(a);
      return sum;
    };
    const sides = this.#flanks
      .map((swelling) => bellAt(swelling, y))
      .filter((swelling) => swelling !== undefined);
    return {
      y,
      width: Math.max(0, width),
      front,
      back,
      axis,
      exponent: 2 / Math.max(0.2, power),
      relief,
      flank: sides.length > 0 ? (z) => sides.reduce((sum, swelling) => sum + swelling(z), 0) : undefined,
    };
  }

  /** What of the loft lies in front at (x, y). */
  surface(): Surface {
    const step = (this.foot - this.top) / MAP_STEPS;
    const map = new DepthMap(step, (y) => profile(this.level(clamp(y, this.top, this.foot))));
    return {
      at: (x, y) => {
        const height = clamp(y, this.top, this.foot);
        const reach = 0.995 * Math.max(0, this.#curves[0]!(height));
        const aside = clamp(x, -reach, reach);
        return {
          place: [aside, -height, map.depth(aside, height)],
          normal: map.normal(aside, height),
          follows: this.follows(height, aside),
        };
      },
    };
  }
}

const sharpened = (value: number, exponent: number): number => Math.sign(value) * Math.abs(value) ** exponent;

/** x and z at the angle `phi`: 0 is in front, half a turn is behind. */
export function pointAt(level: Level, phi: number): readonly [number, number] {
  const c = Math.cos(phi);
  const { width, front, back, axis, exponent, relief, flank } = level;
  const across = sharpened(Math.sin(phi), exponent);
  const z = axis + (c > 0 ? front - axis : axis - back) * sharpened(c, exponent);
  const outwards = flank ? flank(z) * smooth(...FLANK, Math.abs(across)) : 0;
  const x = width * across + Math.sign(across) * outwards;
  const raised = smooth(-0.05, 0.42, c);
  return [x, raised > 0 ? z + relief(x) * raised : z];
}

/** Depth of the front along a level, as a function of x. */
function profile(level: Level): (x: number) => number {
  const points = Array.from({ length: PROFILE_STEPS + 1 }, (_, k) =>
    pointAt(level, ((k / PROFILE_STEPS) * Math.PI) / 2),
  );
  return (x) => {
    const a = Math.min(Math.abs(x), level.width);
    let [low, high] = [0, PROFILE_STEPS];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (points[middle]![0] <= a) low = middle;
      else high = middle;
    }
    const [from, to] = [points[low]!, points[high]!];
    const run = to[0] - from[0];
    return run > 1e-9 ? from[1] + ((to[1] - from[1]) * (a - from[0])) / run : from[1];
  };
}
