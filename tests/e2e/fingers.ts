/** Fingers on the glass, by the browser's own input: several at once, at times that are said. */
import type { CDPSession, Page } from '@playwright/test';
import type { Touch } from '../touch/noise.ts';

export interface Place {
  /** px of the window. */
  readonly x: number;
  readonly y: number;
}

export class Fingers {
  readonly #client: CDPSession;
  readonly #open = new Map<number, Place>();
  /** When the last trace ended, ms of the Unix epoch: a glass never goes back in time. */
  #at = Date.now();

  private constructor(client: CDPSession) {
    this.#client = client;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** A finger that comes down, stays or goes along `way`, and is lifted, without waiting for it. Times in ms. */
  async tap(at: Place, ms = 100, way: readonly Place[] = []): Promise<void> {
    const steps = way.map((place, step) => ({
      ...({ kind: 'move', id: 1, ...place } as const),
      t: (ms * (step + 1)) / (way.length + 1),
    }));
    const last = way.at(-1) ?? at;
    await this.replay(
      [{ kind: 'down', id: 1, t: 0, ...at }, ...steps, { kind: 'up', id: 1, t: ms, ...last }],
      { x: 0, y: 0 },
      1,
    );
  }

  /**
   * What a glass would report. The events bear the times of the trace, however long it takes to tell them.
   * @param origin where the trace has its [0, 0], px of the window
   * @param mm px of a unit of the trace
   */
  async replay(trace: readonly Touch[], origin: Place, mm: number): Promise<void> {
    const began = Math.max(Date.now(), this.#at);
    for (const { kind, id, t, x, y } of trace) {
      if (kind === 'up') this.#open.delete(id);
      else this.#open.set(id, { x: origin.x + x * mm, y: origin.y + y * mm });
      this.#at = began + t;
      await this.#client.send('Input.dispatchTouchEvent', {
        // The end is that of the last finger; of several, the one is lifted that is named no more.
        type: kind === 'down' ? 'touchStart' : this.#open.size > 0 ? 'touchMove' : 'touchEnd',
        touchPoints: [...this.#open].map(([number, place]) => ({ id: number % 16, ...place })),
        timestamp: this.#at / 1000,
      });
    }
  }

  /** The next trace begins so much later than the last one ended, ms. */
  rest(ms: number): void {
    this.#at += ms;
  }
}
