import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const newSecret = (): string => randomBytes(32).toString('base64url');

/** Compares two secrets in a time that tells nothing about where they differ, nor how long they are. */
export function sameSecret(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/**
 * The door of the kiosk: a *key* in the address that opens it, handed over for a *secret* in a cookie that stays.
 *
 * A key stands in the process list of the machine for as long as the browser runs, so it works once; with
 * `reusable` it is the address printed for a person, who may open it again.
 */
export class Entry {
  readonly #reusable: boolean;
  #key = newSecret();
  #secret = newSecret();
  #used = false;

  constructor({ reusable }: { reusable: boolean }) {
    this.#reusable = reusable;
  }

  /** The path that opens the kiosk. */
  get path(): string {
    return `/enter/${this.#key}`;
  }

  /** Changes the locks: the key and every cookie given out so far stop working. */
  renew(): void {
    this.#key = newSecret();
    this.#secret = newSecret();
    this.#used = false;
  }

  /** Takes a key. `used` is worth a line in the log: somebody read it before its browser did, or after. */
  redeem(key: string): 'welcome' | 'used' | 'unknown' {
    if (!sameSecret(key, this.#key)) return 'unknown';
    if (this.#used && !this.#reusable) return 'used';
    this.#used = true;
    return 'welcome';
  }

  /** The `Set-Cookie` value. Cookies know no ports, hence the port in the name. */
  cookie(port: number): string {
    return `${cookieName(port)}=${this.#secret}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** The same for a browser that this process itself leads, as the debugging protocol takes it. */
  ownCookie(origin: string): { name: string; value: string; httpOnly: true; sameSite: 'Strict' } {
    const name = cookieName(Number(new URL(origin).port || 80));
    return { name, value: this.#secret, httpOnly: true, sameSite: 'Strict' };
  }

  /** Whether a `Cookie` header carries the secret. */
  knows(header: string | null, port: number): boolean {
    const prefix = `${cookieName(port)}=`;
    return (header ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .some((pair) => pair.startsWith(prefix) && sameSecret(pair.slice(prefix.length), this.#secret));
  }
}

const cookieName = (port: number): string => `tonos-${port}`;
