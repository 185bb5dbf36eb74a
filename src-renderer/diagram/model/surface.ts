/** Surfaces on which drawings are laid: what the eye meets that looks at them from in front. */
import { cubicBetween, clamp, normalise, type Vec3 } from './maths.ts';
import type { Placement } from './placement.ts';

export interface SurfacePoint {
  readonly place: Vec3;
  readonly normal: Vec3;
  /** How much the surface follows its joint here. */
  readonly follows: number;
}

export interface Surface {
  /** x, and y down; the answer is local, y up. */
  readonly at: (x: number, y: number) => SurfacePoint;
}

const STEPS_INTO_PLACE = 7;

/** A surface as another group sees it: the line of sight of that group may lean against the surface's own. */
export function seenFrom(surface: Surface, own: Placement, other: Placement): Surface {
  if (own.key === other.key) return surface;
  const stretch = own.scale / other.scale;
  return {
    at: (x, y) => {
      let z = 0;
      const hit = (): SurfacePoint => {
        const [lx, ly, lz] = own.localPoint(other.point([x, -y, z]));
        const met = surface.at(lx, -ly);
        z += (met.place[2] - lz) * stretch;
        return met;
      };
      let met = hit();
      for (let step = 1; step < STEPS_INTO_PLACE; step++) met = hit();
      return {
        place: other.localPoint(own.point(met.place)),
        normal: other.localDirection(own.direction(met.normal)),
        follows: met.follows,
      };
    },
  };
}

/** Depths on a grid, reckoned only where they are asked for; between, they are smooth to the light. */
export class DepthMap {
  readonly #step: number;
  readonly #row: (y: number) => (x: number) => number;
  readonly #rows = new Map<number, { depth: (x: number) => number; known: Map<number, number> }>();

  /** `row` gives the depths along a height. */
  constructor(step: number, row: (y: number) => (x: number) => number) {
    this.#step = step;
    this.#row = row;
  }

  depth(x: number, y: number): number {
    const [gx, gy] = [x / this.#step, y / this.#step];
    const [i, j] = [Math.floor(gx), Math.floor(gy)];
    const along = (n: number): number => {
      const at = (m: number): number => this.#known(i + m, j + n);
      return cubicBetween(at(-1), at(0), at(1), at(2), gx - i);
    };
    return cubicBetween(along(-1), along(0), along(1), along(2), gy - j);
  }

  /** Local normal, y up. */
  normal(x: number, y: number): Vec3 {
    const h = this.#step * 1.4;
    const slopeX = (this.depth(x + h, y) - this.depth(x - h, y)) / (2 * h);
    const slopeY = (this.depth(x, y + h) - this.depth(x, y - h)) / (2 * h);
    return normalise([-clamp(slopeX, -9, 9), clamp(slopeY, -9, 9), 1]);
  }

  #known(i: number, j: number): number {
    let row = this.#rows.get(j);
    if (!row) {
      row = { depth: this.#row(j * this.#step), known: new Map() };
      this.#rows.set(j, row);
    }
    let depth = row.known.get(i);
    if (depth === undefined) {
      depth = row.depth(i * this.#step);
      row.known.set(i, depth);
    }
    return depth;
  }
}
