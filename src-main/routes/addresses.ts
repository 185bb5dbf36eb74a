import { errorAnswer } from '../errors.ts';

const MOST_CHARACTERS = 1024;

/**
 * What every address of the kiosk is made of. Nothing needs percent-encoding, so nothing is ever decoded: encoded dots,
 * slashes, backslashes and NULs end here.
 */
const ADDRESS = /^\/[A-Za-z0-9._@/-]*$/;

export const pathOf = (request: Request): string => new URL(request.url).pathname || '/';

/** The answer to an address that cannot be one of the kiosk's; `undefined` for all others. */
export function refusedAddress(request: Request): Response | undefined {
  if (request.url.length > MOST_CHARACTERS) return errorAnswer('address-too-long');
  const path = pathOf(request);
  if (!ADDRESS.test(path) || path.includes('//') || path.includes('..'))
    return errorAnswer('address-malformed');
  return undefined;
}
