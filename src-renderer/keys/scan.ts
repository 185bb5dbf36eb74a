/** One switch reaches everything: what lies together is offered first, then each of its choices, a while each. */
import type { Clock } from '../session/clock.ts';

/** After so many rounds that nobody answered, it rests until the switch is pressed again. */
const ROUNDS = 3;
/** By then a screen that was asked for is there, ms. */
const SETTLE_MS = 300;

/** Choices that lie together, or a single one. */
export interface ScanGroup {
  readonly element: HTMLElement;
  readonly stops: readonly HTMLElement[];
}

export interface ScanOptions {
  readonly clock: Clock;
  /** How long each is offered, ms. */
  readonly everyMs: () => number;
  /** What can be chosen now, in its order. */
  readonly groups: () => readonly ScanGroup[];
  /** Shows what the switch would choose now; nothing: it rests. */
  readonly show: (offered: HTMLElement | undefined) => void;
  readonly press: (chosen: HTMLElement) => void;
}

export class Scan {
  readonly #options: ScanOptions;
  /** What is offered; absent: it rests. */
  #offered: ScanGroup | undefined;
  /** The group whose choices are offered one by one. */
  #within: HTMLElement | undefined;
  /** Times that the last choice has gone by unanswered. */
  #rounds = 0;
  #cancel = (): void => {};

  constructor(options: ScanOptions) {
    this.#options = options;
  }

  /** The switch: begins, enters the group that is offered, or chooses. */
  readonly press = (): void => {
    const offered = this.#offered;
    this.#rounds = 0;
    if (offered && offered.stops.length > 1) {
      this.#within = offered.element;
      this.#offer(this.#choices()[0]);
      return;
    }
    if (offered) this.#options.press(offered.stops[0]!);
    this.stop();
    // What it has led to comes first.
    this.#cancel = this.#options.clock.after(SETTLE_MS, () => this.#offer(this.#choices()[0]));
  };

  /** It rests, and shows nothing. */
  readonly stop = (): void => {
    this.#cancel();
    this.#within = undefined;
    if (!this.#offered) return;
    this.#offered = undefined;
    this.#options.show(undefined);
  };

  #choices(): readonly ScanGroup[] {
    const groups = this.#options.groups();
    const within = groups.find(({ element }) => element === this.#within);
    return within ? within.stops.map((stop) => ({ element: stop, stops: [stop] })) : groups;
  }

  #offer(offered: ScanGroup | undefined): void {
    this.#cancel();
    this.#offered = offered;
    this.#options.show(offered?.element);
    if (offered) this.#cancel = this.#options.clock.after(this.#options.everyMs(), () => this.#goOn(offered));
  }

  #goOn(from: ScanGroup): void {
    const choices = this.#choices();
    const at = choices.findIndex(({ element }) => element === from.element);
    if (at < choices.length - 1) return this.#offer(choices[at + 1]);
    // Out of a group that nothing was chosen of.
    if (this.#within) {
      this.#within = undefined;
      return this.#offer(this.#choices()[0]);
    }
    this.#rounds += 1;
    if (this.#rounds >= ROUNDS) this.stop();
    else this.#offer(choices[0]);
  }
}
