/** What a visitor sees of Steady Touch: a ring where a touch gave nothing, which of two was meant, the offer of more patience. */
import type { TouchChoice } from '../../src-main/contract/settings.ts';
import type { Clock } from '../session/clock.ts';
import { press, type ListeningToTouch } from './listen-to-touch.ts';
import { presetOf, type Hold, type Preset } from './presets.ts';
import type { Aim, Spot, Wish } from './steady-touch.ts';

/** After so many touches that gave nothing, within this time (ms), more patience is offered. */
const MISSES = 3;
const WITHIN = 60_000;

/** A ring on the glass; another object each time. */
export interface Ring {
  /** A finger that holds fills it; a touch that gave nothing leaves it. */
  readonly kind: 'holding' | 'missed';
  /** px of the window. */
  readonly at: Spot;
  /** How long it takes to fill, ms. */
  readonly ms: number;
}

export interface TouchHelpOptions {
  readonly clock: Clock;
  readonly choice: () => TouchChoice;
  readonly hold: () => Hold;
  readonly least: () => number | undefined;
}

export class TouchHelp {
  #ring = $state.raw<Ring>();
  #unclear = $state.raw<readonly [Aim<Element>, Aim<Element>]>();
  #offering = $state(false);
  #offered = false;
  #misses: number[] = [];
  #listening: ListeningToTouch | undefined;
  readonly #options: TouchHelpOptions;

  constructor(options: TouchHelpOptions) {
    this.#options = options;
  }

  /** What the filter does for this visitor; absent: it is off. */
  get preset(): Preset | undefined {
    const { choice, hold, least } = this.#options;
    return presetOf(choice(), hold(), least());
  }

  /** Whether touches are read more patiently than usual. */
  get isPatient(): boolean {
    return ['steady', 'careful'].includes(this.#options.choice());
  }

  get ring(): Ring | undefined {
    return this.#ring;
  }

  /** Two targets, one of which was meant. */
  get unclear(): readonly [Aim<Element>, Aim<Element>] | undefined {
    return this.#unclear;
  }

  /** Whether Steady is being offered. */
  get offering(): boolean {
    return this.#offering;
  }

  /** @param listening the filter, whose contacts it may call off */
  follow(listening: ListeningToTouch): void {
    this.#listening = listening;
  }

  /** What is on the glass counts for nothing: another screen lies under it. */
  readonly discard = (): void => {
    this.#listening?.discard();
    if (this.#ring?.kind === 'holding') this.#ring = undefined;
  };

  /** A finger has come. */
  readonly down = (at: Spot): void => {
    const ms = this.#options.hold();
    this.#ring = ms > 0 ? { kind: 'holding', at, ms } : undefined;
  };

  /** What became of a touch. */
  readonly wish = (wish: Wish<Element>): void => {
    this.#ring = undefined;
    // Between the two answers there is no further question.
    if (wish.kind === 'unclear' && this.#unclear) this.#ring = { kind: 'missed', at: wish.aims[0].at, ms: 0 };
    else if (wish.kind === 'unclear') this.#unclear = wish.aims;
    // A bounce that is shut out is no touch, and whoever has drawn a finger away has changed their mind.
    if (wish.kind !== 'nothing' || wish.why === 'locked' || wish.why === 'left') return;
    this.#ring = { kind: 'missed', at: wish.at, ms: 0 };
    this.#miss();
  };

  /** One of the two, or neither. */
  readonly choose = (aim: Aim<Element> | undefined): void => {
    this.#unclear = undefined;
    if (aim) press(aim);
  };

  /** The offer has been answered; it is made once in a visit. */
  readonly answered = (): void => {
    this.#offering = false;
  };

  /** Ends with the visit. */
  readonly reset = (): void => {
    this.discard();
    this.#ring = undefined;
    this.#unclear = undefined;
    this.#offering = false;
    this.#offered = false;
    this.#misses = [];
  };

  #miss(): void {
    const now = this.#options.clock.now();
    this.#misses = [...this.#misses.filter((then) => now - then < WITHIN), now];
    if (this.#offered || this.#options.choice() !== 'standard' || this.#misses.length < MISSES) return;
    this.#offered = this.#offering = true;
  }
}
