import type { Clock } from '../session/clock.ts';

/** How long the corner is held, ms. */
export const HOLD_MS = 3_000;
/** The corner's sides, and how far a finger may stray while it holds, mm. */
export const CORNER_MM = 20;
export const STRAY_MM = 15;

/** A contact with the glass, in mm from its top left. */
export interface Contact {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** One finger that rests in the corner. Another finger, a stray or a lift calls it off. */
export class CornerHold {
  readonly #clock: Clock;
  readonly #onhold: (id: number) => void;
  #held: Contact | undefined;
  #cancel = (): void => {};

  constructor(clock: Clock, onhold: (id: number) => void) {
    this.#clock = clock;
    this.#onhold = onhold;
  }

  readonly down = (contact: Contact): void => {
    const alone = !this.#held;
    this.stop();
    if (!alone || contact.x > CORNER_MM || contact.y > CORNER_MM) return;
    this.#held = contact;
    this.#cancel = this.#clock.after(HOLD_MS, () => {
      this.#held = undefined;
      this.#onhold(contact.id);
    });
  };

  readonly move = ({ id, x, y }: Contact): void => {
    if (id !== this.#held?.id) return;
    if (Math.hypot(x - this.#held.x, y - this.#held.y) > STRAY_MM) this.stop();
  };

  readonly up = ({ id }: Contact): void => {
    if (id === this.#held?.id) this.stop();
  };

  readonly stop = (): void => {
    this.#cancel();
    this.#held = undefined;
  };
}

/** Ctrl+Alt+S, by its letter or, where the layout has another there, by its place. */
export const isStaffChord = (
  event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'metaKey' | 'code' | 'key'>,
): boolean =>
  event.ctrlKey &&
  event.altKey &&
  !event.metaKey &&
  (event.key.toLowerCase() === 's' || event.code === 'KeyS');
