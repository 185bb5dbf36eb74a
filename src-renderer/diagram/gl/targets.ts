/** Where pictures are drawn before they reach the canvas: many samples, resolved into a texture. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export class Target {
  readonly size: Size;
  /** Samples that were asked for, and those that the machine gives. */
  readonly wanted: number;
  readonly samples: number;
  /** What is drawn into. */
  readonly drawing: WebGLFramebuffer;
  /** What holds the finished colours. */
  readonly resolved: WebGLFramebuffer;
  readonly texture: WebGLTexture;
  readonly #gl: WebGL2RenderingContext;
  readonly #renderbuffers: WebGLRenderbuffer[] = [];

  constructor(gl: WebGL2RenderingContext, size: Size, samples: number) {
    this.#gl = gl;
    this.size = size;
    this.wanted = samples;
    this.samples = Math.min(samples, gl.getParameter(gl.MAX_SAMPLES) as number);
    const { width, height } = size;
    this.texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.bindTexture(gl.TEXTURE_2D, null);
    this.resolved = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.resolved);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.texture, 0);
    this.drawing = this.samples > 1 ? gl.createFramebuffer() : this.resolved;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.drawing);
    if (this.samples > 1) this.#attach(gl.RGBA8, gl.COLOR_ATTACHMENT0);
    this.#attach(gl.DEPTH_COMPONENT24, gl.DEPTH_ATTACHMENT);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  #attach(format: number, point: number): void {
    const gl = this.#gl;
    const buffer = gl.createRenderbuffer();
    this.#renderbuffers.push(buffer);
    gl.bindRenderbuffer(gl.RENDERBUFFER, buffer);
    const { width, height } = this.size;
    if (this.samples > 1)
      gl.renderbufferStorageMultisample(gl.RENDERBUFFER, this.samples, format, width, height);
    else gl.renderbufferStorage(gl.RENDERBUFFER, format, width, height);
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, point, gl.RENDERBUFFER, buffer);
    gl.bindRenderbuffer(gl.RENDERBUFFER, null);
  }

  /** Makes it the place of drawing, cleared to nothing. */
  begin(): void {
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.drawing);
    gl.viewport(0, 0, this.size.width, this.size.height);
    gl.depthMask(true);
    gl.colorMask(true, true, true, true);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  }

  /** Many samples become one. */
  resolve(): void {
    if (this.drawing === this.resolved) return;
    const gl = this.#gl;
    const { width, height } = this.size;
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, this.drawing);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, this.resolved);
    gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
  }

  dispose(): void {
    const gl = this.#gl;
    for (const buffer of this.#renderbuffers) gl.deleteRenderbuffer(buffer);
    if (this.drawing !== this.resolved) gl.deleteFramebuffer(this.drawing);
    gl.deleteFramebuffer(this.resolved);
    gl.deleteTexture(this.texture);
  }
}
