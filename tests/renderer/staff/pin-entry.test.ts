import { describe, expect, it } from 'vitest';
import { Pin, PIN_LENGTH as CONTRACT } from '../../../src-main/contract/staff.ts';
import { isSimplePin } from '../../../src-main/staff/pin.ts';
import {
  asked,
  enter,
  entryOf,
  PIN_LENGTH,
  weakness,
  type Ask,
  type PinEntry,
} from '../../../src-renderer/staff/pin-entry.ts';

const given = (asks: Ask[], ...pins: string[]): PinEntry =>
  pins.reduce(
    (entry, pin) =>
      enter(
        [...pin].reduce((typed, digit) => enter(typed, { type: 'digit', digit }), entry),
        { type: 'confirm' },
      ),
    entryOf(...asks),
  );

describe('entering a PIN', () => {
  it('takes as many digits as the contract has', () => {
    expect(PIN_LENGTH).toEqual(CONTRACT);
    const long = [...'02468024680246'].reduce(
      (entry, digit) => enter(entry, { type: 'digit', digit }),
      entryOf('now'),
    );
    expect(long.digits).toBe('024680246802');
    expect(Pin.safeParse(long.digits).success).toBe(true);
  });

  it('is whole with the PIN that stands', () => {
    expect(given(['now'], '024680')).toMatchObject({ whole: true, given: { now: '024680' }, digits: '' });
  });

  it('says that a PIN is too short, and keeps it', () => {
    expect(given(['now'], '0246')).toMatchObject({ remark: 'short', digits: '0246', whole: false });
  });

  it('takes digits back', () => {
    const entry = enter(enter(entryOf('now'), { type: 'digit', digit: '7' }), { type: 'delete' });
    expect(entry.digits).toBe('');
    expect(enter(entry, { type: 'delete' }).digits).toBe('');
  });

  it('asks for a new PIN twice', () => {
    const once = given(['new', 'again'], '925817');
    expect(asked(once)).toBe('again');
    expect(given(['new', 'again'], '925817', '925817')).toMatchObject({
      whole: true,
      given: { again: '925817' },
    });
  });

  it('begins anew when the two differ', () => {
    const entry = given(['now', 'new', 'again'], '024680', '925817', '925816');
    expect(entry).toMatchObject({ remark: 'differs', whole: false });
    expect(asked(entry)).toBe('new');
    expect(JSON.stringify(entry)).not.toContain('925817');
  });

  it.each([
    ['000000', 'same'],
    ['7777777', 'same'],
    ['123456', 'row'],
    ['987654', 'row'],
    ['78901234', 'row'],
    ['975319', 'row'],
    ['121212', 'repeated'],
    ['123123', 'repeated'],
    ['48154815', 'repeated'],
    ['925817', undefined],
    ['024680', 'row'],
    ['202611', undefined],
  ])('of %s says %s', (pin, expected) => expect(weakness(pin)).toBe(expected));

  it('refuses every PIN that the kiosk refuses', () => {
    for (let pin = 0; pin < 1_000_000; pin += 1) {
      const digits = String(pin).padStart(6, '0');
      if (isSimplePin(digits) && weakness(digits) === undefined) expect.fail(digits);
    }
  });

  it('does not judge the PIN that stands', () => {
    expect(given(['now'], '111111').whole).toBe(true);
  });
});
