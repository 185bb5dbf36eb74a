import type { Diagram, MeasuredDrawing, PageSettings, ServedShapes } from '../../src-main/contract/api.ts';
import type { Clock } from '../session/clock.ts';
import { classOf, drawingMode, isSoftware, type DrawingMode, type Machine } from './drawing-class.ts';
import type { Engine } from './live/engine.ts';
import type { Show, ShowEvents } from './live/show.ts';

/** The part of the page that draws live, fetched when it is needed first. */
export interface Live {
  readonly engine: Engine;
  /** @param beside it stands beside the picture of another */
  show(host: HTMLElement, on: ShowEvents, beside?: boolean): Show;
}

export interface DrawingOptions {
  readonly clock: Clock;
  readonly setting: () => PageSettings['drawing'];
  /** What was measured on this machine before. */
  readonly remembered: MeasuredDrawing | undefined;
  readonly report: (measured: MeasuredDrawing) => void;
  /** @throws KioskError */
  readonly shapes: (diagram: string) => Promise<ServedShapes>;
}

/** The contract's longest name. */
const LONGEST_NAME = 200;
/** After the first picture the page has other things to do; how long until it is measured, ms. */
const SETTLED_MS = 600;
/** Of each second, what drawing may take, ms. */
const SHARE_MS = 500;
/** Fewer pictures a second are no movement. */
const FEWEST = 4;

/** How this machine draws: what is known of it, and the engine once it is there. */
export class Drawing {
  readonly #options: DrawingOptions;
  #machine = $state.raw<Machine>();
  #live = $state.raw<Live>();
  #wanted = false;
  #started = false;
  #measured = false;

  constructor(options: DrawingOptions) {
    this.#options = options;
    // A machine that could not draw at all may have been mended: that is found out anew.
    const { remembered } = options;
    if (remembered && remembered.drawing !== 'none') this.#machine = remembered;
  }

  /** How pictures come about; nothing while that is not known yet. */
  get mode(): DrawingMode | undefined {
    const setting = this.#options.setting();
    if (setting === 'off') return setting;
    return this.#machine && drawingMode(setting, this.#machine);
  }

  /** Most pictures a second that leave the machine time for other things. */
  get most(): number {
    return this.#machine?.frameMs ? Math.max(FEWEST, SHARE_MS / this.#machine.frameMs) : Infinity;
  }

  /** The engine, once it was wanted and is there. */
  get live(): Live | undefined {
    return this.#live;
  }

  /** The first screen can be touched: from now on the engine may be fetched. */
  start(): void {
    this.#started = true;
    if (this.#wanted) void this.#open();
  }

  /** A picture is to be drawn live, or it has to be found out whether it can be. */
  want(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    if (this.#started) void this.#open();
  }

  /**
   * Makes the models of diagrams that may be shown next, one after the other, once the picture of now is there. Only on
   * machines that draw with ease: where the processor draws, it has enough to do. Returns the way to call it off.
   */
  prepare(diagrams: readonly string[], get: (id: string) => Promise<Diagram>): () => void {
    const hasEase = this.mode === 'live' && this.#machine && classOf(this.#machine) === 'live';
    const engine = hasEase ? this.#live?.engine : undefined;
    let isCalledOff = false;
    const one = async (id: string): Promise<void> => {
      const diagram = await get(id).catch(() => undefined);
      if (diagram?.drawn && !isCalledOff) await engine?.prepare(diagram);
    };
    const all = async (): Promise<void> => {
      const each = diagrams.filter((id, index) => diagrams.indexOf(id) === index);
      for (const id of each) if (!isCalledOff) await one(id);
    };
    const cancel = engine ? this.#options.clock.after(SETTLED_MS, () => void all()) : undefined;
    return () => {
      isCalledOff = true;
      cancel?.();
    };
  }

  /** The first live picture is there: measures how long it takes, unless that is known of this machine. */
  first(show: Show): void {
    const machine = this.#machine;
    if (this.#measured || !machine?.renderer) return;
    this.#measured = true;
    const { renderer } = machine;
    const { clock, remembered } = this.#options;
    if (remembered?.renderer === renderer && remembered.frameMs > 0) return;
    clock.after(SETTLED_MS, () => {
      const frameMs = show.measure();
      this.#measured = frameMs !== undefined;
      if (frameMs === undefined) return;
      this.#machine = { renderer, frameMs };
      this.#tell(renderer, frameMs);
    });
  }

  /** @param frameMs 0: not measured yet */
  #tell(renderer: string, frameMs: number): void {
    this.#options.report({
      renderer: renderer.slice(0, LONGEST_NAME),
      drawing: classOf({ renderer, frameMs }),
      frameMs: Math.round(frameMs * 10) / 10,
    });
  }

  async #open(): Promise<void> {
    const { clock, shapes, remembered, report } = this.#options;
    try {
      const { openLive } = await import('./live/live.ts');
      const live = openLive(clock, shapes);
      const { renderer } = live.engine;
      if (this.#machine?.renderer !== renderer) this.#machine = { renderer, frameMs: undefined };
      this.#live = live;
      // Told by its name: it need not be found out at every start.
      if (isSoftware(renderer) && remembered?.renderer !== renderer) this.#tell(renderer, 0);
    } catch (error) {
      console.warn(error);
      this.#machine = { renderer: undefined, frameMs: undefined };
      if (remembered?.drawing !== 'none') report({ renderer: '', drawing: 'none', frameMs: 0 });
    }
  }
}
