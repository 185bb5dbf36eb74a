import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { SheetView } from '../contract/sheet.ts';
import type { PrintView } from './printers.ts';

/** A view that is not laid out by then never will be, ms. */
const LAID_OUT_WITHIN = 20_000;

/** A sheet on its way to paper. It is held in memory, and let go as soon as it is handed over or nobody wants it any more. */
export class HeldSheet {
  readonly view: PrintView;
  readonly #ticket = randomBytes(24).toString('base64url');
  readonly #gone = new AbortController();
  #content: SheetView | undefined;
  #ready!: () => void;
  readonly #callOff: () => void;

  constructor(content: Omit<SheetView, 'ready'>, clock: Clock) {
    const path = `/sheet/${this.#ticket}`;
    this.#content = { ...content, ready: `${path}/ready` };
    let late = (): void => undefined;
    const laidOut = new Promise<void>((resolve, reject) => {
      this.#ready = resolve;
      late = () => reject(new Error('The sheet was not laid out in time.'));
      this.#gone.signal.addEventListener('abort', () =>
        reject(new Error('The sheet is not wanted any more.')),
      );
    });
    // A host that never opens the view does not wait for it either.
    laidOut.catch(() => undefined);
    this.#callOff = clock.after(LAID_OUT_WITHIN, late);
    this.view = { path, paper: content.paper, laidOut, signal: this.#gone.signal };
  }

  /** What the view shows, for whoever has the ticket, once. */
  take(ticket: string): SheetView | undefined {
    if (ticket !== this.#ticket) return undefined;
    const content = this.#content;
    this.#content = undefined;
    return content;
  }

  /** @returns whether it was this sheet's ticket */
  ready(ticket: string): boolean {
    if (ticket !== this.#ticket) return false;
    this.#ready();
    return true;
  }

  /** Nothing of it is left here; whoever works on it stops. */
  letGo(): void {
    this.#callOff();
    this.#content = undefined;
    this.#gone.abort();
  }
}
