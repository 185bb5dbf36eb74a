import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { STAFF_IDLE_MS } from '../contract/staff.ts';

/** The pass of the one who entered last. It is nowhere but in the page's memory; here is only what tells it from others. */
export class Passes {
  readonly #clock: Clock;
  #print: Buffer | undefined;
  #until = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A new pass; the one before it is void. */
  issue(): string {
    const pass = randomBytes(32).toString('base64url');
    this.#print = printOf(pass);
    this.#until = this.#clock.now() + STAFF_IDLE_MS;
    return pass;
  }

  /** Whether a pass is good; it then is for another while. */
  admits(pass: string): boolean {
    if (!this.#print || this.#clock.now() >= this.#until) return false;
    if (!timingSafeEqual(this.#print, printOf(pass))) return false;
    this.#until = this.#clock.now() + STAFF_IDLE_MS;
    return true;
  }

  void(): void {
    this.#print = undefined;
  }
}

const printOf = (pass: string): Buffer => createHash('sha256').update(pass).digest();
