import type { Clock } from '../clock.ts';
import type { StaffDoor, StaffPass } from '../contract/staff.ts';
import { fault, type Fault } from '../faults.ts';
import { inTurn } from '../files/in-turn.ts';
import type { Log } from '../log/log.ts';
import { DOOR_FILE, isDoorGone, readDoor, writeDoor, type DoorState } from './door-file.ts';
import { Lock } from './lock.ts';
import { Passes } from './passes.ts';
import { hashPin, isSimplePin, parseHash, pinMatches } from './pin.ts';

/** After the start of the kiosk, whoever stands before it has just set it up; later it may be any visitor, ms. */
export const FIRST_PIN_WITHIN = 15 * 60_000;

/** The PIN that whoever administers the machine has set. */
export interface ProvisionedPin {
  readonly hash?: string | undefined;
  /** Their settings could not all be read, so that nobody knows whether there is one. */
  readonly doubtful?: boolean | undefined;
}

export interface DoorOptions {
  /** The kiosk's own folder. */
  readonly folder: string;
  readonly provisioned: () => ProvisionedPin;
  readonly clock: Clock;
  readonly log: Log;
  /** Tests are spared the work of the real ones. */
  readonly pins?: {
    readonly hash: typeof hashPin;
    readonly matches: typeof pinMatches;
    /** Whether a hash is one that PINs can be held against. */
    readonly isHash: (hash: string) => boolean;
  };
}

/** Why a PIN was not taken; each is the name of an error answer. */
export type Refused =
  | 'pin-wrong'
  | 'pin-locked'
  | 'pin-busy'
  | 'pin-unset'
  | 'pin-lost'
  | 'pin-simple'
  | 'pin-set-already'
  | 'first-pin-late';

export type Entry = StaffPass | { readonly refused: Refused } | { readonly faults: readonly Fault[] };

const realPins = {
  hash: hashPin,
  matches: pinMatches,
  isHash: (hash: string): boolean => parseHash(hash) !== undefined,
};

/** Opens the door to the staff panel. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { state, faults } = await readDoor(options.folder);
  return new Door(options, state, faults);
}

/** The way into the staff panel: the PIN, the lock-out after wrong ones, and the pass of who is inside. */
export class Door {
  readonly #options: DoorOptions;
  readonly #pins: NonNullable<DoorOptions['pins']>;
  readonly #opened: number;
  readonly #lock: Lock;
  readonly #passes: Passes;
  readonly #inTurn = inTurn();
  #pin: string | undefined;
  /** The hash that the pass was given for. */
  #opens: string | undefined;
  #faults: readonly Fault[];
  #busy = false;

  constructor(options: DoorOptions, kept: DoorState, faults: readonly Fault[]) {
    const { clock, pins = realPins } = options;
    this.#options = options;
    this.#pins = pins;
    this.#opened = clock.now();
    this.#pin = kept.pin;
    this.#faults = faults;
    this.#passes = new Passes(clock);
    this.#lock = new Lock(clock, kept, () => void this.#keepLock());
  }

  get state(): StaffDoor {
    const { waitMs, triesLeft } = this.#lock;
    return this.#isUnset
      ? { pin: 'unset', open: this.firstPin, waitMs }
      : { pin: 'set', open: false, waitMs, triesLeft };
  }

  /** Whether a first PIN may be chosen now. */
  get firstPin(): boolean {
    return this.#isUnset && this.#options.clock.now() - this.#opened < FIRST_PIN_WITHIN;
  }

  /** Whether the PIN is provisioned, so that it cannot be changed here. */
  get isProvisioned(): boolean {
    return this.#options.provisioned().hash !== undefined;
  }

