import { fault, type Fault } from '../faults.ts';
import type { Host, PanelTurn } from '../host.ts';

/** Keeps the picture turned as the settings say. What they do not say stays as the system has it. */
export class PanelTurner {
  readonly #host: Pick<Host, 'turnPanel'>;
  readonly #onChange: () => void;
  #turned: PanelTurn | undefined;
  #faults: readonly Fault[] = [];

  constructor(host: Pick<Host, 'turnPanel'>, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** Turns the picture, if it is not turned so already. A setting that was taken back turns it upright. */
  async turn(wanted: PanelTurn | undefined): Promise<void> {
    const degrees = wanted ?? (this.#turned === undefined ? undefined : 0);
    if (degrees === this.#turned || degrees === undefined) return;
    this.#turned = degrees;
    const why = await this.#host.turnPanel(degrees);
    const at = { folder: '', file: 'settings.json', path: 'panelTurn' };
    this.#faults = why === undefined ? [] : [fault('panel-not-turned', at, { why })];
    this.#onChange();
  }
}
