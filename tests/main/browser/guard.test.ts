import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrorAnswer } from '../../../src-main/contract/api.ts';
import { Entry } from '../../../src-main/browser/entry.ts';
import { guard } from '../../../src-main/browser/guard.ts';
import { securityHeaders } from '../../../src-main/routes/security-headers.ts';
import { logDouble } from '../../doubles/log.ts';

const port = 4518;
const origin = `http://127.0.0.1:${port}`;
let entry: Entry;
let cookie: string;
let log: ReturnType<typeof logDouble>;
let reached: number;
let ask: (request: Request) => Promise<Response>;

beforeEach(() => {
  entry = new Entry({ reusable: false });
  cookie = entry.cookie(port).split(';')[0]!;
  log = logDouble();
  reached = 0;
  const fetch = (request: Request): Response => {
    reached++;
    if (request.url.endsWith('/broken')) throw new Error('disk on fire');
    return new Response('kiosk');
  };
  ask = guard({ port, entry, fetch, log });
});

/** A request as the kiosk's own page makes it, but for what a test changes; null takes a header out. */
function request(path: string, method = 'GET', changes: Record<string, string | null> = {}): Request {
  const usual = { host: `127.0.0.1:${port}`, cookie, origin };
  const headers = Object.entries({ ...usual, ...changes }).filter(([, value]) => value !== null);
  return new Request(`http://${changes['host'] ?? usual.host}${path}`, {
    method,
    headers: headers,
  });
}

const nameOf = async (answer: Response): Promise<string> => ((await answer.json()) as ErrorAnswer).error.name;

describe('the guard lets through', () => {
  it.each([
    ['a read', 'GET', {}],
    ['a read without an origin', 'GET', { origin: null }],
    ['a question for headers', 'HEAD', { origin: null }],
    ['a write of the page', 'POST', {}],
    ['a small write', 'PUT', { 'content-length': '65536' }],
    [
      'the other name of this machine',
      'POST',
      { host: `localhost:${port}`, origin: `http://localhost:${port}` },
    ],
  ])('%s', async (_, method, changes) => {
    expect((await ask(request('/', method, changes))).status).toBe(200);
    expect(reached).toBe(1);
  });
});

describe('the guard refuses', () => {
  it.each([
    ['another host', 'GET', { host: `evil.example:${port}` }, 421, 'host-wrong'],
    ['another port', 'GET', { host: '127.0.0.1:80' }, 421, 'host-wrong'],
    ['no port', 'GET', { host: '127.0.0.1' }, 421, 'host-wrong'],
    ['a name that ends like ours', 'GET', { host: `x.localhost:${port}` }, 421, 'host-wrong'],
    ['a write from elsewhere', 'POST', { origin: 'http://evil.example' }, 403, 'origin-wrong'],
    ['a write from another port', 'POST', { origin: 'http://127.0.0.1:9999' }, 403, 'origin-wrong'],
    ['a write from the other name', 'POST', { origin: `http://localhost:${port}` }, 403, 'origin-wrong'],
    ['a write from a sandboxed frame', 'POST', { origin: 'null' }, 403, 'origin-wrong'],
    ['a write without an origin', 'DELETE', { origin: null }, 403, 'origin-wrong'],
    ['an unknown method', 'PROPFIND', {}, 405, 'method-unknown'],
    ['an option request', 'OPTIONS', {}, 405, 'method-unknown'],
    ['a large write', 'POST', { 'content-length': '65537' }, 413, 'body-too-large'],
    ['a write of unknown size', 'POST', { 'transfer-encoding': 'chunked' }, 413, 'body-too-large'],
    ['a read without the cookie', 'GET', { cookie: null }, 401, 'not-entered'],
    ['a write without the cookie', 'POST', { cookie: null }, 401, 'not-entered'],
    ['a wrong cookie', 'GET', { cookie: `tonos-${port}=guess` }, 401, 'not-entered'],
  ] as const)('%s', async (_, method, changes, status, name) => {
    const answer = await ask(request('/', method, changes));
    expect(answer.status).toBe(status);
    expect(await nameOf(answer)).toBe(name);
    expect(reached).toBe(0);
    for (const [header, value] of Object.entries(securityHeaders))
      expect(answer.headers.get(header)).toBe(value);
  });

  it('a request line that names another address than its host', async () => {
    const answer = await ask(
      new Request('http://evil.example/', { headers: { host: `127.0.0.1:${port}`, cookie } }),
    );
    expect(answer.status).toBe(421);
  });
});

