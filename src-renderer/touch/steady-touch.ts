/**
 * Steady Touch: what a hand meant that trembles, slides, bounces or brings other fingers with it. Contacts in, wishes out; it
 * knows no page and no clock. Lengths in mm, times in ms.
 *
 * Contacts that follow each other closely are one wish. Those that lie beside each other belong to one finger; the finger
 * that was on the glass longest counts, the others rested or brushed. Each of its moments is credited to the target that it
 * was on, or near to; a target that has at least half of the credit was meant.
 */
import { Contact, type Spot } from './contact.ts';
import type { Preset } from './presets.ts';
import { RULES, type Rules } from './rules.ts';

export type { Spot } from './contact.ts';

/** What stays shut after a wish was granted, so that a bounce does not touch what has appeared: everything; the same target; nothing. */
export type Lock = 'all' | 'same' | 'nothing';

/** Where targets lie. */
export interface Glass<Target> {
  /** The target at a spot, else the nearest one, and how far its edge is from it: 0 within. */
  near(spot: Spot): { readonly target: Target; readonly away: number } | undefined;
  /** How far a spot is from the edge of a target, 0 within. */
  away(target: Target, spot: Spot): number;
  lock(target: Target): Lock;
}

/** Why nothing was granted. */
export type Why = 'short' | 'beside' | 'divided' | 'left' | 'locked';

/** A target, and where on the whole it was touched. */
export interface Aim<Target> {
  readonly target: Target;
  readonly at: Spot;
}

export type Wish<Target> =
  | ({ readonly kind: 'meant' } & Aim<Target>)
  /** One of two: the visitor has to say which. */
  | { readonly kind: 'unclear'; readonly aims: readonly [Aim<Target>, Aim<Target>] }
  /** @property at where the finger was on the whole */
  | { readonly kind: 'nothing'; readonly why: Why; readonly at: Spot };

export class SteadyTouch<Target> {
  preset: Preset;
  readonly #glass: Glass<Target>;
  readonly #rules: Rules;
  readonly #tell: (wish: Wish<Target>) => void;
  /** On the glass. */
  readonly #open = new Map<number, Contact>();
  /** Lifted, of the wish that goes on. */
  #lifted: Contact[] = [];
  #lastLift = -Infinity;
  /** Of what was granted last, until when nothing else is. */
  #granted: { readonly target: Target | undefined; readonly lock: Lock; readonly until: number } | undefined;
  #now = -Infinity;

  /** @param tell is called from within `down`, `cancel` and `advance` */
  constructor(
    glass: Glass<Target>,
    preset: Preset,
    tell: (wish: Wish<Target>) => void,
    rules: Rules = RULES,
  ) {
    this.#rules = rules;
    this.#glass = glass;
    this.preset = preset;
    this.#tell = tell;
  }

  /** When `advance` has to be called, ms; absent: nothing is waited for. */
  get due(): number | undefined {
    const isWaiting = this.#lifted.length > 0 && [...this.#open.values()].every((one) => this.#rests(one));
    if (!isWaiting) return undefined;
    const { merge, alone = merge } = this.preset;
    return this.#lastLift + (this.#isBrief ? Math.max(merge, alone) : merge);
  }

