import type { Clock } from './clock.ts';

/** How long a screen that was woken stays awake without a touch, ms. */
export const AWAKE_MS = 60_000;

/** Whether somebody has touched the screen lately, so that it does not go dark under their eyes. */
export class Sleep {
  readonly #clock: Clock;
  #disturbed = $state(false);
  #last = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get disturbed(): boolean {
    return this.#disturbed;
  }

  /** Any touch or key. One timer runs while the screen is awake, none while it is dark. */
  readonly touch = (): void => {
    this.#last = this.#clock.now();
    if (this.#disturbed) return;
    this.#disturbed = true;
    this.#look();
  };

  readonly #look = (): void => {
    const left = this.#last + AWAKE_MS - this.#clock.now();
    if (left > 0) this.#clock.after(left, this.#look);
    else this.#disturbed = false;
  };
}
