import type { Clock } from '../clock.ts';
import { fault, type Fault } from '../faults.ts';
import { inTurn } from '../files/in-turn.ts';
import type { Host, PanelTurn } from '../host.ts';

/** A panel that wakes after the machine cannot be turned at first, ms. */
const AGAIN = 60_000;

export interface PanelTurnerOptions {
  readonly host: Pick<Host, 'turnPanel'>;
  readonly clock: Clock;
  /** Called when the faults may be others. */
  readonly onChange: () => void;
}

/** Keeps the picture turned as the settings say. What they do not say stays as the system has it. */
export class PanelTurner {
  readonly #options: PanelTurnerOptions;
  readonly #inTurn = inTurn();
  #wanted: PanelTurn | undefined;
  #turned: PanelTurn | undefined;
  #faults: readonly Fault[] = [];
  #callOff = (): void => undefined;

  constructor(options: PanelTurnerOptions) {
    this.#options = options;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** Turns the picture, if it is not turned so already. A setting that was taken back turns it upright. */
  turn(wanted: PanelTurn | undefined): Promise<void> {
    this.#wanted = wanted ?? (this.#wanted === undefined ? undefined : 0);
    return this.#inTurn(() => this.#follow());
  }

  close(): void {
    this.#callOff();
  }

  async #follow(): Promise<void> {
    const { host, clock, onChange } = this.#options;
    const degrees = this.#wanted;
    this.#callOff();
    if (degrees === undefined || degrees === this.#turned) return;
    const why = await host.turnPanel(degrees);
    const at = { folder: '', file: 'settings.json', path: 'panelTurn' };
    this.#faults = why === undefined ? [] : [fault('panel-not-turned', at, { why })];
    this.#turned = why === undefined ? degrees : undefined;
    if (why !== undefined) this.#callOff = clock.after(AGAIN, () => void this.#inTurn(() => this.#follow()));
    onChange();
  }
}
