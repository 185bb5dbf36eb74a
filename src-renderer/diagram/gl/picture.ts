/** Draws the steps of a picture into a target, and the finished picture onto the canvas. */
import type { GpuBatch } from './buffers.ts';
import type { Pass, Step, Uniforms } from './passes.ts';
import type { Program, Programs } from './programs.ts';
import { NO_SIGNAL } from './shaders/common.ts';
import { FINISH_FRAGMENT, FINISH_VERTEX } from './shaders/finish.ts';
import type { Target } from './targets.ts';

/** How much of each form of the model is taken on. */
export type Weights = readonly number[];

export function drawSteps(
  gl: WebGL2RenderingContext,
  programs: Programs,
  steps: readonly Step[],
  weights: Weights,
): void {
  gl.enable(gl.DEPTH_TEST);
  gl.depthFunc(gl.LEQUAL);
  gl.frontFace(gl.CCW);
  for (const { gpu, pass, fade, signal = NO_SIGNAL, depthOnly = false } of steps) {
    const program = begin(gl, programs, gpu, pass);
    gl.depthMask((!pass.blend && !pass.layered) || depthOnly);
    gl.colorMask(!depthOnly, !depthOnly, !depthOnly, !depthOnly);
    setUniforms(gl, program, { ...pass.uniforms, uFade: fade, uSignal: signal });
    setForms(gl, program, gpu, weights);
    gl.bindVertexArray(gpu.vertices);
    const { first, count } = gpu.ranges[pass.range ?? 'all'];
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * 4);
  }
  gl.bindVertexArray(null);
  gl.colorMask(true, true, true, true);
  gl.depthMask(true);
  gl.disable(gl.BLEND);
  gl.disable(gl.CULL_FACE);
}

function begin(gl: WebGL2RenderingContext, programs: Programs, gpu: GpuBatch, pass: Pass): Program {
  const defines = [...(pass.defines ?? []), ...(gpu.texture ? ['FORMS'] : [])];
  const program = programs.get(pass.name, pass.stages, defines);
  gl.useProgram(program.handle);
  if (pass.cull === 'none') gl.disable(gl.CULL_FACE);
  else {
    gl.enable(gl.CULL_FACE);
    gl.cullFace(pass.cull === 'back' ? gl.BACK : gl.FRONT);
  }
  if (!pass.blend) gl.disable(gl.BLEND);
  else gl.enable(gl.BLEND);
  if (pass.blend === 'over') gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  else if (pass.blend === 'under') gl.blendFunc(gl.ONE_MINUS_DST_ALPHA, gl.ONE);
  else if (pass.blend === 'onto') {
    gl.blendFuncSeparate(gl.DST_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ZERO, gl.ONE);
  } else if (pass.blend === 'shadow') {
    gl.blendFuncSeparate(gl.ONE, gl.ONE_MINUS_SRC_ALPHA, gl.ZERO, gl.ONE);
  }
  return program;
}

/** Whole numbers of the shaders; all others are floats. */
const WHOLE = new Set(['uKind', 'uStops']);

function setUniforms(gl: WebGL2RenderingContext, program: Program, uniforms: Uniforms): void {
  for (const [name, value] of Object.entries(uniforms)) {
    const place = program.place(name);
    if (!place) continue;
    if (typeof value !== 'number') {
      if (value.length === 3) gl.uniform3fv(place, value);
      else gl.uniform4fv(place, value);
    } else if (WHOLE.has(name)) gl.uniform1i(place, value);
    else gl.uniform1f(place, value);
  }
}

/** Only forms that are at work cost anything. */
function setForms(gl: WebGL2RenderingContext, program: Program, gpu: GpuBatch, weights: Weights): void {
  if (!gpu.texture) return;
  const work = gpu.forms.flatMap((form, slot) =>
    (weights[form] ?? 0) > 0 ? [slot, weights[form] ?? 0] : [],
  );
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, gpu.texture);
  gl.uniform1i(program.place('uForms'), 0);
  gl.uniform1i(program.place('uFormSlots'), gpu.forms.length);
  gl.uniform1i(program.place('uFormCount'), work.length / 2);
  if (work.length) gl.uniform2fv(program.place('uFormWork'), work);
}

/** Where a picture fades away, as shares of its height and of its width from the left and from the right. */
export interface Edges {
  readonly rows: readonly [topGone: number, topFull: number, footFull: number, footGone: number];
  readonly sides: readonly [leftGone: number, leftFull: number, rightGone: number, rightFull: number];
}

/** The finished picture onto the canvas, sinking away at its edges. */
export function finish(gl: WebGL2RenderingContext, programs: Programs, target: Target, edges: Edges): void {
  const program = programs.get('finish', { vertex: FINISH_VERTEX, fragment: FINISH_FRAGMENT });
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.viewport(0, 0, target.size.width, target.size.height);
  gl.useProgram(program.handle);
  gl.disable(gl.DEPTH_TEST);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, target.texture);
  gl.uniform1i(program.place('uPicture'), 0);
  gl.uniform4fv(program.place('uEdges'), edges.rows);
  gl.uniform4fv(program.place('uSides'), edges.sides);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
  gl.bindTexture(gl.TEXTURE_2D, null);
}
