/** The id picture: which part, and how deep, at each pixel. Smaller than the picture; x and y count its own pixels. */
import type { Size, Target } from './targets.ts';

export class IdPicture {
  readonly width: number;
  readonly height: number;
  /** RGBA, from the lowest row up. */
  readonly #pixels: Uint8Array;

  constructor({ width, height }: Size, pixels: Uint8Array) {
    this.width = width;
    this.height = height;
    this.#pixels = pixels;
  }

  #at(x: number, y: number): number {
    return ((this.height - 1 - y) * this.width + x) * 4;
  }

  inside(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.width && y < this.height;
  }

  /** Number of the part; 0 where nothing has a name. */
  part(x: number, y: number): number {
    return this.inside(x, y) ? (this.#pixels[this.#at(x, y)] ?? 0) : 0;
  }

  /** Depth 0…1 as in the depth buffer; 0 where nothing is drawn. */
  depth(x: number, y: number): number {
    if (!this.inside(x, y)) return 0;
    const at = this.#at(x, y);
    const byte = (k: number): number => this.#pixels[at + k] ?? 0;
    return (byte(1) + byte(2) / 255 + byte(3) / 65025) / 255;
  }
}

const roomFor = ({ width, height }: Size): Uint8Array => new Uint8Array(width * height * 4);

/** Reads what was drawn, and waits until it is. */
export function readIds(gl: WebGL2RenderingContext, { size, resolved }: Target): IdPicture {
  const pixels = roomFor(size);
  gl.bindFramebuffer(gl.FRAMEBUFFER, resolved);
  gl.readPixels(0, 0, size.width, size.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  return new IdPicture(size, pixels);
}

/** An id picture on its way: read beside, once the machine has drawn it, so that nothing waits. */
export class IdReading {
  readonly #gl: WebGL2RenderingContext;
  readonly #size: Size;
  readonly #buffer: WebGLBuffer;
  readonly #drawn: WebGLSync | null;

  constructor(gl: WebGL2RenderingContext, { size, resolved }: Target) {
    this.#gl = gl;
    this.#size = size;
    this.#buffer = gl.createBuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, resolved);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, this.#buffer);
    gl.bufferData(gl.PIXEL_PACK_BUFFER, size.width * size.height * 4, gl.STREAM_READ);
    gl.readPixels(0, 0, size.width, size.height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    this.#drawn = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
  }

  /** Nothing while it is not there yet. To be taken once, in another task than the one in which it was made. */
  take(): IdPicture | undefined {
    const gl = this.#gl;
    if (!this.#drawn || gl.getSyncParameter(this.#drawn, gl.SYNC_STATUS) !== gl.SIGNALED) return undefined;
    const pixels = roomFor(this.#size);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, this.#buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, pixels);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    this.dispose();
    return new IdPicture(this.#size, pixels);
  }

  dispose(): void {
    this.#gl.deleteSync(this.#drawn);
    this.#gl.deleteBuffer(this.#buffer);
  }
}

/** Pixels of the larger side: enough for a callout to find its place, few enough for a machine without a GPU. */
const LARGER_SIDE = 640;

export function idSize({ width, height }: Size): Size {
  const scale = Math.min(1, LARGER_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
