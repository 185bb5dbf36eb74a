import type { Protocol } from 'electron';

export const SCHEME = 'tonos';

/** As the page's requests name it. Node's `URL` knows no origin of this scheme, so that it is compared as text. */
export const ORIGIN = `${SCHEME}://kiosk`;

export const ADDRESS = `${ORIGIN}/`;

/** A calm screen without a script, for when the page keeps failing. */
export const REST_ADDRESS = `${ORIGIN}/rest`;

/** What the page may do because of its scheme. What is not named stays off: service workers, CORS, a way past the CSP. */
export const privileges = {
  /** Relative addresses, and an origin of its own. */
  standard: true,
  /** A page like one from https: no mixed content, the newer interfaces. */
  secure: true,
  supportFetchAPI: true,
  /** Answers that go on, as the event stream, and media. */
  stream: true,
  allowServiceWorkers: false,
  corsEnabled: false,
  bypassCSP: false,
  allowExtensions: false,
  // The session is in memory only, so that there is no place to keep compiled code.
  codeCache: false,
} as const;

/** Makes the scheme known. Chromium reads it once, before the app is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Whether an address is the kiosk's, by scheme and host. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${SCHEME}:` && url.host === 'kiosk' && url.username === '' && url.password === '';
}
