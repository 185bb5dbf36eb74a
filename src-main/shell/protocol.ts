import type { Protocol } from 'electron';
import { refuse } from '../browser/refusals.ts';
import { mostBodyBytes } from '../routes/body.ts';
import { isOurs, ORIGIN, SCHEME } from './scheme.ts';

type Fetch = (request: Request) => Promise<Response>;

const READS = ['GET', 'HEAD'];
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Sends the page's requests to the kiosk. */
export function handleProtocol(protocol: Pick<Protocol, 'handle'>, fetch: Fetch): void {
  protocol.handle(SCHEME, schemeGuard(fetch));
}

/** Stands before the kiosk on its scheme. No other program can reach it there; what is checked here is the page itself. */
export function schemeGuard(fetch: Fetch): Fetch {
  return async (request) => {
    if (!isOurs(request.url)) return refuse('host-wrong');
    if (READS.includes(request.method)) return fetch(request);
    if (!WRITES.includes(request.method)) return refuse('method-unknown');
    if (!originIsOurs(request)) return refuse('origin-wrong');
    const small = await readSmall(request);
    return small ? fetch(small) : refuse('body-too-large');
  };
}

/** Chromium names the origin with every write of a page; where it leaves it out, there was no page from elsewhere. */
function originIsOurs({ headers }: Request): boolean {
  const origin = headers.get('origin');
  return origin === null || origin === ORIGIN;
}

/** The request with its body read; `undefined` when that is too large, whatever its length claims. */
async function readSmall(request: Request): Promise<Request | undefined> {
  if (!request.body) return request;
  const most = mostBodyBytes(new URL(request.url).pathname);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body) {
    size += part.byteLength;
    if (size > most) return undefined;
    parts.push(part);
  }
  const { method, headers, signal, url } = request;
  return new Request(url, { method, headers, signal, body: Buffer.concat(parts) });
}
