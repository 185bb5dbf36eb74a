import type { ErrorAnswer } from '../../src-main/contract/api.ts';
import type {
  FaultState,
  LogExport,
  StaffChange,
  StaffDoor,
  StaffPanel,
  StaffPass,
} from '../../src-main/contract/staff.ts';
import { KioskError } from './client.ts';

/** How long the kiosk is waited for, ms; a look for packs reads drives. */
const PATIENCE_MS = 60_000;

/** What stands beside the error of a refusal. */
interface Beside {
  readonly door?: StaffDoor;
  readonly faults?: readonly FaultState[];
}

/** An answer of the kiosk to staff that is not the thing asked for. */
export class StaffError extends KioskError {
  /** The way in as it stands now, where a PIN was refused. */
  readonly door: StaffDoor | undefined;
  /** Why something was refused, in words for staff. */
  readonly faults: readonly FaultState[];

  constructor(status: number, { error, door, faults = [] }: Partial<ErrorAnswer> & Beside) {
    super(error?.name ?? 'unknown', error?.what ?? `The kiosk answered ${status}.`);
    this.door = door;
    this.faults = faults;
  }
}

/** The kiosk as staff speak to it. The pass is kept here alone, in memory, and dies with the panel. */
export class StaffClient {
  #pass: string | undefined;
  /** What is on its way. */
  readonly #asked = new Set<Promise<unknown>>();
  /** Called when the kiosk no longer takes the pass. */
  readonly #onvoid: () => void;

  constructor(onvoid: () => void) {
    this.#onvoid = onvoid;
  }

  door = (): Promise<StaffDoor> => this.#ask('GET', '/staff');

  /** @throws StaffError with `door` */
  enter = (pin: string): Promise<void> => this.#take('/staff/enter', pin);
  firstPin = (pin: string): Promise<void> => this.#take('/staff/first-pin', pin);

  changePin = (before: string, pin: string): Promise<void> =>
    this.#ask('POST', '/staff/pin', { before, pin });
  panel = (): Promise<StaffPanel> => this.#ask('GET', '/staff/panel');
  /** @throws StaffError with `faults` */
  change = (change: Partial<StaffChange>): Promise<StaffPanel> =>
    this.#ask('PATCH', '/staff/settings', change);
  logo = (file: string | null): Promise<StaffPanel> => this.#ask('POST', '/staff/logo', { file });
  look = (): Promise<StaffPanel> => this.#ask('POST', '/staff/packs/look');
  rollBack = (name: string): Promise<StaffPanel> => this.#ask('POST', '/staff/packs/rollback', { name });
  printTest = (): Promise<StaffPanel> => this.#ask('POST', '/staff/print-test');
  exportLogs = (): Promise<LogExport> => this.#ask('POST', '/staff/logs/export');
  restart = (): Promise<void> => this.#end('/staff/restart');
  leave = (): Promise<void> => this.#end('/staff/leave');

  /**
   * Gives the pass back when all that is on its way has been answered, so that no change is lost. The kiosk ends the pass
   * by itself where it does not hear.
   */
  async close(): Promise<void> {
    const pass = this.#pass;
    while (this.#asked.size > 0) await Promise.allSettled(this.#asked);
    // Staff may have come in anew meanwhile.
    if (!pass || this.#pass !== pass) return;
    const closed = this.#ask('POST', '/staff/close').catch(() => undefined);
    this.#pass = undefined;
    await closed;
  }

  async #end(path: string): Promise<void> {
    await this.#ask('POST', path);
    this.#pass = undefined;
  }

  async #take(path: string, pin: string): Promise<void> {
    this.#pass = (await this.#ask<StaffPass>('POST', path, { pin })).pass;
  }

  #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = this.#answer<T>(method, path, body);
    const over = (): void => void this.#asked.delete(answer);
    this.#asked.add(answer);
    answer.then(over, over);
    return answer;
  }

  async #answer<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(path, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(this.#pass && { Authorization: `Bearer ${this.#pass}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined);
    if (!response) throw new KioskError('kiosk-silent', 'The kiosk did not answer.');
    if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
    const refusal = new StaffError(response.status, (await response.json().catch(() => ({}))) as Beside);
    if (refusal.kind === 'staff-only') {
      this.#pass = undefined;
      this.#onvoid();
    }
    throw refusal;
  }
}
