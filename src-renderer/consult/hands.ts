/** Who may draw: a pen before a finger, one finger before two, and never the heel of a hand. Lengths in mm, times in ms. */

export interface Touchdown {
  readonly id: number;
  readonly kind: 'pen' | 'touch' | 'mouse';
  /** Of the contact; 0 where the glass does not tell. */
  readonly radius: number;
  readonly time: number;
}

/** What a contact does: draws, moves the picture with another, or nothing. */
export type Role = 'draws' | 'pinches' | 'rests';

/** Broader contacts are palms, as everywhere. */
const PALM = 11;
/** While a pen writes, and so long after it was lifted, hands rest on the glass. */
const AFTER_PEN = 600;
/** A second finger that comes so soon means both: to move the picture. */
const TOGETHER = 300;

export class Hands {
  #drawing: Touchdown | undefined;
  #pens = new Set<number>();
  #penLeft = -Infinity;
  #pinching = new Set<number>();

  /** @returns the role, and the contact that draws no more and whose stroke was none */
  down(contact: Touchdown): { readonly role: Role; readonly taken?: number | undefined } {
    const { id, kind, radius, time } = contact;
    const before = this.#drawing;
    if (kind === 'pen') {
      this.#pens.add(id);
      this.#pinching.clear();
      this.#drawing = contact;
      return { role: 'draws', taken: before && before.kind !== 'pen' ? before.id : undefined };
    }
    if (kind === 'touch') {
      const isByPen = this.#pens.size > 0 || time - this.#penLeft < AFTER_PEN;
      if (isByPen || radius > PALM) return { role: 'rests' };
      if (this.#pinching.size === 1) return this.#joins(id);
      if (before?.kind === 'touch' && time - before.time <= TOGETHER) {
        this.#pinching.add(before.id);
        this.#drawing = undefined;
        return { ...this.#joins(id), taken: before.id };
      }
    }
    if (before || this.#pinching.size > 0) return { role: 'rests' };
    this.#drawing = contact;
    return { role: 'draws' };
  }

  /** Whether a contact that draws has turned out to be a palm: then its stroke was none. */
  grows(id: number, radius: number): boolean {
    const drawing = this.#drawing;
    if (drawing?.id !== id || drawing.kind !== 'touch' || radius <= PALM) return false;
    this.#drawing = undefined;
    return true;
  }

  up(id: number, time: number): void {
    if (this.#pens.delete(id)) this.#penLeft = time;
    if (this.#drawing?.id === id) this.#drawing = undefined;
    // The finger that is left over draws nothing until it is lifted too.
    if (this.#pinching.delete(id) && this.#pinching.size === 0) this.#drawing = undefined;
  }

  isDrawing(id: number): boolean {
    return this.#drawing?.id === id;
  }

  isPinching(id: number): boolean {
    return this.#pinching.size === 2 && this.#pinching.has(id);
  }

  #joins(id: number): { readonly role: Role } {
    this.#pinching.add(id);
    return { role: 'pinches' };
  }
}
