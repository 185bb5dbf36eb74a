/** Makes a diagram's model beside the page, so that nothing stands still under a finger meanwhile. */
import type { Diagram, ServedShapes } from '../../../src-main/contract/api.ts';
import type { Reckoned } from '../gl/buffers.ts';
import type { Model } from '../model/model.ts';

/** What the builder is given. */
export interface BuildRequest {
  readonly shapes: ServedShapes;
  readonly parts: Diagram['parts'];
}

/** A model, with what the engine would have to reckon before it can draw it. */
export interface Built {
  readonly model: Model;
  /** Of its batches in their order. */
  readonly reckoned?: readonly Reckoned[];
}

/** A model, or why there is none. */
export type BuildAnswer = Built | { readonly fault: string };

/** @param signal ends the work of a model that nobody waits for any more; its promise is rejected with the signal’s reason */
export function buildBeside(request: BuildRequest, signal: AbortSignal): Promise<Built> {
  return new Promise((resolve, reject) => {
    // A worker lives for one model only: most visits see few diagrams, and it would keep its memory.
    const worker = new Worker(new URL('./build-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<BuildAnswer>) => {
      worker.terminate();
      if ('model' in data) resolve(data);
      else reject(new Error(data.fault));
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message || 'The model builder could not be started.'));
    };
    signal.addEventListener('abort', () => {
      worker.terminate();
      reject(signal.reason as Error);
    });
    worker.postMessage(request);
  });
}
