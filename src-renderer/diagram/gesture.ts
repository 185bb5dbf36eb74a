import type { Point } from './geometry.ts';

/** What of a pointer event counts. */
export interface Contact {
  readonly pointerId: number;
  /** px of the stage. */
  readonly at: Point;
}

export interface GestureEvents {
  readonly tap: (at: Point) => void;
  /** By how many px the finger has gone on. Absent: nothing can be dragged, and a finger that slides does nothing. */
  readonly drag?: ((dx: number, dy: number) => void) | undefined;
  readonly dragged?: (() => void) | undefined;
}

/**
 * One finger on the picture: a tap, or a drag. Fingers that tremble stay within `slack` px of where they came down; that
 * is still a tap, and counts where the finger was on the whole. Further fingers are passed over. Acts on lift.
 */
export class Gesture {
  readonly #slack: () => number;
  readonly #on: GestureEvents;
  #finger: number | undefined;
  #down: Point = { x: 0, y: 0 };
  #last: Point = { x: 0, y: 0 };
  #sum = { x: 0, y: 0, count: 0 };
  #sliding = false;

  constructor(slack: () => number, on: GestureEvents) {
    this.#slack = slack;
    this.#on = on;
  }

  /** Whether this finger is now the one that counts. */
  down({ pointerId, at }: Contact): boolean {
    if (this.#finger !== undefined) return false;
    this.#finger = pointerId;
    this.#down = this.#last = at;
    this.#sum = { ...at, count: 1 };
    this.#sliding = false;
    return true;
  }

  move({ pointerId, at }: Contact): void {
    if (pointerId !== this.#finger) return;
    this.#sum = { x: this.#sum.x + at.x, y: this.#sum.y + at.y, count: this.#sum.count + 1 };
    if (!this.#sliding && Math.hypot(at.x - this.#down.x, at.y - this.#down.y) > this.#slack()) {
      this.#sliding = true;
      // The picture does not jump by the slack.
      this.#last = at;
    }
    if (!this.#sliding) return;
    this.#on.drag?.(at.x - this.#last.x, at.y - this.#last.y);
    this.#last = at;
  }

  up({ pointerId }: Pick<Contact, 'pointerId'>): void {
    if (pointerId !== this.#finger) return;
    this.#finger = undefined;
    const { x, y, count } = this.#sum;
    if (this.#sliding) this.#on.dragged?.();
    else this.#on.tap({ x: x / count, y: y / count });
  }

  cancel({ pointerId }: Pick<Contact, 'pointerId'>): void {
    if (pointerId !== this.#finger) return;
    this.#finger = undefined;
    if (this.#sliding) this.#on.dragged?.();
  }
}
