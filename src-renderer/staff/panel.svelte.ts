import { KioskError } from '../kiosk/client.ts';
import { StaffError, type StaffClient } from '../kiosk/staff-client.ts';
import type { Clock } from '../session/clock.ts';
import type { FaultState, StaffPanel as PanelData } from '../../src-main/contract/staff.ts';
import type { StaffFile, StaffSettingName } from '../../src-main/contract/settings.ts';

/** A panel that nobody touches closes itself after this long, ms: as long as the kiosk keeps the pass. */
export const UNTOUCHED_MS = 5 * 60_000;
/** While it is touched, the kiosk hears of it at least so often, ms, so that it keeps the pass. */
const KEEP_MS = 60_000;
/** From so long before it closes itself, s, the panel says so. */
const WARN_SECONDS = 60;

/** Settings that the panel may change; `null` sets one back to what stands without it. */
export type Change = {
  -readonly [Name in Exclude<StaffSettingName, 'clinicLogo'>]?: StaffFile[Name] | null;
};
type Name = keyof Change;

/** Where a refusal is shown: at a setting's control, or at an action's. */
export type At = StaffSettingName | 'packs' | 'logs' | 'print' | 'machine';

/** The staff panel: what the kiosk says of itself, changes on their way to it, and what it has refused. */
export class Panel {
  data: PanelData;
  /** Key of what is announced, and how often something was, so that the same is announced again. */
  said = $state.raw<{ key: string; times: number }>({ key: '', times: 0 });
  /** Refusals by control; empty: the kiosk gave no reason. */
  refused = $state.raw<Partial<Record<At, readonly FaultState[]>>>({});
  busy = $state(false);
  /** The PIN pad stands over the panel. */
  changingPin = $state(false);
  #draft = $state.raw<Change>({});
  #sending = false;
  #heard: number;
  #cancelLeave = (): void => {};
  #cancelTick = (): void => {};
  #now = $state(0);
  #touched = $state(0);
  /** When the kiosk last said what time it is, on the page's clock. */
  #told: number;
  readonly #client: StaffClient;
  readonly #clock: Clock;
  readonly #onleft: () => void;

  constructor(data: PanelData, client: StaffClient, clock: Clock, onleft: () => void) {
    this.data = $state.raw(data);
    this.#client = client;
    this.#clock = clock;
    this.#onleft = onleft;
    this.#heard = this.#told = clock.now();
    this.touch();
    this.#tick();
  }

  /** Whole seconds until the panel closes itself, in its last minute. */
  get closesIn(): number | undefined {
    const left = Math.ceil((this.#touched + UNTOUCHED_MS - this.#now) / 1000);
    return left <= WARN_SECONDS ? Math.max(0, left) : undefined;
  }

  /** What the kiosk's clock shows, an instant in ms. */
  get time(): number {
    return Date.parse(this.data.health.now) + this.#now - this.#told;
  }

  /** The settings as the panel shows them: those in force, and over them what is on its way. */
  get settings(): StaffFile {
    const entries = Object.entries({ ...this.data.settings, ...this.#draft });
    return Object.fromEntries(entries.filter(([, value]) => value !== null));
  }

  isLocked(name: StaffSettingName): boolean {
    return this.data.locked.includes(name);
  }

  /** Saves at once. Changes made while one is on its way follow it together. */
  change(change: Change): void {
    this.#draft = { ...this.#draft, ...change };
    this.#clear(...(Object.keys(change) as Name[]));
    if (!this.#sending) void this.#send();
  }

  /** Does what answers with the panel's new state. */
  async act(at: At, action: (client: StaffClient) => Promise<PanelData | void>, said: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.#clear(at);
    try {
      const data = await action(this.#client);
      if (data) this.#take(data);
      this.#say(said);
    } catch (error) {
      this.#refuse([at], error);
    } finally {
      this.#heard = this.#clock.now();
      this.busy = false;
    }
  }

  /** Asks the kiosk how it is. */
  async refresh(): Promise<void> {
    this.#heard = this.#clock.now();
    const data = await this.#client.panel().catch(() => undefined);
    if (data && !this.#sending) this.#take(data);
  }

  /** What was said was of another section. */
  hush(): void {
    this.#say('');
  }

  pinChanged(): void {
    this.changingPin = false;
    this.#say('staff.service.pinChanged');
  }

  /** Any touch or key. */
  readonly touch = (): void => {
    this.#touched = this.#now = this.#clock.now();
    this.#cancelLeave();
    this.#cancelLeave = this.#clock.after(UNTOUCHED_MS, this.#onleft);
    if (this.#clock.now() - this.#heard > KEEP_MS) void this.refresh();
  };

  stop(): void {
    this.#cancelLeave();
    this.#cancelTick();
  }

  #tick(): void {
    this.#now = this.#clock.now();
    this.#cancelTick = this.#clock.after(1000, () => this.#tick());
  }

  #take(data: PanelData): void {
    this.data = data;
    this.#told = this.#now = this.#clock.now();
  }

  async #send(): Promise<void> {
    this.#sending = true;
    while (Object.keys(this.#draft).length > 0) {
      const sent = this.#draft;
      this.#heard = this.#clock.now();
      try {
        this.#take(await this.#client.change(sent));
        this.#say('staff.saved');
      } catch (error) {
        this.#refuse(Object.keys(sent) as Name[], error);
      }
      const rest = Object.entries(this.#draft).filter(([name, value]) => value !== sent[name as Name]);
      this.#draft = Object.fromEntries(rest);
    }
    this.#sending = false;
  }

  #say(key: string): void {
    this.said = { key, times: this.said.times + 1 };
  }

  #refuse(names: readonly At[], error: unknown): void {
    if (error instanceof KioskError && error.kind === 'staff-only') return;
    const reasons = error instanceof StaffError ? error.faults : [];
    this.refused = { ...this.refused, ...Object.fromEntries(names.map((name) => [name, reasons])) };
    // The control itself says so.
    this.#say('');
  }

  #clear(...names: At[]): void {
    this.refused = Object.fromEntries(
      Object.entries(this.refused).filter(([name]) => !names.includes(name as At)),
    );
  }
}
