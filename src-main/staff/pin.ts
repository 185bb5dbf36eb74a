import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** What one look at a PIN costs: memory 128·N·r bytes, work N·r·p. */
export interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * One of the equal settings that OWASP's cheat sheet on password storage recommends, and the one that a small panel PC
 * bears: 32 MiB, and a few tenths of a second beside the kiosk’s own work.
 */
const USUAL: Cost = { N: 2 ** 15, r: 8, p: 3 };

/** What a hash that somebody wrote may ask for; more would stop the kiosk, less would protect nothing. */
const LEAST: Cost = { N: 2 ** 14, r: 8, p: 1 };
const MOST: Cost = { N: 2 ** 17, r: 16, p: 8 };

const HASH =
  /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$(?<salt>[A-Za-z0-9_-]{16,86})\$(?<key>[A-Za-z0-9_-]{32,86})$/;

interface Parsed {
  readonly cost: Cost;
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** The hash of a PIN, `scrypt$N$r$p$salt$hash` with a salt of its own. */
export async function hashPin(pin: string, { N, r, p } = USUAL): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(pin, { cost: { N, r, p }, salt, key: Buffer.alloc(32) });
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a PIN is the one that was hashed; `undefined`: the hash is none, or asks for too much or too little. */
export async function pinMatches(pin: string, hash: string): Promise<boolean | undefined> {
  const parsed = parseHash(hash);
  return parsed && timingSafeEqual(await derive(pin, parsed), parsed.key);
}

export function parseHash(hash: string): Parsed | undefined {
  const match = HASH.exec(hash);
  if (!match) return undefined;
  const [N = 0, r = 0, p = 0] = match.slice(1, 4).map(Number);
  const cost: Cost = { N, r, p };
  const isPowerOfTwo = (N & (N - 1)) === 0;
  const isWithin = (['N', 'r', 'p'] as const).every(
    (key) => LEAST[key] <= cost[key] && cost[key] <= MOST[key],
  );
  if (!isPowerOfTwo || !isWithin) return undefined;
  const { salt = '', key = '' } = match.groups ?? {};
  return { cost, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
}

/** Whether each digit follows the one before by the same step, as in 000000, 123456 and 975319: what is tried first. */
export function isSimplePin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  return new Set(steps).size <= 1;
}

const derive = (pin: string, { cost, salt, key }: Parsed): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Node allows 32 MiB unless told otherwise, and a little more than 128·N·r is used.
    const options: ScryptOptions = { ...cost, maxmem: 128 * cost.r * (cost.N + cost.p + 2) };
    scrypt(pin, salt, key.length, options, (error, derived) => (error ? reject(error) : resolve(derived)));
  });
