/** Programs: compiled when first needed, one for each pair of stages and set of defines, shared by all diagrams. */

export class Program {
  readonly handle: WebGLProgram;
  readonly #gl: WebGL2RenderingContext;
  readonly #places = new Map<string, WebGLUniformLocation | null>();

  constructor(gl: WebGL2RenderingContext, vertex: string, fragment: string) {
    this.#gl = gl;
    const shaders = [compile(gl, gl.VERTEX_SHADER, vertex), compile(gl, gl.FRAGMENT_SHADER, fragment)];
    this.handle = gl.createProgram();
    for (const shader of shaders) gl.attachShader(this.handle, shader);
    gl.linkProgram(this.handle);
    if (!gl.getProgramParameter(this.handle, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new Error(
        `program: ${gl.getProgramInfoLog(this.handle) ?? ''}${shaders.map((s) => gl.getShaderInfoLog(s) ?? '').join('')}`,
      );
    }
    for (const shader of shaders) gl.deleteShader(shader);
    const block = gl.getUniformBlockIndex(this.handle, 'Picture');
    if (block !== gl.INVALID_INDEX) gl.uniformBlockBinding(this.handle, block, 0);
  }

  place(name: string): WebGLUniformLocation | null {
    let place = this.#places.get(name);
    if (place === undefined) this.#places.set(name, (place = this.#gl.getUniformLocation(this.handle, name)));
    return place;
  }
}

function compile(gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind);
  if (!shader) throw new Error('no shader: the context is lost');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

export interface Stages {
  readonly vertex: string;
  readonly fragment: string;
}

export class Programs {
  readonly #gl: WebGL2RenderingContext;
  readonly #known = new Map<string, Program>();

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
  }

  /** `{defines}` in the stages becomes a `#define` for each name. */
  get(name: string, stages: Stages, defines: readonly string[] = []): Program {
    const key = [name, ...defines].join(' ');
    let program = this.#known.get(key);
    if (!program) {
      const lines = defines.map((define) => `#define ${define}\n`).join('');
      const source = (text: string): string => text.replace('{defines}', lines);
      program = new Program(this.#gl, source(stages.vertex), source(stages.fragment));
      this.#known.set(key, program);
    }
    return program;
  }

  dispose(): void {
    for (const { handle } of this.#known.values()) this.#gl.deleteProgram(handle);
    this.#known.clear();
  }
}
