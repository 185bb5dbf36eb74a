/**
 * Draws models: pixels, places for callouts, and what lies under a finger. Plain WebGL2: a fixed order of passes over a few
 * buffers and one uniform block need no scene graph, and a library's would have to be worked round for the block, the
 * resolved target and the loss of the context.
 */
import type { TouchMap } from '../../../src-main/contract/api.ts';
import { project } from '../model/camera.ts';
import type { Look, Model } from '../model/model.ts';
import { atRest, formWeights, isAtRest, posedLabel } from '../model/rig.ts';
import { findAnchors, type Anchor } from './anchors.ts';
import { releaseBatch, uploadBatch, type GpuBatch, type Reckoned } from './buffers.ts';
import { drawingOf, openContext, type Drawing } from './context.ts';
import { IdReading, idSize, readIds, type IdPicture } from './ids.ts';
import { reckon } from './look.ts';
import { ghostOf, idsOf, isBody, isLaid, stepsOf, type Step } from './passes.ts';
import { BLOCK_LENGTH } from './block.ts';
import { drawSteps, finish, type Edges } from './picture.ts';
import { Programs } from './programs.ts';
import { NO_SIGNAL, signalHead } from './shaders/common.ts';
import { Target, type Size } from './targets.ts';
import { partNear, touchMapOf } from './touch.ts';

export type { Anchor } from './anchors.ts';
export type { Drawing } from './context.ts';
export type { Size } from './targets.ts';

export interface PictureSize extends Size {
  readonly antialias: boolean;
}

/** A model that is ready to be drawn. */
export interface Drawable {
  readonly model: Model;
}

interface Loaded extends Drawable {
  batches: readonly GpuBatch[];
  /** Numbers of the parts that have a surface. */
  readonly bodies: ReadonlySet<number>;
}

/** What is drawn beside. */
export interface Asked {
  /** To be called until it says so, and not after. */
  readonly isThere: () => boolean;
  readonly letGo: () => void;
}

const SAMPLES = 4;
/** Of a working part, so much that it glows. */
const WORKS = 0.02;
/** Below this share of what a fade leaves, no callout is put. */
const FADED = 0.45;

export class Atlas {
  readonly drawing: Drawing;
  /** The context is gone: nothing can be drawn until it comes back. */
  onLost: (() => void) | undefined;
  /** It is back, and everything is loaded again. */
  onRestored: (() => void) | undefined;

  readonly #canvas: HTMLCanvasElement | OffscreenCanvas;
  readonly #gl: WebGL2RenderingContext;
  readonly #loaded = new Set<Loaded>();
  #programs: Programs;
  #block: WebGLBuffer | undefined;
  #picture: Target | undefined;
  #idTarget: Target | undefined;
  #ids: { readonly key: string; readonly of: Drawable; readonly picture: IdPicture } | undefined;

