/** The model builder, beside the page. */
import { reckonBatch, type Reckoned } from '../gl/buffers.ts';
import { buildModel } from '../model/build.ts';
import type { Batch } from '../model/model.ts';
import type { BuildAnswer, BuildRequest } from './build.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<BuildRequest>) => void;
  postMessage(answer: BuildAnswer, transfer: Transferable[]): void;
};

/** Memory that goes over to the page instead of being copied. */
const memoryOf = ({ positions, normals, uvs, surface, marks, forms, indices }: Batch): ArrayBufferLike[] =>
  [positions, normals, uvs, surface, marks, ...forms, indices]
    .filter((array) => array !== undefined)
    .map(({ buffer }) => buffer);
const memoryBeside = ({ lists, spans }: Reckoned): ArrayBufferLike[] =>
  [...Object.values(lists), ...(spans ? [spans] : [])].map(({ buffer }) => buffer);

scope.onmessage = ({ data: { shapes, parts } }) => {
  try {
    const model = buildModel(shapes, parts);
    const reckoned = model.batches.map(reckonBatch);
    const memory = [...model.batches.flatMap(memoryOf), ...reckoned.flatMap(memoryBeside)];
    scope.postMessage({ model, reckoned }, [...new Set(memory)] as ArrayBuffer[]);
  } catch (error) {
    scope.postMessage({ fault: error instanceof Error ? error.message : String(error) }, []);
  }
};
