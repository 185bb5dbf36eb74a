/** Entering a PIN, as pure steps. Digits live here only until the kiosk has them. */

/** Digits of a PIN, as the contract has it. */
export const PIN_LENGTH = { least: 6, most: 12 } as const;

/** What is asked for: the PIN that stands, a new one, and the new one again. */
export type Ask = 'now' | 'new' | 'again';

/** What there is to say about what was entered. */
export type Remark = 'short' | 'same' | 'row' | 'repeated' | 'differs';

export interface PinEntry {
  readonly asks: readonly Ask[];
  readonly at: number;
  readonly digits: string;
  /** What was confirmed so far. */
  readonly given: Readonly<Partial<Record<Ask, string>>>;
  readonly remark?: Remark | undefined;
  /** All that is asked for has been given. */
  readonly whole: boolean;
}

export type PinEvent =
  | { readonly type: 'digit'; readonly digit: string }
  | { readonly type: 'delete' }
  | { readonly type: 'confirm' };

export const entryOf = (...asks: Ask[]): PinEntry => ({ asks, at: 0, digits: '', given: {}, whole: false });

export const asked = ({ asks, at }: PinEntry): Ask => asks[at]!;

export function enter(entry: PinEntry, event: PinEvent): PinEntry {
  if (entry.whole) return entry;
  const { digits } = entry;
  switch (event.type) {
    case 'digit':
      return digits.length < PIN_LENGTH.most && /^\d$/.test(event.digit)
        ? { ...entry, digits: digits + event.digit, remark: undefined }
        : entry;
    case 'delete':
      return { ...entry, digits: digits.slice(0, -1), remark: undefined };
    case 'confirm':
      return confirm(entry);
  }
}

function confirm(entry: PinEntry): PinEntry {
  const { asks, at, digits, given } = entry;
  const ask = asked(entry);
  if (digits.length < PIN_LENGTH.least) return { ...entry, remark: 'short' };
  const weak = ask === 'new' ? weakness(digits) : undefined;
  if (weak) return { ...entry, digits: '', remark: weak };
  if (ask === 'again' && digits !== given.new)
    return { ...entry, at: asks.indexOf('new'), digits: '', given: { ...given, new: '' }, remark: 'differs' };
  const last = at === asks.length - 1;
  return {
    asks,
    at: last ? at : at + 1,
    digits: '',
    given: { ...given, [ask]: digits },
    whole: last,
  };
}

/** Why a PIN is too easily guessed. */
export function weakness(pin: string): 'same' | 'row' | 'repeated' | undefined {
  if (/^(\d)\1*$/.test(pin)) return 'same';
  // Equal steps from digit to digit, 0 after 9 too: 123456, 975319. The kiosk refuses these as well.
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => (digit - digits[index]! + 10) % 10);
  if (new Set(steps).size === 1) return 'row';
  if (/^(\d{1,4})\1+$/.test(pin)) return 'repeated';
  return undefined;
}
