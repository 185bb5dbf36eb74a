/** The model builder, beside the page. */
import { buildModel } from '../model/build.ts';
import type { Batch } from '../model/model.ts';
import type { BuildAnswer, BuildRequest } from './build.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<BuildRequest>) => void;
  postMessage(answer: BuildAnswer, transfer: Transferable[]): void;
};

/** Memory that goes over to the page instead of being copied. */
const memoryOf = (batch: Batch): ArrayBufferLike[] =>
  [batch.positions, batch.normals, batch.uvs, batch.surface, batch.marks, ...batch.forms, batch.indices]
    .filter((array) => array !== undefined)
    .map(({ buffer }) => buffer);

scope.onmessage = ({ data: { shapes, parts } }) => {
  try {
    const model = buildModel(shapes, parts);
    scope.postMessage({ model }, [...new Set(model.batches.flatMap(memoryOf))] as ArrayBuffer[]);
  } catch (error) {
    scope.postMessage({ fault: error instanceof Error ? error.message : String(error) }, []);
  }
};
