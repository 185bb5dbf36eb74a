import type { Clock } from './clock.ts';
import { CONSULT_IDLE_SECONDS, COUNTDOWN_SECONDS, watchIdle, type IdleWatch } from './idle.ts';
import {
  attract,
  firstPin,
  follow,
  isConsulting,
  isVisited,
  isList,
  stepBelow,
  type Place,
  type VisitEvent,
  type VisitState,
} from './visit.ts';

/** What a visit is told apart from itself. */
export interface VisitHooks {
  readonly idleSeconds: () => number;
  /** Clears what a visit has set outside of it: language, comfort. */
  readonly wipe: () => void;
  /** Told of every step of the visit. */
  readonly onstep?: (before: Place, event: VisitEvent, after: Place) => void;
}

/** The visit that is going on: the state machine made visible to the screens, and its idle watch. */
export class Visit {
  #state: VisitState;
  #number = $state(0);
  #secondsLeft = $state(COUNTDOWN_SECONDS);
  #watch: IdleWatch | undefined;
  readonly #clock: Clock;
  readonly #hooks: VisitHooks;

  /** @param pinIsMissing the kiosk asks for its first PIN before anything else */
  constructor(clock: Clock, pinIsMissing: boolean, hooks: VisitHooks) {
    this.#clock = clock;
    this.#hooks = hooks;
    this.#state = $state.raw(pinIsMissing ? firstPin : attract);
  }

  get place(): Place {
    return this.#state.place;
  }

  /** The step of a tour from which the glossary was opened, if it was and Back does not lead straight to it. */
  get returnStep(): number | undefined {
    const { trail } = this.#state;
    const at = stepBelow(trail);
    const below = trail[at];
    return below?.at === 'tour' && at < trail.length - 1 ? below.step : undefined;
  }

  /** Back leads to the list of words. */
  get isFromList(): boolean {
    const before = this.#state.trail.at(-1);
    return before !== undefined && isList(before);
  }

  get asking(): boolean {
    return this.#state.asking;
  }

  /** Changes with every visit; screens keyed by it start anew, so nothing of a visitor can stay in them. */
  get number(): number {
    return this.#number;
  }

  /** Seconds until the visit ends by itself while *Are you still there?* is asked. */
  get secondsLeft(): number {
    return this.#secondsLeft;
  }

  send(event: VisitEvent): void {
    const before = this.#state;
    this.#state = follow(before, event);
    if (this.#state === before) return;
    const { place } = this.#state;
    if (event.type === 'stay') this.#watch?.touch();
    if (!isVisited(place)) this.#stopWatch();
    else {
      this.#watch ??= this.#startWatch();
      if (isConsulting(before) !== isConsulting(this.#state)) this.#watch.renew();
    }
    const anew = place.at === 'attract' || (place.at === 'staff' && place.room === 'panel');
    if (anew && before.place !== place) {
      this.#number += 1;
      this.#hooks.wipe();
    }
    this.#hooks.onstep?.(before.place, event, place);
  }

  /** Any touch or key, wherever it lands. While the question is asked, its own screen answers it. */
  readonly active = (): void => {
    if (!this.#state.asking) this.#watch?.touch();
  };

  /** While a visitor is read to, they need not touch anything. */
  readonly hold = (held: boolean): void => this.#watch?.hold(held);

  readonly #idleSeconds = (): number => {
    const seconds = this.#hooks.idleSeconds();
    return isConsulting(this.#state) ? Math.max(CONSULT_IDLE_SECONDS, seconds) : seconds;
  };

  #startWatch(): IdleWatch {
    return watchIdle(this.#clock, this.#idleSeconds, {
      ask: () => this.send({ type: 'idle' }),
      count: (seconds) => (this.#secondsLeft = seconds),
      leave: () => this.send({ type: 'finish' }),
    });
  }

  #stopWatch(): void {
    this.#watch?.stop();
    this.#watch = undefined;
    this.#secondsLeft = COUNTDOWN_SECONDS;
  }
}
