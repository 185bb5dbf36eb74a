/** The WebGL2 context, and what is behind it. */

export interface Drawing {
  /** What the graphics driver calls itself. */
  readonly renderer: string;
  /** The processor draws, for want of a graphics card that the browser trusts. */
  readonly software: boolean;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Throws where there is no WebGL2. Samples and depth belong to the engine's own target. */
export function openContext(canvas: HTMLCanvasElement | OffscreenCanvas): WebGL2RenderingContext {
  const gl = canvas.getContext('webgl2', {
    alpha: true,
    premultipliedAlpha: true,
    antialias: false,
    depth: false,
    stencil: false,
    preserveDrawingBuffer: false,
    powerPreference: 'low-power',
  });
  if (!gl) throw new Error('this browser has no WebGL2');
  return gl;
}

export function drawingOf(gl: WebGL2RenderingContext): Drawing {
  const named = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  return { renderer, software: SOFTWARE.test(renderer) };
}
