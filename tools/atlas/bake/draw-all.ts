import type { Planned } from './plan.ts';
import type { Drawn } from './store.ts';
import type { Artist } from './studio.ts';

export interface DrawOptions {
  /** They draw side by side. */
  readonly artists: readonly Artist[];
  /** Takes what was drawn, a batch at a time. */
  readonly keep: (drawn: ReadonlyMap<Planned, Drawn>) => Promise<void>;
  /** Whether a batch is large or old enough to be kept. */
  readonly isFull: (pictures: number, ageMs: number) => boolean;
  /** Rest after a picture that took this long, ms. */
  readonly pause: (tookMs: number) => Promise<void>;
  /** Once it is aborted, nothing more is begun. */
  readonly signal: AbortSignal;
  readonly onDrawn: (count: number) => void;
}

export interface Outcome {
  readonly drawn: number;
  /** Diagram → why it cannot be drawn. The first picture that fails speaks for its diagram. */
  readonly failed: ReadonlyMap<string, string>;
}

/** Draws pictures in their order, and keeps what is drawn also when it is stopped. */
export async function drawAll(planned: readonly Planned[], options: DrawOptions): Promise<Outcome> {
  const { artists, keep, isFull, pause, signal, onDrawn } = options;
  const queue = [...planned];
  const failed = new Map<string, string>();
  let batch = new Map<Planned, Drawn>();
  let begun = performance.now();
  let count = 0;
  let keeping = Promise.resolve();

  const keepBatch = (): Promise<void> => {
    const full = batch;
    batch = new Map();
    begun = performance.now();
    if (full.size > 0) keeping = keeping.then(() => keep(full));
    return keeping;
  };
  /** Of the diagram that the artist has before it, if there is one left: to begin another takes time. */
  const take = (last: string | undefined): Planned | undefined => {
    const same = queue.findIndex(({ still }) => still.diagram === last);
    return queue.splice(Math.max(0, same), 1)[0];
  };
  const work = async (artist: Artist): Promise<void> => {
    let last: string | undefined;
    for (let next = take(last); next && !signal.aborted; next = take(last)) {
      last = next.still.diagram;
      if (failed.has(last)) continue;
      const started = performance.now();
      try {
        // Drawn first: meanwhile the batch may have become another.
        const drawn = await artist.draw(next);
        batch.set(next, drawn);
      } catch (error) {
        // One that was stopped in the middle has not failed.
        if (!signal.aborted) failed.set(last, `${next.still.keys[0]}: ${(error as Error).message}`);
        continue;
      }
      onDrawn(++count);
      if (isFull(batch.size, performance.now() - begun)) await keepBatch();
      await pause(performance.now() - started);
    }
  };
  await Promise.all(artists.map(work)).finally(keepBatch);
  return { drawn: count, failed };
}
