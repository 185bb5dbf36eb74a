import { KioskError } from '../kiosk/client.ts';
import { StaffError } from '../kiosk/staff-client.ts';
import type { Clock } from '../session/clock.ts';
import { enter, entryOf, type Ask, type PinEntry, type PinEvent } from './pin-entry.ts';

/** A PIN pad that nobody touches closes itself after this long, ms. */
export const UNTOUCHED_MS = 60_000;

/** Refusals that there is something to say about; any other is the kiosk's trouble. */
const TOLD = ['pin-wrong', 'pin-locked', 'pin-lost', 'first-pin-late', 'pin-set-already'] as const;

/** What came of the last try. */
export type Outcome = (typeof TOLD)[number] | 'trouble';

export interface PinTask {
  readonly asks: readonly Ask[];
  /** Gives what was entered to the kiosk. @throws KioskError */
  readonly give: (given: PinEntry['given']) => Promise<void>;
  readonly ondone: () => void;
  /** Nobody has touched the pad for long enough. */
  readonly onleft: () => void;
  readonly untouchedMs?: number;
}

/** A PIN pad at work: what is entered, what the kiosk says to it, and how long it has to be waited. */
export class PinDesk {
  entry: PinEntry;
  outcome = $state<Outcome>();
  busy = $state(false);
  /** Tries that are left before the kiosk waits, after a wrong PIN and where it says so. */
  triesLeft = $state<number>();
  #waitUntil = $state(0);
  #now = $state(0);
  readonly #clock: Clock;
  readonly #task: PinTask;
  #cancelTick = (): void => {};
  #cancelLeave = (): void => {};

  constructor(clock: Clock, task: PinTask) {
    this.#clock = clock;
    this.#task = task;
    this.entry = $state.raw(entryOf(...task.asks));
    this.touch();
  }

  /** Whole seconds until the kiosk looks at a PIN again. */
  get secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#waitUntil - this.#now) / 1000));
  }

  /** Any touch or key. */
  readonly touch = (): void => {
    this.#cancelLeave();
    this.#cancelLeave = this.#clock.after(this.#task.untouchedMs ?? UNTOUCHED_MS, this.#task.onleft);
  };

  readonly press = (event: PinEvent): void => {
    this.touch();
    if (this.busy || this.secondsLeft > 0) return;
    this.outcome = undefined;
    this.triesLeft = undefined;
    this.entry = enter(this.entry, event);
    if (this.entry.whole) void this.#give();
  };

  /** Waits before the next try, as the kiosk has said. */
  wait(ms: number): void {
    this.#cancelTick();
    this.#now = this.#clock.now();
    this.#waitUntil = this.#now + ms;
    this.#tick();
  }

  stop(): void {
    this.#cancelTick();
    this.#cancelLeave();
  }

  async #give(): Promise<void> {
    this.busy = true;
    try {
      await this.#task.give(this.entry.given);
      this.stop();
      this.#task.ondone();
    } catch (error) {
      this.#refused(error);
    } finally {
      this.busy = false;
      this.entry = entryOf(...this.#task.asks);
    }
  }

  #refused(error: unknown): void {
    const kind = error instanceof KioskError ? error.kind : '';
    this.outcome = TOLD.find((told) => told === kind) ?? 'trouble';
    if (!(error instanceof StaffError) || !error.door) return;
    this.triesLeft = kind === 'pin-wrong' ? error.door.triesLeft : undefined;
    this.wait(error.door.waitMs);
  }

  #tick(): void {
    const left = this.#waitUntil - this.#now;
    if (left <= 0) {
      // The wait is over, and so is what there was to say about it.
      if (this.outcome === 'pin-locked') this.outcome = undefined;
      return;
    }
    this.#cancelTick = this.#clock.after(left % 1000 || 1000, () => {
      this.#now = this.#clock.now();
      this.#tick();
    });
  }
}
