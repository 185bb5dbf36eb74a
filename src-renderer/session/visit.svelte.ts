import type { Clock } from './clock.ts';
import { COUNTDOWN_SECONDS, watchIdle, type IdleWatch } from './idle.ts';
import { attract, follow, type Place, type VisitEvent, type VisitState } from './visit.ts';

/** The visit that is going on: the state machine made visible to the screens, and its idle watch. */
export class Visit {
  #state = $state.raw<VisitState>(attract);
  #number = $state(0);
  #secondsLeft = $state(COUNTDOWN_SECONDS);
  #watch: IdleWatch | undefined;
  readonly #clock: Clock;
  readonly #idleSeconds: () => number;
  readonly #wipe: () => void;

  /** @param wipe clears what a visit has set outside this class: language, comfort */
  constructor(clock: Clock, idleSeconds: () => number, wipe: () => void) {
    this.#clock = clock;
    this.#idleSeconds = idleSeconds;
    this.#wipe = wipe;
  }

  get place(): Place {
    return this.#state.place;
  }

  /** The step of a tour that Back returns to, if it does. */
  get returnStep(): number | undefined {
    const back = this.#state.trail.at(-1);
    return back?.at === 'tour' ? back.step : undefined;
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
    if (event.type === 'stay') this.#watch?.touch();
    const here = this.#state.place.at !== 'attract';
    if (here && !this.#watch) this.#watch = this.#startWatch();
    if (!here && before.place.at !== 'attract') this.#end();
  }

  /** Any touch or key, wherever it lands. While the question is asked, its own screen answers it. */
  readonly active = (): void => {
    if (!this.#state.asking) this.#watch?.touch();
  };

  #startWatch(): IdleWatch {
    return watchIdle(this.#clock, this.#idleSeconds, {
      ask: () => this.send({ type: 'idle' }),
      count: (seconds) => (this.#secondsLeft = seconds),
      leave: () => this.send({ type: 'finish' }),
    });
  }

  #end(): void {
    this.#watch?.stop();
    this.#watch = undefined;
    this.#secondsLeft = COUNTDOWN_SECONDS;
    this.#number += 1;
    this.#wipe();
  }
}
