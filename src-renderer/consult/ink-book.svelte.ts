import {
  BLANK,
  cleared,
  drawnOn,
  redone,
  undone,
  withoutStroke,
  type Ink,
  type InkPage,
  type Stroke,
} from './ink.ts';

/** Ink of all pictures, each on a page of its own. Lives in memory alone. */
export class InkBook {
  ink = $state<Ink>('gold');
  #pages = $state.raw<Readonly<Record<string, InkPage>>>({});

  pageOf = (key: string): InkPage => this.#pages[key] ?? BLANK;

  /** Begins a stroke, which then grows. */
  begin(key: string): Stroke {
    const stroke: Stroke = { ink: this.ink, points: [] };
    this.#turn(key, drawnOn(this.pageOf(key), stroke));
    return stroke;
  }

  /** A hand lay on the glass. */
  takeBack(key: string, stroke: Stroke): void {
    this.#turn(key, withoutStroke(this.pageOf(key), stroke));
  }

  undo(key: string): void {
    this.#turn(key, undone(this.pageOf(key)));
  }

  redo(key: string): void {
    this.#turn(key, redone(this.pageOf(key)));
  }

  clear(key: string): void {
    this.#turn(key, cleared(this.pageOf(key)));
  }

  wipe(): void {
    this.#pages = {};
  }

  #turn(key: string, page: InkPage): void {
    this.#pages = { ...this.#pages, [key]: page };
  }
}