  /** Throws where there is no WebGL2. */
  constructor(canvas: HTMLCanvasElement | OffscreenCanvas) {
    this.#canvas = canvas;
    this.#gl = openContext(canvas);
    this.#programs = new Programs(this.#gl);
    this.drawing = drawingOf(this.#gl);
    canvas.addEventListener('webglcontextlost', this.#lost);
    canvas.addEventListener('webglcontextrestored', this.#restored);
  }

  get lost(): boolean {
    return this.#gl.isContextLost();
  }

  /** @param reckoned of its batches in their order, where that was made beside the page */
  load(model: Model, reckoned?: readonly Reckoned[]): Drawable {
    const batches = this.#upload(model, reckoned);
    const bodies = new Set(batches.flatMap((batch) => [...batch.parts]));
    const loaded: Loaded = { model, batches, bodies };
    this.#loaded.add(loaded);
    return loaded;
  }

  release(drawable: Drawable): void {
    const loaded = this.#known(drawable);
    this.#loaded.delete(loaded);
    for (const batch of loaded.batches) releaseBatch(this.#gl, batch);
    if (this.#ids?.of === drawable) this.#ids = undefined;
  }

  /** Draws onto the canvas, which takes on the size. Nothing happens while the context is lost. */
  draw(drawable: Drawable, look: Look, size: PictureSize): void {
    if (this.lost) return;
    const loaded = this.#known(drawable);
    const gl = this.#gl;
    if (this.#canvas.width !== size.width) this.#canvas.width = size.width;
    if (this.#canvas.height !== size.height) this.#canvas.height = size.height;
    const samples = size.antialias ? SAMPLES : 1;
    this.#picture = this.#target(this.#picture, size, samples);
    this.#setBlock(reckon(loaded.model, look, size).block);
    this.#picture.begin();
    drawSteps(gl, this.#programs, this.#stepsOf(loaded, look), this.#weights(loaded, look));
    if (look.ghost > 0 && !isAtRest(loaded.model, look.numbers)) this.#drawGhost(loaded, look, size);
    this.#picture.resolve();
    finish(gl, this.#programs, this.#picture, edgesOf(loaded.model));
  }

  /** Where callouts sit: x and y in pixels of `size`. Parts that have no place are left out. */
  anchors(drawable: Drawable, look: Look, size: Size, parts: readonly string[]): Record<string, Anchor> {
    const { model, bodies } = this.#known(drawable);
    const ids = this.#idPicture(drawable, look, size);
    if (!ids) return {};
    const { camera, joints } = reckon(model, look, size);
    const weights = formWeights(model, look.numbers.parameters);
    const requests = parts.map((id) => {
      const part = model.parts.indexOf(id) + 1;
      const point = posedLabel(model, joints, weights, id);
      return { id, part, bodiless: !bodies.has(part), ideal: point && project(camera, point) };
    });
    const [topGone, topFull, footFull, footGone] = edgesOf(model).rows;
    const rows = [topGone + (topFull - topGone) * FADED, footGone - (footGone - footFull) * FADED] as const;
    return findAnchors(ids, requests, rows, size.height / ids.height);
  }

  /**
   * Has drawn beside what `anchors` and `touchMap` look at, so that they need not wait for the machine. Until it is there it is asked
   * for again and again, before each repaint; who does not want it any more lets go of it.
   */
  ask(drawable: Drawable, look: Look, size: Size): Asked {
    const key = keyOf(look, size);
    const isAtHand = (): boolean => this.#ids?.of === drawable && this.#ids.key === key;
    if (this.lost || isAtHand()) return { isThere: () => true, letGo: () => undefined };
    const reading = new IdReading(this.#gl, this.#drawIds(drawable, look, size));
    return {
      isThere: () => {
        const picture = reading.take();
        if (picture) this.#ids = { key, of: drawable, picture };
        return picture !== undefined;
      },
      letGo: () => reading.dispose(),
    };
  }

  /** The part that a finger at x, y (pixels of `size`) means. */
  partAt(drawable: Drawable, look: Look, size: Size, x: number, y: number): string | undefined {
    const ids = this.#idPicture(drawable, look, size);
    if (!ids) return undefined;
    const scale = ids.height / size.height;
    return this.#known(drawable).model.parts[partNear(ids, Math.floor(x * scale), Math.floor(y * scale)) - 1];
  }

  /** A coarse map of what lies under a finger, for stills. */
  touchMap(drawable: Drawable, look: Look, size: Size, columns: number, rows: number): TouchMap {
    const ids = this.#idPicture(drawable, look, size);
    if (!ids) return { columns, rows, names: [], runs: [[-1, columns * rows]] };
    return touchMapOf(ids, this.#known(drawable).model.parts, columns, rows);
  }

  /** Frees everything that lives on the graphics side. */
  dispose(): void {
    for (const loaded of [...this.#loaded]) this.release(loaded);
    this.#picture?.dispose();
    this.#idTarget?.dispose();
    this.#picture = this.#idTarget = this.#ids = undefined;
    if (this.#block) this.#gl.deleteBuffer(this.#block);
    this.#block = undefined;
    this.#programs.dispose();
    this.#canvas.removeEventListener('webglcontextlost', this.#lost);
    this.#canvas.removeEventListener('webglcontextrestored', this.#restored);
  }

  readonly #lost = (event: Event): void => {
    event.preventDefault();
    this.onLost?.();
  };

  /** What the lost context held is gone with it: made again from the models. */
  readonly #restored = (): void => {
    this.#programs = new Programs(this.#gl);
    this.#block = this.#picture = this.#idTarget = this.#ids = undefined;
    for (const loaded of this.#loaded) loaded.batches = this.#upload(loaded.model);
    this.onRestored?.();
  };

  #known(drawable: Drawable): Loaded {
    const loaded = drawable as Loaded;
    if (!this.#loaded.has(loaded)) throw new Error('the model is not loaded, or was released');
    return loaded;
  }

  #upload(model: Model, reckoned?: readonly Reckoned[]): readonly GpuBatch[] {
    return model.batches.map((batch, index) => uploadBatch(this.#gl, batch, reckoned?.[index]));
  }

  #weights({ model }: Drawable, look: Look): readonly number[] {
    return formWeights(model, look.numbers.parameters);
  }

  #visible(loaded: Loaded, look: Look): GpuBatch[] {
    return loaded.batches.filter(
      ({ batch }) => batch.layer === undefined || !look.hidden.includes(batch.layer),
    );
  }

  #fade({ batch }: GpuBatch, look: Look): number {
    if (batch.appears === undefined) return 1;
    return Math.min(1, Math.max(0, look.numbers.parameters[batch.appears] ?? 0));
  }

  #signal({ batch }: GpuBatch, look: Look): number {
    return batch.signal === undefined ? NO_SIGNAL : signalHead(look.numbers.parameters[batch.signal] ?? 0);
  }

  #stepsOf(loaded: Loaded, look: Look): Step[] {
    const numbers = (parts: readonly string[]): Set<number> =>
      new Set(parts.map((part) => loaded.model.parts.indexOf(part) + 1).filter((part) => part > 0));
    const working = numbers(
      Object.entries(look.numbers.activation).flatMap(([part, how]) => (how > WORKS ? [part] : [])),
    );
    const chosen = numbers(look.selected === undefined ? [] : [look.selected]);
    return stepsOf(this.#visible(loaded, look), {
      works: (gpu) => holds(gpu, working),
      isChosen: (gpu) => holds(gpu, chosen),
      open: look.windows.some((how) => how > 0),
      covered: isCovered(loaded.model, look),
      contact: loaded.model.light.contact,
      hard: loaded.model.light.hard,
      aside: loaded.model.light.aside,
      falls: loaded.model.light.falls,
      fade: (gpu) => this.#fade(gpu, look),
      signal: (gpu) => this.#signal(gpu, look),
    });
  }

  /** The rim of the skin as it is at rest, behind what is drawn. */
  #drawGhost(loaded: Loaded, look: Look, size: Size): void {
    const rest: Look = { ...look, numbers: atRest(loaded.model, look.numbers) };
    this.#setBlock(reckon(loaded.model, rest, size).block);
    const skins = this.#visible(loaded, look).filter(
      (gpu) => gpu.batch.material === 'skin' && gpu.batch.appears === undefined && !isLaid(gpu),
    );
    const steps = skins.map((gpu) => ({ gpu, pass: ghostOf(gpu), fade: look.ghost }));
    drawSteps(this.#gl, this.#programs, steps, this.#weights(loaded, rest));
  }

  /** Kept until the look, the size or the model is another. */
  #idPicture(drawable: Drawable, look: Look, size: Size): IdPicture | undefined {
    if (this.lost) return undefined;
    const key = keyOf(look, size);
    if (this.#ids?.of === drawable && this.#ids.key === key) return this.#ids.picture;
    const picture = readIds(this.#gl, this.#drawIds(drawable, look, size));
    this.#ids = { key, of: drawable, picture };
    return picture;
  }

  #drawIds(drawable: Drawable, look: Look, size: Size): Target {
    const loaded = this.#known(drawable);
    const small = idSize(size);
    this.#idTarget = this.#target(this.#idTarget, small, 1);
    this.#setBlock(reckon(loaded.model, look, small).block);
    this.#idTarget.begin();
    const covered = isCovered(loaded.model, look);
    const steps = this.#visible(loaded, look)
      .filter((gpu) => this.#fade(gpu, look) > 0.5 && !(covered && isBody(gpu)))
      .sort((a, b) => Number(isLaid(a)) - Number(isLaid(b)))
      .map((gpu) => ({ gpu, pass: idsOf(gpu), fade: 1 }));
    drawSteps(this.#gl, this.#programs, steps, this.#weights(loaded, look));
    return this.#idTarget;
  }

  #target(old: Target | undefined, { width, height }: Size, samples: number): Target {
    if (old?.size.width === width && old.size.height === height && old.wanted === samples) return old;
    old?.dispose();
    return new Target(this.#gl, { width, height }, samples);
  }

  #setBlock(values: Float32Array): void {
    const gl = this.#gl;
    if (!this.#block) {
      this.#block = gl.createBuffer();
      gl.bindBuffer(gl.UNIFORM_BUFFER, this.#block);
      gl.bufferData(gl.UNIFORM_BUFFER, BLOCK_LENGTH * 4, gl.DYNAMIC_DRAW);
    }
    gl.bindBufferBase(gl.UNIFORM_BUFFER, 0, this.#block);
    gl.bufferSubData(gl.UNIFORM_BUFFER, 0, values);
  }
}

/** Of what an id picture shows: neither what is chosen nor a ghost is part of it. */
const keyOf = (look: Look, size: Size): string =>
  JSON.stringify([idSize(size), { ...look, selected: undefined, ghost: 0 }]);

/** Whether a batch draws one of these parts. */
function holds({ parts }: GpuBatch, wanted: ReadonlySet<number>): boolean {
  for (const part of wanted) if (parts.has(part)) return true;
  return false;
}

/** The skin has openings, and none stands open. */
const isCovered = ({ windows }: Model, look: Look): boolean =>
  windows.length > 0 && !look.windows.some((how) => how > 0.003);

/** Where the picture fades away; beyond its edges where it does not. */
function edgesOf({ fade: { top = [-2, -1], foot = [2, 3], sides = [-2, -1], ...fade } }: Model): Edges {
  const { left = sides, right = sides } = fade;
  return { rows: [...top, ...foot], sides: [...left, ...right] };
}
