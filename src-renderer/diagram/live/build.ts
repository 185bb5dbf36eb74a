/** Makes a diagram's model beside the page, so that nothing stands still under a finger meanwhile. */
import type { Diagram, ServedShapes } from '../../../src-main/contract/api.ts';
import type { Model } from '../model/model.ts';

/** What the builder is given. */
export interface BuildRequest {
  readonly shapes: ServedShapes;
  readonly parts: Diagram['parts'];
}

/** A model, or why there is none. */
export type BuildAnswer = { readonly model: Model } | { readonly fault: string };

export function buildBeside(request: BuildRequest): Promise<Model> {
  return new Promise((resolve, reject) => {
    // A worker lives for one model only: most visits see few diagrams, and it would keep its memory.
    const worker = new Worker(new URL('./build-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<BuildAnswer>) => {
      worker.terminate();
      if ('model' in data) resolve(data.model);
      else reject(new Error(data.fault));
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message || 'The model builder could not be started.'));
    };
    worker.postMessage(request);
  });
}
