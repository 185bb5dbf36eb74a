import { MediaQuery } from 'svelte/reactivity';
import type { TouchChoice } from '../../src-main/contract/settings.ts';
import { HOLDS, type Hold } from '../touch/presets.ts';

/** How bright the paper is, darkest first. */
export const THEMES = ['dim', 'soft', 'light'] as const;
/** Sizes of text, percent of those of the house. */
export const TEXT_SIZES = [100, 125, 150, 200] as const;
/** The reading pane tilts by so many degrees at a time, and at most so far. */
export const TILT_STEP = 5;
export const TILT_MOST = 30;

export type Theme = (typeof THEMES)[number];
export type TextSize = (typeof TEXT_SIZES)[number];
export type Side = 'left' | 'right';

/** What a visitor has wished for. */
export interface Wishes {
  readonly theme: Theme;
  /** Halves the blue of everything. Never called a treatment. */
  readonly warm: boolean;
  readonly text: TextSize;
  /** More room between letters, words, lines and paragraphs. */
  readonly spacing: boolean;
  /** Nothing travels; as `prefers-reduced-motion` asks for. */
  readonly calm: boolean;
  /** Everything lies in the lower part of a tall panel. */
  readonly low: boolean;
  /** The side on which the paper and its buttons lie; nothing chosen: the end of a line of the language. */
  readonly hand: Side | undefined;
  /** Of the reading pane, degrees, clockwise. */
  readonly tilt: number;
  /** How a touch is read; nothing chosen: as the clinic has it. */
  readonly touch: TouchChoice | undefined;
  /** How long a finger has to hold, ms. */
  readonly hold: Hold;
  /** How long a touch has to last, from five taps, ms. */
  readonly least: number | undefined;
  /** How loud the voice is, percent; nothing chosen: as the clinic has it. */
  readonly volume: number | undefined;
}

export const AS_AT_FIRST: Wishes = {
  theme: 'soft',
  warm: false,
  text: 100,
  spacing: false,
  calm: true,
  low: false,
  hand: undefined,
  tilt: 0,
  touch: undefined,
  hold: 0,
  least: undefined,
  volume: undefined,
};

/** What makes the kiosk comfortable for one visitor. For the visit only: it is in memory, and `reset` ends it. */
export class Comfort {
  #wishes = $state.raw<Wishes>(AS_AT_FIRST);
  readonly #reduced = new MediaQuery('prefers-reduced-motion: reduce');

  get wishes(): Wishes {
    return this.#wishes;
  }

  /** Whether pictures cut where they could travel: the visitor's wish or the machine's. */
  get calm(): boolean {
    return this.#wishes.calm || this.reduced;
  }

  /** Whether the machine itself asks for no movement; all that binds where no visitor is, as in the attract loop. */
  get reduced(): boolean {
    return this.#reduced.current;
  }

  /** Whether anything is otherwise than at first. */
  get changed(): boolean {
    const names = Object.keys(AS_AT_FIRST) as (keyof Wishes)[];
    return names.some((name) => this.#wishes[name] !== AS_AT_FIRST[name]);
  }

  get largest(): boolean {
    return this.#wishes.text === TEXT_SIZES.at(-1);
  }

  get smallest(): boolean {
    return this.#wishes.text === TEXT_SIZES[0];
  }

  wish(change: Partial<Wishes>): void {
    this.#wishes = { ...this.#wishes, ...change };
  }

  /** One size of text up or down; at the ends nothing happens. */
  resize(by: 1 | -1): void {
    const text = TEXT_SIZES[TEXT_SIZES.indexOf(this.#wishes.text) + by];
    if (text !== undefined) this.wish({ text });
  }

  /** One step of tilt, clockwise or against; never beyond the most. */
  turn(by: 1 | -1): void {
    this.wish({ tilt: Math.max(-TILT_MOST, Math.min(TILT_MOST, this.#wishes.tilt + by * TILT_STEP)) });
  }

  /** One step of hold, longer or shorter; at the ends nothing happens. */
  lengthen(by: 1 | -1): void {
    const hold = HOLDS[HOLDS.indexOf(this.#wishes.hold) + by];
    if (hold !== undefined) this.wish({ hold });
  }

  /** Where the paper lies for readers of a direction. */
  paperSide(dir: 'ltr' | 'rtl'): Side {
    return this.#wishes.hand ?? endOf(dir);
  }

  readonly reset = (): void => {
    this.#wishes = AS_AT_FIRST;
  };
}

/** Where a line of the language ends. */
export const endOf = (dir: 'ltr' | 'rtl'): Side => (dir === 'rtl' ? 'left' : 'right');
