/** What the maker of a shape may ask about its surroundings. */
import type { Side } from '../piece.ts';
import type { Surface } from '../surface.ts';
import type { Solid } from './solid.ts';

export interface Context {
  /** How finely the shape is made; vertices grow with it. */
  readonly detail: number;
  /** Names of the openings of the skin, at most three. */
  readonly windows: readonly string[];
  /** The part with this name on this side; 0 where there is none. */
  readonly part: (part: string | undefined, side: Side | undefined) => number;
  /** Number of a joint, and those of its parents, upwards. */
  readonly chain: (joint: string | undefined, side: Side | undefined) => readonly number[];
  /** The surface that it is laid on, seen in the shape's own group; throws where there is none. */
  readonly surface: (id: string) => Surface;
  /** The body of a loft, seen in the shape's own group; throws where there is none. */
  readonly solid: (loft: string) => Solid;
  /** Throws an error that names the shape. */
  readonly fail: (problem: string) => never;
}