describe('a screen that has not entered', () => {
  const screen = { cookie: null, origin: null, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it.each([
    ['the page', '/'],
    ['any address', '/nowhere'],
    ['an unknown key', '/enter/guess'],
  ])('is told to ask for the staff: %s', async (_, path) => {
    const answer = await ask(request(path, 'GET', screen));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
    const html = await answer.text();
    expect(html).toContain('This screen has to be opened again. Please tell the clinic staff.');
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('<meta name="color-scheme" content="dark">');
    expect(html).toMatch(/<body bgcolor="#/);
    // The content security policy would take these away.
    expect(html).not.toMatch(/<style|style=|<script/);
    expect(reached).toBe(0);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    for (const [header, value] of Object.entries(securityHeaders))
      expect(answer.headers.get(header)).toBe(value);
  });

  it('is told so with a key that has been used, which the log notes', async () => {
    await ask(request(entry.path, 'GET', screen));
    const answer = await ask(request(entry.path, 'GET', screen));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
    expect(log.lines).toEqual([expect.stringContaining('second time')]);
  });

  it.each([
    ['a write', 'POST', { ...screen, origin }, 'not-entered'],
    ['a question for headers', 'HEAD', screen, 'not-entered'],
    ['what a page asks for', 'GET', { ...screen, accept: '*/*' }, 'not-entered'],
    ['a page of another host', 'GET', { ...screen, host: `evil.example:${port}` }, 'host-wrong'],
  ])('is another matter than %s', async (_, method, changes, name) => {
    const answer = await ask(request('/', method, changes));
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await nameOf(answer)).toBe(name);
  });
});

describe('the door', () => {
  const stranger = { cookie: null, origin: null };

  it('gives a cookie for the key and leads to the page', async () => {
    const answer = await ask(request(entry.path, 'GET', stranger));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.get('set-cookie')).toBe(entry.cookie(port));
    expect(answer.headers.get('content-security-policy')).toBe(securityHeaders['Content-Security-Policy']);
  });

  it('opens once, and notices a second key holder', async () => {
    await ask(request(entry.path, 'GET', stranger));
    const answer = await ask(request(entry.path, 'GET', stranger));
    expect([answer.status, await nameOf(answer)]).toEqual([401, 'key-used']);
    expect(answer.headers.has('set-cookie')).toBe(false);
    expect(log.lines).toEqual([expect.stringContaining('second time')]);
  });

  it('lets in again who is in already', async () => {
    await ask(request(entry.path, 'GET', stranger));
    const answer = await ask(request(entry.path));
    expect([answer.status, answer.headers.has('set-cookie')]).toEqual([303, false]);
  });

  it('leads to the calm screen when the page keeps failing', async () => {
    const answer = await ask(request(`${entry.path}/rest`, 'GET', stranger));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/rest']);
  });

  it.each([
    '/enter/guess',
    '/enter/guess/rest',
    '/enter/',
    '/enter',
    '/ENTER/x',
    '/enter/a/b',
    '/enter/%2e%2e',
  ])('stays shut for %s', async (path) => {
    expect((await ask(request(path, 'GET', stranger))).status).toBe(401);
    expect(reached).toBe(0);
  });

  it('is not used up by a look at its headers', async () => {
    await ask(request(entry.path, 'HEAD', stranger));
    expect((await ask(request(entry.path, 'GET', stranger))).status).toBe(303);
  });
});

it('knows its address on port 80, which browsers leave out', async () => {
  const onPort80 = guard({ port: 80, entry, fetch: () => new Response('kiosk'), log });
  const headers = { host: '127.0.0.1', origin: 'http://127.0.0.1', cookie: entry.cookie(80).split(';')[0]! };
  expect((await onPort80(new Request('http://127.0.0.1/', { method: 'POST', headers }))).status).toBe(200);
});

it('answers for a kiosk that breaks', async () => {
  const answer = await ask(request('/broken'));
  expect([answer.status, await nameOf(answer)]).toEqual([500, 'kiosk-broken']);
  expect(log.lines).toEqual(['error: The kiosk could not answer GET /broken: Error: disk on fire']);
});
