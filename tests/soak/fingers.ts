import type { CDPSession } from 'playwright-core';

interface Point {
  x: number;
  y: number;
}

interface Finger extends Point {
  readonly id: number;
  readonly step: Point;
  /** Tenths of a second until it is lifted. */
  left: number;
}

/** As many as a touch panel reports. */
const MOST_FINGERS = 5;

/** Hands that know nothing of the screen: taps, drags and holds anywhere, a new one each tenth of a second. */
export class Fingers {
  readonly #cdp: CDPSession;
  readonly #random: () => number;
  readonly #size: { readonly width: number; readonly height: number };
  #down: Finger[] = [];
  /** Touches so far. */
  touches = 0;

  constructor(cdp: CDPSession, random: () => number, size: { width: number; height: number }) {
    this.#cdp = cdp;
    this.#random = random;
    this.#size = size;
  }

  /** What happens in a tenth of a second. */
  async tick(): Promise<void> {
    await this.#move();
    await this.#lift((finger) => finger.left-- <= 0);
    if (this.#down.length >= MOST_FINGERS) return;
    this.#down.push(this.#newFinger());
    this.touches++;
    await this.#tell('touchStart');
  }

  async liftAll(): Promise<void> {
    await this.#lift(() => true);
  }

  #newFinger(): Finger {
    const kind = this.#random();
    const at = { x: this.#random() * this.#size.width, y: this.#random() * this.#size.height };
    const still = { x: 0, y: 0 };
    // The browser knows no more than 16 fingers by their number, so a number that is free is taken again.
    const taken = new Set(this.#down.map((finger) => finger.id));
    const id =
      Array.from({ length: MOST_FINGERS }, (_, number) => number).find((number) => !taken.has(number)) ?? 0;
    if (kind < 0.85) return { ...at, id, step: still, left: 0 };
    if (kind < 0.95) {
      const step = { x: (this.#random() - 0.5) * 300, y: (this.#random() - 0.5) * 300 };
      return { ...at, id, step, left: 3 };
    }
    return { ...at, id, step: still, left: Math.round(this.#random() * 40) };
  }

  async #move(): Promise<void> {
    const moving = this.#down.filter(({ step }) => step.x !== 0);
    if (moving.length === 0) return;
    for (const finger of moving) {
      finger.x = clamp(finger.x + finger.step.x, this.#size.width);
      finger.y = clamp(finger.y + finger.step.y, this.#size.height);
    }
    await this.#tell('touchMove');
  }

  async #lift(isDone: (finger: Finger) => boolean): Promise<void> {
    const before = this.#down.length;
    this.#down = this.#down.filter((finger) => !isDone(finger));
    if (this.#down.length < before) await this.#tell('touchEnd');
  }

  async #tell(type: 'touchStart' | 'touchMove' | 'touchEnd'): Promise<void> {
    const touchPoints = this.#down.map(({ id, x, y }) => ({ id, x, y }));
    await this.#cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most - 1);