  /** One contact, shorter than a touch is. */
  get #isBrief(): boolean {
    return this.#lifted.length === 1 && lengthOf(this.#lifted) < this.preset.least;
  }

  /** Fingers are on the glass. */
  get touched(): boolean {
    return this.#open.size > 0;
  }

  /** What would be granted if all fingers had been there long enough and were lifted now: for an outline, before it is certain. */
  get candidate(): Target | undefined {
    const wish = this.#judged([...this.#lifted, ...this.#open.values()], 0);
    return wish?.kind === 'meant' ? wish.target : undefined;
  }

  down(id: number, t: number, spot: Spot, radius = 0): void {
    this.advance(t);
    if (this.#typesOn(spot)) this.#end(this.#now);
    // Its lift was lost.
    if (this.#open.has(id)) this.up(id, this.#now);
    // Told late, it still began when it began.
    this.#open.set(id, new Contact({ ...spot, t }, radius, this.#rules));
  }

  move(id: number, t: number, spot: Spot, radius = 0): void {
    this.#now = Math.max(this.#now, t);
    this.#open.get(id)?.move({ ...spot, t }, radius);
  }

  up(id: number, t: number): void {
    this.#now = Math.max(this.#now, t);
    const contact = this.#open.get(id);
    if (!contact) return;
    this.#open.delete(id);
    contact.lift(t);
    this.#lifted.push(contact);
    this.#lastLift = Math.max(this.#lastLift, t);
  }

  /** The glass has lost the finger: it counts for nothing. */
  cancel(id: number, t: number): void {
    this.#open.delete(id);
    this.advance(t);
  }

  /** Everything on the glass counts for nothing, as when a screen goes. */
  clear(): void {
    this.#open.clear();
    this.#lifted = [];
  }

  /** So late is it now. */
  advance(t: number): void {
    this.#now = Math.max(this.#now, t);
    const { due } = this;
    if (due !== undefined && this.#now >= due) this.#end(due);
  }

  /** The wish is over. */
  #end(t: number): void {
    const least = this.#isBrief && this.preset.alone !== undefined ? 0 : this.preset.least;
    const contacts = this.#lifted;
    this.#lifted = [];
    const wish = this.#judged(contacts, least);
    if (wish) this.#tell(this.#locked(wish, t) ?? this.#grant(wish, t));
  }

  /** Whoever types is on the way to the next key before the time of a wish is over: the last key was meant. */
  #typesOn(spot: Spot): boolean {
    if (this.#lifted.length === 0 || this.#open.size > 0) return false;
    const wish = this.#judged(this.#lifted);
    if (wish?.kind !== 'meant' || this.#glass.lock(wish.target) !== 'same') return false;
    const { beside, typed } = this.#rules;
    const isNext = Math.hypot(wish.at.x - spot.x, wish.at.y - spot.y) > beside;
    return isNext && lengthOf(this.#lifted) >= typed;
  }

  #rests(contact: Contact): boolean {
    return this.#now - contact.start >= this.#rules.rests;
  }

  #locked(wish: Wish<Target>, t: number): Wish<Target> | undefined {
    const granted = this.#granted;
    if (!granted || t >= granted.until || wish.kind === 'nothing') return undefined;
    const isFree =
      wish.kind === 'meant' &&
      (this.#glass.lock(wish.target) === 'nothing' ||
        (granted.lock === 'same' && wish.target !== granted.target));
    const { at } = wish.kind === 'meant' ? wish : wish.aims[0];
    return isFree ? undefined : { kind: 'nothing', why: 'locked', at };
  }

  #grant(wish: Wish<Target>, t: number): Wish<Target> {
    if (wish.kind === 'meant') {
      const { target } = wish;
      this.#granted = { target, lock: this.#glass.lock(target), until: t + this.preset.lockout };
    } else if (wish.kind === 'unclear') {
      this.#granted = { target: undefined, lock: 'all', until: t + this.preset.lockout };
    }
    return wish;
  }

  #judged(contacts: readonly Contact[], least = this.preset.least): Wish<Target> | undefined {
    const { snap, wins, clear } = this.#rules;
    const finger = longestFinger(
      contacts.filter(({ isPalm }) => !isPalm),
      this.#rules,
    );
    if (finger.length === 0) return undefined;
    const whole = new Middle();
    const credit = new Map<Target, Middle>();
    for (const contact of finger) {
      for (const [spot, weight] of contact.spots()) {
        whole.add(spot, weight);
        const near = this.#glass.near(spot);
        if (!near || near.away > snap) continue;
        const own = credit.get(near.target) ?? new Middle();
        credit.set(near.target, own);
        own.add(spot, weight);
      }
    }
    const nothing = (why: Why): Wish<Target> => ({ kind: 'nothing', why, at: whole.at });
    if (lengthOf(finger) < least) return nothing('short');
    const ranked = [...credit].map(([target, { at, weight }]) => ({
      target,
      at,
      share: weight / whole.weight,
    }));
    const [winner, second] = ranked.sort((a, b) => b.share - a.share);
    if (!winner) return nothing('beside');
    if (this.#hasLeft(finger, winner.target)) return nothing('left');
    if (this.preset.asks && second && winner.share < clear) {
      return { kind: 'unclear', aims: [aimOf(winner), aimOf(second)] };
    }
    if (winner.share < wins) return nothing(second ? 'divided' : 'beside');
    return { kind: 'meant', ...aimOf(winner) };
  }

  /** Its longest contact was drawn off the target, and stayed off. */
  #hasLeft(finger: readonly Contact[], target: Target): boolean {
    const { left } = this.#rules;
    const longest = finger.reduce((a, b) => (b.length > a.length ? b : a));
    const late = longest.lately(left.ms);
    return late.length > 0 && late.every((spot) => this.#glass.away(target, spot) > left.away);
  }
}

const aimOf = <Target>({ target, at }: Aim<Target>): Aim<Target> => ({ target, at });

/** The middle of spots that weigh unequally. */
class Middle {
  #x = 0;
  #y = 0;
  weight = 0;

  add({ x, y }: Spot, weight: number): void {
    this.#x += x * weight;
    this.#y += y * weight;
    this.weight += weight;
  }

  get at(): Spot {
    return { x: this.#x / this.weight, y: this.#y / this.weight };
  }
}

const lengthOf = (contacts: readonly Contact[]): number =>
  contacts.reduce((sum, { length }) => sum + length, 0);

/** Of contacts that lie beside each other, those that were on the glass longest. */
function longestFinger(contacts: readonly Contact[], { beside, together }: Rules): readonly Contact[] {
  const placed = contacts.map((contact) => ({ contact, at: contact.middle() }));
  const fingers = placed.map(({ contact, at }) => {
    const near = placed.filter((one) => Math.hypot(one.at.x - at.x, one.at.y - at.y) <= beside);
    const own = near.map((one) => one.contact);
    return { contact, contacts: own, length: lengthOf(together ? own : [contact]) };
  });
  const [first] = fingers.sort((a, b) => b.length - a.length || b.contact.length - a.contact.length);
  return first?.contacts ?? [];
}
