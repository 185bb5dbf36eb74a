/** A stage that is drawn live: from one look to the next, as long as anything changes. */
import type { Diagram } from '../../../src-main/contract/api.ts';
import type { Clock } from '../../session/clock.ts';
import type { Drawable, PictureSize } from '../gl/atlas.ts';
import { project, viewProjection } from '../model/camera.ts';
import type { Eye, Look } from '../model/model.ts';
import { formWeights, poseJoints, posedLabel } from '../model/rig.ts';
import type { MotionPlayer } from '../motion.svelte.ts';
import type { Anchors } from '../parts.ts';
import { aimOf, lookBetween, lookOf, numbersNow, type Aim } from '../scene.ts';
import { travelMs } from '../sight.ts';
import { gridOf, type TouchGrid } from '../touch.ts';
import type { Engine, Holder } from './engine.ts';

/** Columns of the map of what lies under a finger. */
const TOUCH_COLUMNS = 128;

/** Size of a rough picture, as a share of a whole one. */
const ROUGH = 0.55;
/** Where the processor draws, a picture is fine once nothing has changed for so long, ms: what is touched next need not wait for it. */
const RESTS_MS = 300;

export interface ShowEvents {
  /** Where callouts will stand once the picture has arrived; told before it sets out. */
  readonly aimed: (anchors: Anchors) => void;
  /** Where the parts are now, on the way. */
  readonly moved: (anchors: Anchors) => void;
  /** The picture has arrived and stands still. */
  readonly settled: (anchors: Anchors) => void;
  /** The first picture of a diagram is there; `false`: nothing is there any more. */
  readonly there: (there: boolean) => void;
  readonly failed: (error: unknown) => void;
  /** Where the eye stands in the picture that was drawn just now. */
  readonly looked?: ((eye: Eye) => void) | undefined;
}

/** How the picture is to be drawn. */
export interface ShowOptions {
  /** Most pictures a second of a movement. */
  readonly cap: number;
  /** Most pictures a second while the eye travels or is led by a finger. */
  readonly touchedCap: number;
  /** Whether the way to another look may be travelled; else it is a cut. */
  readonly travel: boolean;
  /** Whether pictures that pass are as fine as those that stand. */
  readonly fine: boolean;
  /** A finger leads the eye: it follows at once. */
  readonly led: boolean;
  /** How long a picture takes to go when another diagram is shown, ms. */
  readonly fadeMs: number;
  /** Parts whose callouts are shown. */
  readonly parts: readonly string[];
}

/** Slow to leave, slow to arrive. */
const eased = (share: number): number => share * share * (3 - 2 * share);

