import type { PageFault } from '../../src-main/contract/staff.ts';
import type { Clock } from '../session/clock.ts';

/** At most so many faults are told of in a minute: a fault that repeats must not fill the log. */
export const MOST_A_MINUTE = 4;
const MINUTE_MS = 60_000;

/** The contract's longest texts. */
const MOST_CHARACTERS = { what: 2000, where: 4000 } as const;

/** Tells the kiosk of the page's own faults: message and stack, never anything of a visitor. */
export class PageFaults {
  readonly #clock: Clock;
  readonly #send: (fault: PageFault) => void;
  #told: number[] = [];

  constructor(clock: Clock, send: (fault: PageFault) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  readonly tell = (error: unknown): void => {
    const now = this.#clock.now();
    this.#told = this.#told.filter((at) => now - at < MINUTE_MS);
    if (this.#told.length >= MOST_A_MINUTE) return;
    this.#told.push(now);
    this.#send(faultOf(error));
  };
}

/** A fault in the contract's terms. */
export function faultOf(error: unknown): PageFault {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const where = error instanceof Error ? error.stack : undefined;
  return {
    what: what.slice(0, MOST_CHARACTERS.what),
    ...(where && { where: where.slice(0, MOST_CHARACTERS.where) }),
  };
}
