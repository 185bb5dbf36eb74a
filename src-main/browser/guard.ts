import type { Log } from '../log/log.ts';
import { mostBodyBytes } from '../routes/body.ts';
import { securityHeaders } from '../routes/security-headers.ts';
import type { Entry } from './entry.ts';
import { refuse, refusePage, type RefusalName } from './refusals.ts';

/** The kiosk, seen from a host. */
export type Fetch = (request: Request) => Response | Promise<Response>;

export interface GuardOptions {
  readonly port: number;
  readonly entry: Entry;
  readonly fetch: Fetch;
  readonly log: Log;
}

const READS = ['GET', 'HEAD'];
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];
/** A key, and where it leads if not to the page. */
const ENTER = /^\/enter\/([\w-]+)(\/rest)?$/;

/**
 * Stands before the kiosk on loopback, which every process and every page on the machine can reach.
 * Whoever is let through has named this host, has entered with a key, and writes only from the kiosk's own page.
 */
export function guard({ port, entry, fetch, log }: GuardOptions): (request: Request) => Promise<Response> {
  // Through URL, because browsers leave port 80 out.
  const hosts = ['127.0.0.1', 'localhost'].map((name) => new URL(`http://${name}:${port}`).host);

  const methodIsKnown = ({ method }: Request) => READS.includes(method) || WRITES.includes(method);

  // A request line can carry a whole address of its own; that one counts too.
  const hostIsOurs = ({ headers, url }: Request) =>
    hosts.includes(headers.get('host') ?? '') && new URL(url).host === headers.get('host');

  const originIsOurs = ({ method, headers }: Request) =>
    READS.includes(method) || headers.get('origin') === `http://${headers.get('host')}`;

  const bodyIsSmall = ({ method, headers, url }: Request) =>
    READS.includes(method) ||
    (!headers.has('transfer-encoding') &&
      Number(headers.get('content-length') ?? 0) <= mostBodyBytes(new URL(url).pathname));

  const hasEntered = ({ headers }: Request) => entry.knows(headers.get('cookie'), port);

  const turnAway = (request: Request, name: RefusalName): Response =>
    isNavigation(request) ? refusePage(name) : refuse(name);

  const enter = (request: Request, key: string, place = '/'): Response => {
    const welcome = new Response(null, {
      status: 303,
      headers: { ...securityHeaders, Location: place, 'Cache-Control': 'no-store' },
    });
    if (hasEntered(request)) return welcome;
    const answer = entry.redeem(key);
    if (answer === 'unknown') return turnAway(request, 'not-entered');
    if (answer === 'used') {
      log.warn('An entry key was used a second time. Another program on this machine may have read it.');
      return turnAway(request, 'key-used');
    }
    welcome.headers.set('Set-Cookie', entry.cookie(port));
    return welcome;
  };

  return async (request) => {
    if (!methodIsKnown(request)) return refuse('method-unknown');
    if (!hostIsOurs(request)) return refuse('host-wrong');
    if (!originIsOurs(request)) return refuse('origin-wrong');
    if (!bodyIsSmall(request)) return refuse('body-too-large');
    const [, key, place] = ENTER.exec(new URL(request.url).pathname) ?? [];
    if (key && request.method === 'GET') return enter(request, key, place);
    if (!hasEntered(request)) return turnAway(request, 'not-entered');
    try {
      return await fetch(request);
    } catch (error) {
      log.error(
        `The kiosk could not answer ${request.method} ${new URL(request.url).pathname}: ${String(error)}`,
      );
      return refuse('kiosk-broken');
    }
  };
}

/** Whether a browser asks for a page to show, and not the page for something it needs. */
const isNavigation = ({ method, headers }: Request): boolean =>
  method === 'GET' && /\btext\/html\b/i.test(headers.get('accept') ?? '');
