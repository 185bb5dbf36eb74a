import type { Point } from './geometry.ts';

/** What of a pointer event counts. */
export interface Contact {
  readonly pointerId: number;
  /** px of the stage. */
  readonly at: Point;
}

export interface DragEvents {
  /** By how many px the finger has gone on. */
  readonly drag: (dx: number, dy: number) => void;
  readonly dragged: () => void;
}

/**
 * One finger that drags the picture. Fingers that tremble stay within `slack` px of where they came down; that is no drag
 * yet. Further fingers are passed over.
 */
export class Drag {
  readonly #slack: () => number;
  readonly #on: DragEvents;
  #finger: number | undefined;
  #down: Point = { x: 0, y: 0 };
  #last: Point = { x: 0, y: 0 };
  #sliding = false;

  constructor(slack: () => number, on: DragEvents) {
    this.#slack = slack;
    this.#on = on;
  }

  /** Whether the finger drags, or the last one did: then it has tapped nothing. */
  get slid(): boolean {
    return this.#sliding;
  }

  /** Whether this finger is now the one that counts. */
  down({ pointerId, at }: Contact): boolean {
    if (this.#finger !== undefined) return false;
    this.#finger = pointerId;
    this.#down = this.#last = at;
    this.#sliding = false;
    return true;
  }

  move({ pointerId, at }: Contact): void {
    if (pointerId !== this.#finger) return;
    if (!this.#sliding && Math.hypot(at.x - this.#down.x, at.y - this.#down.y) > this.#slack()) {
      this.#sliding = true;
      // The picture does not jump by the slack.
      this.#last = at;
    }
    if (!this.#sliding) return;
    this.#on.drag(at.x - this.#last.x, at.y - this.#last.y);
    this.#last = at;
  }

  /** Another way of moving the picture has begun: the finger drags no more, and has tapped nothing. */
  leave(): void {
    if (this.#finger === undefined) return;
    const wasSliding = this.#sliding;
    this.#finger = undefined;
    this.#sliding = true;
    if (wasSliding) this.#on.dragged();
  }

  /** It was lifted, or taken away. */
  up({ pointerId }: Pick<Contact, 'pointerId'>): void {
    if (pointerId !== this.#finger) return;
    this.#finger = undefined;
    if (this.#sliding) this.#on.dragged();
  }
}
