import type { Contact } from './drag.ts';
import type { Point } from './geometry.ts';

/** What two fingers did to the picture. */
export interface Pinched {
  /** How far their middle went, px. */
  readonly dx: number;
  readonly dy: number;
  /** How much further apart they are, as a factor. */
  readonly nearer: number;
}

/** Fingers that are nearer to each other say nothing of how near the picture should be, px. */
const LEAST_APART = 40;

/** Two fingers that move a picture and bring it nearer. Further fingers are passed over. */
export class Pinch {
  readonly #on: (by: Pinched) => void;
  readonly #fingers = new Map<number, Point>();

  constructor(on: (by: Pinched) => void) {
    this.#on = on;
  }

  /** Whether two fingers are on the picture. */
  get isOn(): boolean {
    return this.#fingers.size === 2;
  }

  /** Whether this finger is the second, so that from now on both count. */
  down({ pointerId, at }: Contact): boolean {
    if (this.#fingers.size >= 2) return false;
    this.#fingers.set(pointerId, at);
    return this.isOn;
  }

  move({ pointerId, at }: Contact): void {
    if (!this.#fingers.has(pointerId)) return;
    const before = this.#span();
    this.#fingers.set(pointerId, at);
    const after = this.#span();
    if (!before || !after) return;
    const isApart = before.apart > LEAST_APART && after.apart > LEAST_APART;
    this.#on({
      dx: after.middle.x - before.middle.x,
      dy: after.middle.y - before.middle.y,
      nearer: isApart ? after.apart / before.apart : 1,
    });
  }

  /** It was lifted, or taken away. */
  up({ pointerId }: Pick<Contact, 'pointerId'>): void {
    this.#fingers.delete(pointerId);
  }

  clear(): void {
    this.#fingers.clear();
  }

  #span(): { readonly middle: Point; readonly apart: number } | undefined {
    const [one, other] = [...this.#fingers.values()];
    if (!one || !other) return undefined;
    return {
      middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 },
      apart: Math.hypot(one.x - other.x, one.y - other.y),
    };
  }
}

/** How much nearer a wheel brings the picture that is turned by so many px. */
export const nearerBy = (deltaY: number): number => Math.exp(-Math.max(-240, Math.min(240, deltaY)) / 600);
