/**
 * How the filter reads what the glass reports. Lengths in mm, times in ms. Taken one by one out of the way by
 * `npm run bench:touch`, which tells what each is worth.
 */
export interface Rules {
  /** Wider contacts are palms (radius). */
  readonly palm: number;
  /** Contacts that are farther apart belong to different fingers. */
  readonly beside: number;
  /** How far beside a target still counts as on it; gaps are at least twice as wide. */
  readonly snap: number;
  /** Smoothing: within this time a spot goes most of the way (63 %) to where the finger is. */
  readonly smooth: number;
  /** At its end a finger slips as it is lifted: left out of contacts that last longer than `short`. */
  readonly lift: number;
  readonly short: number;
  /** A hand slides away with time: a moment counts the less the later it is, by e each so many ms. */
  readonly tires: number;
  /** Of the credit, what a target needs; and what it needs to be clear (Careful). */
  readonly wins: number;
  readonly clear: number;
  /** A finger that was drawn off its target so far, and stayed there so long, has changed its mind. */
  readonly left: { readonly away: number; readonly ms: number };
  /** A contact that others have come and gone beside, and that is so old, is a hand that rests. */
  readonly rests: number;
  /** Among keys, a touch that lasted so long has had its say when the next begins further away than `beside`. */
  readonly typed: number;
  /** The finger that counts is the one whose contacts together were longest; if not, the one of the longest contact. */
  readonly together: boolean;
}

/** Palm, beside, snap, smooth, lift, wins and clear: accessibility paper, section 2. The rest: `npm run bench:touch`. */
export const RULES: Rules = {
  palm: 11,
  beside: 20,
  snap: 4,
  smooth: 60,
  lift: 50,
  short: 150,
  tires: 120,
  wins: 0.5,
  clear: 0.65,
  left: { away: 25, ms: 250 },
  rests: 2000,
  typed: 90,
  together: true,
};