  get faults(): readonly Fault[] {
    const { hash } = this.#options.provisioned();
    if (hash !== undefined) {
      const at = { folder: '', file: '', path: 'staffPin' };
      return this.#pins.isHash(hash) ? [] : [fault('staff-pin-unusable', at)];
    }
    const isLost = this.#pin !== undefined && this.#pin !== 'lost' && !this.#pins.isHash(this.#pin);
    return isLost ? [...this.#faults, fault('staff-pin-lost', this.#at())] : this.#faults;
  }

  /** Lets in whoever knows the PIN. */
  enter(pin: string): Promise<Entry> {
    return this.#alone(async () => {
      const hash = this.#counting;
      const refused = await this.#look(pin);
      return refused ? { refused } : this.#enter(hash);
    });
  }

  /** Takes the first PIN, and lets in whoever chose it. */
  chooseFirst(pin: string): Promise<Entry> {
    return this.#alone(async () => {
      if (!this.#isUnset) return { refused: 'pin-set-already' };
      if (!this.firstPin) return { refused: 'first-pin-late' };
      return (await this.#choose(pin)) ?? this.#enter(this.#pin);
    });
  }

  /** Changes the PIN; whoever is inside stays there. */
  change(before: string, pin: string): Promise<Exclude<Entry, StaffPass> | undefined> {
    return this.#alone(async () => {
      if (this.isProvisioned) return { faults: [fault('setting-locked', this.#at('staffPin'))] };
      const refused = await this.#look(before);
      return refused ? { refused } : this.#choose(pin);
    });
  }

  /** @param authorization the header of a request */
  admits(authorization: string | undefined): boolean {
    const pass = /^Bearer ([\w-]{43})$/i.exec(authorization ?? '')?.[1];
    // It was given for a PIN that counts no more.
    if (this.#opens !== this.#counting) this.#passes.void();
    return pass !== undefined && this.#passes.admits(pass);
  }

  /** Whoever is inside has left. */
  leave(): void {
    this.#passes.void();
  }

  /** Resolves when all that counts is on the disk. */
  async close(): Promise<void> {
    this.#passes.void();
    this.#lock.stop();
    await this.#inTurn(() => Promise.resolve());
  }

  get #isUnset(): boolean {
    const { hash, doubtful } = this.#options.provisioned();
    return hash === undefined && !doubtful && this.#pin === undefined;
  }

  /** The hash that PINs are held against now. */
  get #counting(): string | undefined {
    const { hash, doubtful } = this.#options.provisioned();
    // Where nobody knows whether one is provisioned, the one that was chosen on the panel may long have been taken over.
    return hash ?? (doubtful ? undefined : this.#pin);
  }

  #enter(hash: string | undefined): StaffPass {
    this.#opens = hash;
    return { pass: this.#passes.issue() };
  }

  /** One at a time: each takes much memory and a core, and a burst would tell more than one by one. */
  async #alone<Result>(work: () => Promise<Result>): Promise<Result | { refused: Refused }> {
    if (this.#busy) return { refused: 'pin-busy' };
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }

  /** Looks at a PIN, and counts it before it answers. */
  async #look(pin: string): Promise<Refused | undefined> {
    if (this.#lock.waitMs > 0) return 'pin-locked';
    const wanted = this.#counting;
    if (wanted === undefined) return this.#isUnset ? 'pin-unset' : 'pin-lost';
    const matches = await this.#pins.matches(pin, wanted);
    if (matches === undefined) return 'pin-lost';
    const { wrong } = this.#lock.state;
    if (matches) this.#lock.forgive();
    else this.#lock.wrong();
    if (!matches || wrong > 0) await this.#keepLock();
    if (matches) return undefined;
    this.#options.log.warn('A wrong staff PIN was entered.', {
      wrong: this.#lock.state.wrong,
      waitSeconds: Math.ceil(this.#lock.waitMs / 1000),
    });
    return 'pin-wrong';
  }

  async #choose(pin: string): Promise<Exclude<Entry, StaffPass> | undefined> {
    if (isSimplePin(pin)) return { refused: 'pin-simple' };
    const before = { pin: this.#pin, opens: this.#opens };
    this.#pin = await this.#pins.hash(pin);
    // Whoever is inside has changed it.
    if (before.opens === before.pin) this.#opens = this.#pin;
    const why = await this.#keep();
    if (why === undefined) {
      this.#faults = [];
      return undefined;
    }
    this.#pin = before.pin;
    this.#opens = before.opens;
    return { faults: [fault('settings-not-saved', this.#at(), { why })] };
  }

  /** Keeps what the lock counts. A PIN whose file was taken away is not brought back by it. */
  async #keepLock(): Promise<void> {
    const { folder } = this.#options;
    await this.#inTurn(async () => {
      if (this.#pin === undefined || !(await isDoorGone(folder))) await this.#write();
    });
  }

  #keep(): Promise<string | undefined> {
    return this.#inTurn(() => this.#write());
  }

  async #write(): Promise<string | undefined> {
    const pin = this.#pin;
    const why = await writeDoor(this.#options.folder, { ...(pin && { pin }), ...this.#lock.state });
    // It counts in memory all the same.
    if (why) this.#options.log.warn('What the staff door counts cannot be kept.', { why });
    return why;
  }

  #at(path = '') {
    return { folder: this.#options.folder, file: DOOR_FILE, path };
  }
}
