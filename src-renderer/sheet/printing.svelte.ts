import type { PrintTrouble, Sheet, SheetAnswer } from '../../src-main/contract/sheet.ts';

/** Making the sheet, and a printer that warms up, ms. */
const PATIENCE_MS = 90_000;

export type PrintState = 'none' | 'working' | 'done' | PrintTrouble;

/** The sheet that the visitor wants on paper. Nothing of it outlives the visit. */
export class Printing {
  #state = $state<PrintState>('none');
  #going: AbortController | undefined;

  get state(): PrintState {
    return this.#state;
  }

  /** What keeps the sheet from paper, if anything does. */
  get trouble(): PrintTrouble | undefined {
    const state = this.#state;
    return state === 'none' || state === 'working' || state === 'done' ? undefined : state;
  }

  /** Has a sheet printed. While one is on its way, nothing more happens. */
  async print(make: () => Promise<Sheet>): Promise<void> {
    if (this.#going) return;
    const going = (this.#going = new AbortController());
    this.#state = 'working';
    const state = await this.#send(make, going.signal);
    // The visit may be another by now.
    if (this.#going !== going) return;
    this.#going = undefined;
    this.#state = state;
  }

  /** What was said of the last sheet has been read. */
  readonly forget = (): void => {
    if (!this.#going) this.#state = 'none';
  };

  /** At the end of a visit: whatever is still held of it, here and in the kiosk, is let go. */
  readonly reset = (): void => {
    this.#state = 'none';
    if (!this.#going) return;
    this.#going.abort();
    this.#going = undefined;
    fetch('/sheet', { method: 'DELETE' }).catch(() => undefined);
  };

  async #send(make: () => Promise<Sheet>, signal: AbortSignal): Promise<PrintState> {
    try {
      const sheet = await make();
      if (signal.aborted) return 'none';
      const answer = await fetch('/sheet', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(sheet),
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
      });
      if (!answer.ok) return answer.status === 404 ? 'away' : 'view';
      return ((await answer.json()) as SheetAnswer).trouble ?? 'done';
    } catch {
      return 'view';
    }
  }
}
