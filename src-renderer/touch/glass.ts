/** Where the targets of a page lie, for the filter: lengths in mm, from the top left of the window. */
import type { Glass, Lock, Spot } from './steady-touch.ts';

/** What can be touched. `data-touch` marks what else can: a broad place, such as a picture whose parts answer. */
const TARGETS = 'button, a[href], input, summary, [role="button"], [data-touch]';

/** What says of itself what stays shut after it was pressed: `data-lock`, on a target or round it. */
const LOCKS: Readonly<Record<string, Lock>> = { same: 'same', nothing: 'nothing' };

/** So near to a button, a finger on a broad place means the button, mm. */
const BESIDE = 2;
/** Spots that are no farther apart than this lie on the same target, mm. */
const GRAIN = 0.5;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Near {
  readonly target: Element;
  readonly away: number;
}

export class PageGlass implements Glass<Element> {
  readonly #document: Document;
  readonly #mm: () => number;
  /** Of one wish: a page does not move under a finger. */
  #boxes: readonly { readonly target: Element; readonly box: Box }[] | undefined;
  readonly #near = new Map<string, Near | undefined>();

  /** @param mm px of a millimetre */
  constructor(document: Document, mm: () => number) {
    this.#document = document;
    this.#mm = mm;
  }

  /** A new wish begins: what lies where is looked for anew. */
  renew(): void {
    this.#boxes = undefined;
    this.#near.clear();
  }

  near(spot: Spot): Near | undefined {
    const key = `${Math.round(spot.x / GRAIN)} ${Math.round(spot.y / GRAIN)}`;
    if (!this.#near.has(key)) this.#near.set(key, this.#look(spot));
    return this.#near.get(key);
  }

  away(target: Element, spot: Spot): number {
    const near = this.near(spot);
    return near?.target === target ? near.away : distance(this.#boxOf(target), spot);
  }

  lock(target: Element): Lock {
    const said = target.closest<HTMLElement>('[data-lock]')?.dataset['lock'];
    return (said !== undefined && LOCKS[said]) || 'all';
  }

  #look(spot: Spot): Near | undefined {
    const under = this.#targetAt(spot);
    if (under && !isBroad(under)) return { target: under, away: 0 };
    const beside = this.#nearest(spot);
    // What lies beneath a sheet is not beside it.
    const isThere = beside && this.#targetAt(within(beside.box, spot)) === beside.target;
    if (isThere && (!under || beside.away <= BESIDE)) return { target: beside.target, away: beside.away };
    return under && { target: under, away: 0 };
  }

  #nearest(spot: Spot): (Near & { readonly box: Box }) | undefined {
    let nearest: (Near & { readonly box: Box }) | undefined;
    for (const { target, box } of this.#targets()) {
      const away = distance(box, spot);
      if (!nearest || away < nearest.away) nearest = { target, box, away };
    }
    return nearest;
  }

  #targetAt({ x, y }: Spot): Element | undefined {
    const mm = this.#mm();
    return this.#document.elementFromPoint(x * mm, y * mm)?.closest(TARGETS) ?? undefined;
  }

  #targets(): readonly { readonly target: Element; readonly box: Box }[] {
    this.#boxes ??= [...this.#document.querySelectorAll(TARGETS)]
      .filter((target) => !isBroad(target))
      .map((target) => ({ target, box: this.#boxOf(target) }))
      .filter(({ box }) => box.right > box.left && box.bottom > box.top);
    return this.#boxes;
  }

  #boxOf(target: Element): Box {
    const mm = this.#mm();
    const { left, top, right, bottom } = target.getBoundingClientRect();
    return { left: left / mm, top: top / mm, right: right / mm, bottom: bottom / mm };
  }
}

/** A picture, or the whole screen of the waiting room: what lies on it comes first, and no outline is drawn round it. */
export const isBroad = (target: Element): boolean => target.matches('[data-touch]');

const distance = ({ left, top, right, bottom }: Box, { x, y }: Spot): number =>
  Math.hypot(Math.max(0, left - x, x - right), Math.max(0, top - y, y - bottom));

/** The spot within a box that is nearest to another, a little off the box's edge. */
function within({ left, top, right, bottom }: Box, { x, y }: Spot): Spot {
  const inset = Math.min(1, (right - left) / 4, (bottom - top) / 4);
  return {
    x: Math.min(right - inset, Math.max(left + inset, x)),
    y: Math.min(bottom - inset, Math.max(top + inset, y)),
  };
}
