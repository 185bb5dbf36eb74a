import { describe, expect, it } from 'vitest';
import { ProvisionedFile } from '../../../src-main/contract/settings.ts';
import { hashPin, isSimplePin, parseHash, pinMatches } from '../../../src-main/staff/pin.ts';

const CHEAP = { N: 2 ** 14, r: 8, p: 1 };

describe('the hash of a PIN', () => {
  it('is what the provisioned settings take, and has a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPin('482915'), hashPin('482915')]);
    expect(ProvisionedFile.safeParse({ staffPin: one }).success).toBe(true);
    expect(one).not.toBe(other);
    expect(one).not.toContain('482915');
    expect(parseHash(one)?.cost).toEqual({ N: 32768, r: 8, p: 3 });
    expect(await pinMatches('482915', one)).toBe(true);
    expect(await pinMatches('482916', one)).toBe(false);
  });

  it('keeps its own cost', async () => {
    const hash = await hashPin('482915', CHEAP);
    expect(await pinMatches('482915', hash)).toBe(true);
  });

  const salt = 'A'.repeat(22);
  const key = 'B'.repeat(43);
  it.each([
    ['asks for a gigabyte', `scrypt$1048576$8$1$${salt}$${key}`],
    ['asks for wide blocks', `scrypt$32768$99$1$${salt}$${key}`],
    ['asks for much work', `scrypt$32768$8$99$${salt}$${key}`],
    ['protects nothing', `scrypt$1024$8$1$${salt}$${key}`],
    ['is no power of two', `scrypt$32769$8$1$${salt}$${key}`],
    ['is zero', `scrypt$0$0$0$${salt}$${key}`],
    ['has a huge number', `scrypt$${'9'.repeat(300)}$8$1$${salt}$${key}`],
    ['has a long key', `scrypt$32768$8$1$${salt}$${'B'.repeat(100_000)}`],
    ['has no salt', `scrypt$32768$8$1$$${key}`],
    ['is of something else', 'bcrypt$2b$10$abc'],
    ['is the PIN itself', '482915'],
    ['is empty', ''],
  ])('that %s is none', async (_, hash) => {
    expect(parseHash(hash)).toBeUndefined();
    expect(await pinMatches('482915', hash)).toBeUndefined();
  });
});

describe('a simple PIN', () => {
  it.each(['000000', '123456', '654321', '890123', '135791', '999999999999'])('%s is one', (pin) => {
    expect(isSimplePin(pin)).toBe(true);
  });

  it.each(['482915', '123457', '000001', '112233'])('%s is none', (pin) => {
    expect(isSimplePin(pin)).toBe(false);
  });
});
