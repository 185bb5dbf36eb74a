/** A batch on the graphics side: its vertices, and its forms as a texture that the vertex stage reads. */
import type { Batch } from '../model/model.ts';
import { spansOf } from './spans.ts';
import { coarseIndices, openingIndices } from './thin.ts';

/** Texels in a row of the texture of forms; even, for a vertex takes two. */
const FORM_ROW = 1024;
/** How coarse, see `coarseIndices`. */
const CELLS = { outline: 240, shell: 70 } as const;
const NONE = new Uint32Array(0);

/** Triangles of a batch: all, coarse ones for outlines and glow, coarser ones for soft shadows, those that openings take away. */
export type Range = 'all' | 'outline' | 'shell' | 'opening';

export interface GpuBatch {
  readonly batch: Batch;
  readonly vertices: WebGLVertexArrayObject;
  /** One after the other in the buffer of indices. */
  readonly ranges: Readonly<Record<Range, { readonly first: number; readonly count: number }>>;
  /** Forms of the model that the batch has, in the order of the texture. */
  readonly forms: readonly number[];
  readonly texture: WebGLTexture | undefined;
  /** Numbers of the parts that it draws. */
  readonly parts: ReadonlySet<number>;
  readonly buffers: readonly WebGLBuffer[];
}

/** What a batch is drawn with besides its own data. */
export interface Reckoned {
  /** Indices of its triangles. */
  readonly lists: Readonly<Record<Range, Uint32Array>>;
  /** Of muscles: see `spansOf`. */
  readonly spans: Float32Array | undefined;
}

/** Takes a tenth of a second and more for a whole body: made beside the page, with the model. */
export function reckonBatch(batch: Batch): Reckoned {
  const flat = batch.laid || batch.material === 'ink' || batch.material === 'paint';
  return {
    lists: {
      all: batch.indices,
      outline: flat ? NONE : coarseIndices(batch, CELLS.outline),
      shell: flat ? NONE : coarseIndices(batch, CELLS.shell),
      opening: batch.material === 'skin' ? openingIndices(batch) : NONE,
    },
    spans: batch.material === 'muscle' ? spansOf(batch) : undefined,
  };
}

export function uploadBatch(
  gl: WebGL2RenderingContext,
  batch: Batch,
  { lists, spans } = reckonBatch(batch),
): GpuBatch {
  const vertices = gl.createVertexArray();
  const buffers: WebGLBuffer[] = [];
  gl.bindVertexArray(vertices);
  const attribute = (place: number, size: number, data: Float32Array): void => {
    const buffer = gl.createBuffer();
    buffers.push(buffer);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, size, gl.FLOAT, false, 0, 0);
  };
  [batch.positions, batch.normals, batch.uvs, batch.surface, batch.marks].forEach((data, place) =>
    attribute(place, 4, data),
  );
  if (spans) attribute(5, 2, spans);
  const indices = gl.createBuffer();
  buffers.push(indices);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
  const total = Object.values(lists).reduce((sum, { length }) => sum + length, 0);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, total * 4, gl.STATIC_DRAW);
  let first = 0;
  const range = (list: Uint32Array): { first: number; count: number } => {
    gl.bufferSubData(gl.ELEMENT_ARRAY_BUFFER, first * 4, list);
    const placed = { first, count: list.length };
    first += list.length;
    return placed;
  };
  const ranges = {
    all: range(lists.all),
    outline: range(lists.outline),
    shell: range(lists.shell),
    opening: range(lists.opening),
  };
  gl.bindVertexArray(null);
  const forms = batch.forms.flatMap((data, place) => (data ? [place] : []));
  return {
    batch,
    vertices,
    buffers,
    ranges,
    forms,
    texture: forms.length ? formTexture(gl, batch, forms) : undefined,
    parts: new Set(batch.marks.filter((_, k) => k % 4 === 0)),
  };
}

function formTexture(gl: WebGL2RenderingContext, batch: Batch, forms: readonly number[]): WebGLTexture {
  const count = batch.positions.length / 4;
  const height = Math.max(1, Math.ceil((count * forms.length * 2) / FORM_ROW));
  const texels = new Float32Array(FORM_ROW * height * 4);
  forms.forEach((form, slot) => {
    const data = batch.forms[form];
    if (!data) return;
    for (let vertex = 0; vertex < count; vertex++) {
      const texel = (vertex * forms.length + slot) * 8;
      texels.set(data.subarray(vertex * 6, vertex * 6 + 3), texel);
      texels.set(data.subarray(vertex * 6 + 3, vertex * 6 + 6), texel + 4);
    }
  });
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA16F, FORM_ROW, height, 0, gl.RGBA, gl.FLOAT, texels);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.bindTexture(gl.TEXTURE_2D, null);
  return texture;
}

export function releaseBatch(gl: WebGL2RenderingContext, { vertices, buffers, texture }: GpuBatch): void {
  gl.deleteVertexArray(vertices);
  for (const buffer of buffers) gl.deleteBuffer(buffer);
  if (texture) gl.deleteTexture(texture);
}
