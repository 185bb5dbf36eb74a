/** The page's one drawing engine: one canvas, one WebGL context, the models of the diagrams that were shown last. */
import type { Diagram, ServedShapes } from '../../../src-main/contract/api.ts';
import type { Clock } from '../../session/clock.ts';
import { median } from '../drawing-class.ts';
import { Atlas, type Anchor, type Drawable, type PictureSize, type Size } from '../gl/atlas.ts';
import type { Look } from '../model/model.ts';
import { buildBeside, type BuildRequest, type Built } from './build.ts';
import { Frames, type NextRepaint } from './frames.ts';

/** So many models are kept: the one that is shown, the one before, to which a visitor may return, and two to come. */
const KEPT = 4;
/** How long models are kept while nothing is shown, ms. */
const REST_MS = 20_000;

/** Pictures that are measured, at most; and for how long, ms. */
const SAMPLES = 5;
const PATIENCE_MS = 250;

/** Whoever has the canvas now. */
export interface Holder {
  /** Draws, unless its picture is there already; `true` when the next one will differ. */
  draw(): boolean;
  /** Another has taken the canvas. */
  gone(): void;
  /** The context was lost. */
  lost(): void;
  /** It is back, and everything can be drawn again. */
  restored(): void;
}

export interface EngineOptions {
  readonly clock: Clock;
  readonly repaint: NextRepaint;
  /** @throws KioskError */
  readonly shapes: (diagram: string) => Promise<ServedShapes>;
  readonly build?: (request: BuildRequest, signal: AbortSignal) => Promise<Built>;
}

interface Kept {
  readonly id: string;
  readonly drawable: Promise<Drawable>;
  /** Ends its making, once nobody waits for it any more; nothing where it is made, or made ahead. */
  giveUp: (() => void) | undefined;
}

export class Engine {
  readonly canvas = document.createElement('canvas');
  readonly frames: Frames;
  readonly #atlas: Atlas;
  readonly #options: EngineOptions;
  /** Those that were wanted last stand last. */
  #models: Kept[] = [];
  /** The diagrams whose models were asked for to be shown, by whom. */
  readonly #wanted = new Map<Holder | undefined, string>();
  #holder: Holder | undefined;
  /** They draw on the canvas too: each takes a copy of its picture away, and so does the holder. */
  readonly #guests = new Set<Holder>();
  #cancelRest = (): void => {};

