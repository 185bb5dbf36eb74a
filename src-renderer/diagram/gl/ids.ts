/** The id picture: which part, and how deep, at each pixel. Smaller than the picture; x and y count its own pixels. */
import type { Size, Target } from './targets.ts';

export class IdPicture {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;

  constructor(gl: WebGL2RenderingContext, target: Target) {
    ({ width: this.width, height: this.height } = target.size);
    this.#pixels = new Uint8Array(this.width * this.height * 4);
    gl.bindFramebuffer(gl.FRAMEBUFFER, target.resolved);
    gl.readPixels(0, 0, this.width, this.height, gl.RGBA, gl.UNSIGNED_BYTE, this.#pixels);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
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

/** Pixels of the larger side: enough for a callout to find its place, few enough for a machine without a GPU. */
const LARGER_SIDE = 640;

export function idSize({ width, height }: Size): Size {
  const scale = Math.min(1, LARGER_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