export class Show implements Holder {
  readonly #engine: Engine;
  readonly #clock: Clock;
  readonly #on: ShowEvents;
  #options: ShowOptions = {
    cap: 30,
    touchedCap: 60,
    travel: false,
    fine: true,
    led: false,
    fadeMs: 0,
    parts: [],
  };
  #size = { width: 1, height: 1 };
  #aim: Aim | undefined;
  #player: MotionPlayer | undefined;
  #drawable: Drawable | undefined;
  #loaded: string | undefined;
  #from: Look | undefined;
  #since = 0;
  #lasts = 0;
  #drawn: Look | undefined;
  /** The look and the size of the picture on the canvas, and whether it is fine. */
  #held: { readonly key: string; readonly fine: boolean; readonly since: number } | undefined;
  #cancelFine = (): void => undefined;
  #cancelAnchors = (): void => undefined;
  #grid: TouchGrid | undefined;
  /** How far the callouts of the settled picture stand from where their parts would like them, px. */
  #offsets: Readonly<Record<string, readonly [number, number]>> = {};
  #there = false;
  readonly #host: HTMLElement;
  /** Of pictures beside each other: what was drawn is copied here. */
  readonly #copy = document.createElement('canvas');

  /** @param beside it stands beside the picture of another, which has the canvas */
  constructor(engine: Engine, clock: Clock, host: HTMLElement, on: ShowEvents, beside = false) {
    this.#engine = engine;
    this.#clock = clock;
    this.#on = on;
    this.#host = host;
    if (beside) engine.join(this);
    else engine.take(this);
  }

  /** The size of the picture, device px. */
  fit(width: number, height: number): void {
    if (this.#size.width === width && this.#size.height === height) return;
    this.#size = { width, height };
    this.#engine.frames.ask();
  }

  /** What the stage shows from now on. */
  want(aim: Aim, player: MotionPlayer | undefined, options: ShowOptions): void {
    const before = this.#aim;
    const played = this.#player;
    this.#options = options;
    this.#aim = aimOf(aim, player);
    this.#player = player;
    if (this.#loaded !== aim.diagram.id) void this.#load(aim.diagram);
    else if (this.#drawable) this.#setOut(before, played);
  }

  /** What lies under a finger on the picture that was drawn last. */
  touchGrid(): TouchGrid | undefined {
    if (!this.#drawable || !this.#drawn || this.#engine.lost) return undefined;
    if (this.#grid) return this.#grid;
    const rows = Math.round((TOUCH_COLUMNS * this.#size.height) / this.#size.width);
    this.#grid = gridOf(this.#engine.touchMap(this.#drawable, this.#drawn, this.#size, TOUCH_COLUMNS, rows));
    return this.#grid;
  }

  /** How long a picture takes, ms; nothing before there is one. */
  measure(): number | undefined {
    if (!this.#there || !this.#drawable || !this.#drawn) return undefined;
    return this.#engine.measure(this.#drawable, this.#drawn, this.#sizeOf(false));
  }

  /** Paints the picture as it stands into a box of another canvas. */
  paint(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
    if (!this.#drawable || !this.#drawn || this.#engine.lost) return;
    this.#engine.draw(this.#drawable, this.#drawn, this.#sizeOf(false));
    context.drawImage(this.#engine.canvas, x, y, width, height);
    this.#held = undefined;
    this.#engine.frames.ask();
  }

  close(): void {
    this.#aim = undefined;
    this.#letGo();
    this.#engine.leave(this);
  }

  draw(): boolean {
    const aim = this.#aim;
    if (!aim || !this.#drawable || this.#engine.lost) return false;
    const share = this.#lasts > 0 ? Math.min(1, (this.#clock.now() - this.#since) / this.#lasts) : 1;
    const target = lookOf(aim, numbersNow(aim, this.#player), this.#drawable.model.windows);
    const look = this.#from ? lookBetween(this.#from, target, eased(share)) : target;
    const moves = share < 1 || Boolean(this.#player?.playing);
    const isPassing = moves || this.#options.led;
    const isResting = this.#bring(look, isPassing);
    this.#on.looked?.(look.eye);
    if (share >= 1) this.#from = undefined;
    this.#engine.frames.cap = this.#capOf(share < 1 || this.#options.led);
    if (isPassing) this.#on.moved(this.#placesIn(look));
    else if (isResting) this.#settle(look);
    if (!this.#there) this.#on.there((this.#there = true));
    return moves;
  }

  /** Brings a look onto the canvas. @returns whether it is as fine as it will be */
  #bring(look: Look, isPassing: boolean): boolean {
    const now = this.#clock.now();
    const { shared, canvas } = this.#engine;
    const key = JSON.stringify([look, this.#size, shared]);
    const isNew = this.#held?.key !== key;
    const since = isNew || !this.#held ? now : this.#held.since;
    const rests = !isPassing && (!this.#there || now - since >= RESTS_MS);
    const fine = this.#options.fine || rests || (!isNew && !isPassing && Boolean(this.#held?.fine));
    this.#drawn = look;
    if (isNew) {
      this.#grid = undefined;
      this.#cancelAnchors();
    }
    if (isNew || fine !== this.#held?.fine) {
      this.#engine.draw(this.#drawable!, look, this.#sizeOf(!fine));
      const shown = shared ? this.#copy : canvas;
      if (shared) copyOf(canvas, this.#copy);
      if (this.#host.firstChild !== shown) this.#host.replaceChildren(shown);
    }
    this.#held = { key, fine, since };
    this.#cancelFine();
    if (!fine && !isPassing)
      this.#cancelFine = this.#clock.after(since + RESTS_MS - now, this.#engine.frames.ask);
    return fine;
  }

  /** Pictures that pass may be rough where the processor draws. */
  #sizeOf(isRough: boolean): PictureSize {
    if (!isRough) return { ...this.#size, antialias: true };
    const { width, height } = this.#size;
    return { width: Math.round(width * ROUGH), height: Math.round(height * ROUGH), antialias: false };
  }

  #capOf(isTouched: boolean): number {
    const { cap, touchedCap } = this.#options;
    return isTouched ? touchedCap : cap;
  }

  gone(): void {
    this.#vanish();
  }

  lost(): void {
    this.#vanish();
  }

  restored(): void {
    this.#engine.frames.ask();
  }

  /** The canvas holds nothing of it any more. */
  #letGo(): void {
    this.#held = undefined;
    this.#cancelFine();
    this.#cancelAnchors();
  }

  #vanish(): void {
    this.#letGo();
    this.#there = false;
    this.#on.there(false);
  }

  async #load(diagram: Diagram): Promise<void> {
    this.#loaded = diagram.id;
    this.#drawable = this.#from = this.#drawn = undefined;
    this.#letGo();
    const leaves = this.#there ? this.#faded() : undefined;
    if (this.#there) this.#vanish();
    try {
      const [drawable] = await Promise.all([this.#engine.model(diagram, this), leaves]);
      if (this.#loaded !== diagram.id || !this.#aim) return;
      this.#drawable = drawable;
      this.#setOut(undefined, undefined);
    } catch (error) {
      // One that was given up was not wanted any more, even if it is wanted again by now.
      if (this.#loaded !== diagram.id || (error as Error).name === 'AbortError') return;
      this.#loaded = undefined;
      this.#on.failed(error);
    }
  }

  /** The picture of another diagram has gone, so that no other takes its place under the visitor's eyes. */
  #faded(): Promise<void> {
    return new Promise((resolve) => this.#clock.after(this.#options.fadeMs, resolve));
  }

  /** From what is drawn now to what is wanted. */
  #setOut(before: Aim | undefined, played: MotionPlayer | undefined): void {
    const aim = this.#aim!;
    const player = this.#player;
    const { windows } = this.#drawable!.model;
    const now = this.#drawn;
    const target = lookOf(aim, numbersNow(aim, player), windows);
    const elsewhere =
      before?.pose !== aim.pose ||
      before.view !== aim.view ||
      before.eye !== aim.eye ||
      before.numbers !== aim.numbers ||
      Boolean(played?.begun) !== Boolean(player?.begun);
    if (now && elsewhere) {
      this.#from = now;
      this.#since = this.#clock.now();
      this.#lasts = this.#options.travel && !this.#options.led ? travelMs(now.eye, target.eye) : 0;
    }
    if (elsewhere && !player?.begun) this.#on.aimed(this.#placesIn(target, true));
    this.#engine.frames.cap = this.#capOf(this.#lasts > 0 || this.#options.led);
    this.#engine.frames.ask();
  }

  #settle(look: Look): void {
    const { parts } = this.#options;
    this.#cancelAnchors();
    this.#cancelAnchors = this.#engine.anchors(this.#drawable!, look, this.#size, parts, (anchors) => {
      const ideal = this.#project(look);
      this.#offsets = Object.fromEntries(
        Object.entries(anchors).map(([part, [x, y]]) => {
          const [idealX, idealY] = ideal[part] ?? [x, y];
          return [part, [x - idealX, y - idealY]];
        }),
      );
      this.#on.settled(this.#inPicture(anchors));
    });
  }

  /** Where the parts are, reckoned without looking whether the eye sees them there. */
  #placesIn(look: Look, anew = false): Anchors {
    const places = Object.entries(this.#project(look)).map(([part, [x, y]]): [string, Anchors[string]] => {
      const [dx, dy] = (anew ? undefined : this.#offsets[part]) ?? [0, 0];
      return [part, [x + dx, y + dy, 'seen']];
    });
    return this.#inPicture(Object.fromEntries(places));
  }

  /** Device px. */
  #project(look: Look): Record<string, [number, number]> {
    const { model } = this.#drawable!;
    const { width, height } = this.#size;
    const camera = viewProjection(look.eye, width / height);
    const joints = poseJoints(model, look.numbers.parameters);
    const weights = formWeights(model, look.numbers.parameters);
    return Object.fromEntries(
      this.#options.parts.flatMap((part) => {
        const point = posedLabel(model, joints, weights, part);
        if (!point) return [];
        const [x, y] = project(camera, point);
        return [[part, [x * width, y * height]]];
      }),
    );
  }

  /** From device px to the diagram's own. */
  #inPicture(anchors: Anchors): Anchors {
    const scale = this.#aim!.diagram.size[0] / this.#size.width;
    return Object.fromEntries(
      Object.entries(anchors).map(([part, [x, y, seen]]) => [part, [x * scale, y * scale, seen]]),
    );
  }
}

function copyOf(from: HTMLCanvasElement, to: HTMLCanvasElement): void {
  if (to.width !== from.width) to.width = from.width;
  if (to.height !== from.height) to.height = from.height;
  const context = to.getContext('2d');
  context?.clearRect(0, 0, to.width, to.height);
  context?.drawImage(from, 0, 0);
}