  /** @throws where there is no WebGL 2 */
  constructor(options: EngineOptions) {
    this.#options = options;
    this.#atlas = new Atlas(this.canvas);
    this.frames = new Frames(options.clock, options.repaint, () => this.#draw());
    this.#atlas.onLost = () => {
      this.frames.stop();
      for (const each of this.#all()) each.lost();
    };
    this.#atlas.onRestored = () => {
      for (const each of this.#all()) each.restored();
    };
    document.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  /** What the graphics driver calls itself. */
  get renderer(): string {
    return this.#atlas.drawing.renderer;
  }

  get lost(): boolean {
    return this.#atlas.lost;
  }

  /** More than one draws on the canvas: no picture stays there. */
  get shared(): boolean {
    return this.#guests.size > 0;
  }

  /** Takes the canvas, from whoever has it. */
  take(holder: Holder): void {
    this.#cancelRest();
    const before = this.#holder;
    this.#holder = holder;
    this.frames.stop();
    if (before !== holder) before?.gone();
  }

  /** A second picture beside that of the holder, as of two that are compared. */
  join(guest: Holder): void {
    this.#guests.add(guest);
  }

  /** Gives the canvas back; without a holder, models are let go after a while. */
  leave(holder: Holder): void {
    this.#wanted.delete(holder);
    this.#giveUp();
    this.#guests.delete(holder);
    if (this.#holder !== holder) {
      this.frames.ask();
      return;
    }
    this.#holder = undefined;
    this.frames.stop();
    this.canvas.remove();
    this.#cancelRest = this.#options.clock.after(REST_MS, () => this.#keep(0));
  }

  /**
   * A diagram's model, ready to be drawn, for a picture that is to be shown now. One that is being made for a picture that the holder
   * wanted before, and that no other wants, is given up: where processors are few, both would take twice as long.
   */
  model(diagram: Diagram, holder?: Holder): Promise<Drawable> {
    this.#wanted.set(holder, diagram.id);
    this.#giveUp();
    return this.#model(diagram).drawable;
  }

  /** Makes the model of a diagram that may be shown next. What is wrong with it is told when it is shown. */
  async prepare(diagram: Diagram): Promise<void> {
    const kept = this.#model(diagram);
    kept.giveUp = undefined;
    await kept.drawable.catch(() => undefined);
  }

  #model({ id, parts }: Diagram): Kept {
    const known = this.#models.find((kept) => kept.id === id);
    const kept = known ?? this.#begin(id, parts);
    this.#models = [...this.#models.filter((other) => other !== kept), kept];
    this.#keep(KEPT);
    return kept;
  }

  #begin(id: string, parts: Diagram['parts']): Kept {
    const making = new AbortController();
    const kept: Kept = { id, drawable: this.#load(id, parts, making.signal), giveUp: () => making.abort() };
    kept.drawable.then(
      () => (kept.giveUp = undefined),
      () => (this.#models = this.#models.filter((other) => other !== kept)),
    );
    return kept;
  }

  #giveUp(): void {
    const wanted = new Set(this.#wanted.values());
    const idle = this.#models.filter(({ id, giveUp }) => giveUp && !wanted.has(id));
    this.#models = this.#models.filter((kept) => !idle.includes(kept));
    for (const { giveUp } of idle) giveUp?.();
  }

  #all(): readonly Holder[] {
    return [...this.#guests, ...(this.#holder ? [this.#holder] : [])];
  }

  #draw(): boolean {
    return this.#all()
      .map((each) => each.draw())
      .some(Boolean);
  }

  draw(drawable: Drawable, look: Look, size: PictureSize): void {
    this.#atlas.draw(drawable, look, size);
  }

  /**
   * As the atlas has it: places of callouts as the eye sees them. They are told once the machine has drawn what they are read from:
   * where the processor draws, nothing stands still for that long.
   * @returns the way to call it off
   */
  anchors(
    drawable: Drawable,
    look: Look,
    size: Size,
    parts: readonly string[],
    tell: (anchors: Record<string, Anchor>) => void,
  ): () => void {
    const asked = this.#atlas.ask(drawable, look, size);
    let callOff = asked.letGo;
    const listen = (): void => {
      if (asked.isThere()) {
        callOff = () => undefined;
        tell(this.#atlas.anchors(drawable, look, size, parts));
        return;
      }
      const cancel = this.#options.repaint(listen);
      callOff = () => {
        cancel();
        asked.letGo();
      };
    };
    listen();
    return () => callOff();
  }

  touchMap = (...args: Parameters<Atlas['touchMap']>): ReturnType<Atlas['touchMap']> =>
    this.#atlas.touchMap(...args);

  /** How long a picture takes, ms: the median of a few. */
  measure(drawable: Drawable, look: Look, size: PictureSize): number {
    const { clock } = this.#options;
    const began = clock.now();
    const took: number[] = [];
    const context = this.canvas.getContext('webgl2');
    while (took.length < SAMPLES && (took.length === 0 || clock.now() - began < PATIENCE_MS)) {
      const from = clock.now();
      this.#atlas.draw(drawable, look, size);
      // Waits until the picture is there.
      context?.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4));
      took.push(clock.now() - from);
    }
    return median(took);
  }

  /** Frees everything that lives on the graphics side. */
  dispose(): void {
    this.#cancelRest();
    this.frames.stop();
    this.#holder?.gone();
    this.#holder = undefined;
    this.#models = [];
    document.removeEventListener('visibilitychange', this.#look);
    this.#atlas.dispose();
    this.canvas.remove();
  }

  async #load(id: string, parts: Diagram['parts'], signal: AbortSignal): Promise<Drawable> {
    const shapes = await this.#options.shapes(id);
    signal.throwIfAborted();
    const { model, reckoned } = await (this.#options.build ?? buildBeside)({ shapes, parts }, signal);
    signal.throwIfAborted();
    return this.#atlas.load(model, reckoned);
  }

  /** Lets go of all models but the last few and, while there is a picture, the one that is shown. */
  #keep(count: number): void {
    const wanted = new Set(this.#wanted.values());
    const isShown = ({ id }: Kept): boolean => count > 0 && wanted.has(id);
    const gone = this.#models
      .filter((kept) => !isShown(kept))
      .slice(0, Math.max(0, this.#models.length - count));
    this.#models = this.#models.filter((kept) => !gone.includes(kept));
    for (const { drawable } of gone) {
      drawable.then(
        (ready) => this.#atlas.release(ready),
        () => undefined,
      );
    }
  }

  readonly #look = (): void => {
    this.frames.hidden = document.visibilityState === 'hidden';
  };
}
