/** One finger on the glass, and what of its way counts. Lengths in mm, times in ms. */
import type { Rules } from './rules.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Sample extends Spot {
  readonly t: number;
}

/** What comes later than this changes nothing any more: its weight is next to nothing. */
const COUNTS = 2000;

/** A glass tells of a finger that moves about so often, ms. */
const EVERY = 8;

/** So much of its last way is known, ms. */
const KEEPS = 400;

export class Contact {
  readonly #rules: Rules;
  readonly #samples: Sample[];
  /** The last ones, however long it has been there. */
  #recent: Sample[];
  #last: Sample;
  #end: number | undefined;
  #palm: boolean;

  constructor(sample: Sample, radius: number, rules: Rules) {
    this.#rules = rules;
    this.#samples = [sample];
    this.#recent = [sample];
    this.#last = sample;
    this.#palm = radius > this.#rules.palm;
  }

  get start(): number {
    return this.#samples[0]!.t;
  }

  /** Of one that was lifted, when; of another, when it was last heard of. */
  get end(): number {
    return this.#end ?? this.#last.t;
  }

  get length(): number {
    return this.end - this.start;
  }

  /** A hand that rests, if the glass tells how broad a contact is. */
  get isPalm(): boolean {
    return this.#palm;
  }

  move(sample: Sample, radius: number): void {
    this.#palm ||= radius > this.#rules.palm;
    if (sample.t < this.#last.t) return;
    this.#rest(sample.t);
    this.#add(sample);
  }

  /** A glass says nothing of a finger that rests: it is where it was heard of last. */
  #rest(until: number): void {
    const { x, y, t: since } = this.#last;
    for (let t = since + EVERY; t < until; t += EVERY) {
      // Of a long rest only what counts.
      if (t - this.start > COUNTS) t = Math.max(t, until - KEEPS);
      this.#add({ x, y, t });
    }
  }

  #add(sample: Sample): void {
    this.#last = sample;
    if (sample.t - this.start <= COUNTS) this.#samples.push(sample);
    this.#recent = [...this.#recent.filter(({ t }) => t >= sample.t - KEEPS), sample];
  }

  lift(t: number): void {
    this.#rest(t);
    this.#end = Math.max(t, this.#last.t);
  }

  /** Smoothed spots from its beginning on, and how much each counts. */
  *spots(): Generator<readonly [Spot, number]> {
    const { start, length } = this;
    const { smooth, lift, short, tires } = this.#rules;
    const until = start + (length > short ? length - lift : length);
    let { x, y, t } = this.#samples[0]!;
    for (const sample of this.#samples) {
      if (sample.t > until) break;
      const passed = sample.t - t;
      const k = 1 - Math.exp(-passed / smooth);
      x += (sample.x - x) * k;
      y += (sample.y - y) * k;
      t = sample.t;
      // The first moment has no time before it, and counts as a short one.
      yield [{ x, y }, (passed || 1) * Math.exp((start - t) / tires)];
    }
  }

  /** Where it is on the whole. */
  middle(): Spot {
    let [x, y, whole] = [0, 0, 0];
    for (const [spot, weight] of this.spots()) {
      x += spot.x * weight;
      y += spot.y * weight;
      whole += weight;
    }
    return { x: x / whole, y: y / whole };
  }

  /** Where it was in its last `ms`, but for the slip of its lift; nothing of one that was not there longer. */
  lately(ms: number): readonly Spot[] {
    const { end, length } = this;
    const { lift } = this.#rules;
    if (length <= ms + lift) return [];
    return this.#recent.filter(({ t }) => t >= end - lift - ms && t <= end - lift);
  }
}
