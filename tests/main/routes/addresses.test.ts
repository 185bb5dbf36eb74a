import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ErrorAnswer } from '../../../src-main/contract/api.ts';
import { securityHeaders } from '../../../src-main/routes/security-headers.ts';
import { openedKiosk } from '../../fixtures/kiosk.ts';

const reads = vi.hoisted(() => ({ count: 0 }));

// Counts every read of the disk; the reading itself is the real one.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const counted =
    <Call extends (...given: never[]) => unknown>(call: Call) =>
    (...given: Parameters<Call>) => {
      reads.count++;
      return call(...given);
    };
  return { ...real, readFile: counted(real.readFile as never), open: counted(real.open as never) };
});

afterEach(() => void (reads.count = 0));

/** Ways to ask for a file that lies beside the page's assets. */
const escapes = [
  '/secret.txt',
  '/../secret.txt',
  '/assets/../secret.txt',
  '/assets/%2e%2e/secret.txt',
  '/assets/%2E%2E%2Fsecret.txt',
  '/assets/..%2fsecret.txt',
  '/assets/..%5csecret.txt',
  '/assets/..\\secret.txt',
  '/assets/%252e%252e%252fsecret.txt',
  '/assets/%c0%ae%c0%ae/secret.txt',
  '/assets/%c0%ae%c0%ae%c0%afsecret.txt',
  '/assets/%e0%80%ae%e0%80%ae/secret.txt',
  '/assets/index-Ab_1.js%00.txt',
  '/assets/....//secret.txt',
  '/assets//index-Ab_1.js',
  '/assets/./../../secret.txt',
  '//secret.txt',
  '/assets/%ff',
  '/assets/%',
  '/assets/C:%5cWindows',
  '/assets/;/secret.txt',
  '/pictures/../../secret.txt',
  '/content/x/tours/..%2f..%2fsecret',
  '/content/x/words/..%2fen/ui',
];

describe('addresses that reach for something else', () => {
  it.each(escapes)('%s is refused without touching the disk', async (address) => {
    const { kiosk } = await openedKiosk();
    expect(reads.count).toBeGreaterThan(0);
    reads.count = 0;
    for (const base of [
      'tonos://kiosk',
      'tonos://elsewhere',
      'http://127.0.0.1:80',
      'https://example.org',
      'tonos://',
    ]) {
      const url = base + address;
      if (!URL.canParse(url)) continue;
      const response = await kiosk.fetch(new Request(url));
      expect([400, 404, 410]).toContain(response.status);
      const text = await response.text();
      expect(text).not.toContain('SECRET');
      expect(Object.keys((JSON.parse(text) as ErrorAnswer).error)).toEqual(['name', 'what', 'why', 'todo']);
    }
    expect(reads.count).toBe(0);
  });

  it('any address at all is answered in order, and never from the disk', async () => {
    const { fetch } = await openedKiosk();
    reads.count = 0;
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e',
        '%2f',
        '%5c',
        '\\',
        '/',
        '%00',
        '%',
        'assets',
        'content',
        'words',
        'secret.txt',
      ),
      fc.webPath(),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (pieces) => {
        const response = await fetch(`/${pieces.join('/')}`);
        expect([200, 400, 404, 410, 414]).toContain(response.status);
        expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
        expect(await response.text()).not.toContain('SECRET');
      }),
    );
    expect(reads.count).toBe(0);
  });

  it('a very long one is too long', async () => {
    const { fetch } = await openedKiosk();
    const response = await fetch(`/assets/${'x'.repeat(100_000)}`);
    expect(response.status).toBe(414);
    expect(((await response.json()) as ErrorAnswer).error.name).toBe('address-too-long');
  });
});

describe('methods', () => {
  it.each([
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/assets/index-Ab_1.js', 'GET, HEAD'],
    ['PUT', '/content/x/sources', 'GET, HEAD'],
    ['PATCH', '/content/x/words/en/ui', 'GET, HEAD'],
    ['POST', '/pictures/x.webp', 'GET, HEAD'],
    ['POST', '/settings', 'GET, HEAD'],
    ['OPTIONS', '/events', 'GET, HEAD'],
    ['POST', '/host', 'GET, HEAD'],
    ['GET', '/host/ready', 'POST'],
    ['HEAD', '/host/ready', 'POST'],
  ])('%s %s is refused; allowed: %s', async (method, address, allow) => {
    const { fetch, host } = await openedKiosk();
    const response = await fetch(address, { method });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, allow]);
    expect(host.pageIsReady).not.toHaveBeenCalled();
  });
});

describe('every answer', () => {
  it('carries the security headers', async () => {
    const { fetch, boot } = await openedKiosk();
    const { version } = await boot();
    const answers = await Promise.all([
      fetch('/'),
      fetch('/', { headers: { 'If-None-Match': '*' } }),
      fetch('/assets/index-Ab_1.js', { method: 'HEAD' }),
      fetch(`/content/${version}/sources`),
      fetch('/events', { method: 'HEAD' }),
      fetch('/host/ready', { method: 'POST' }),
      fetch('/nope'),
      fetch('/%00'),
      fetch('/', { method: 'POST' }),
      fetch(`/${'x'.repeat(5000)}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 304, 200, 200, 200, 204, 404, 400, 405, 414]);
    for (const { headers } of answers)
      expect(Object.fromEntries(headers)).toMatchObject(lowerCase(securityHeaders));
    expect(securityHeaders['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts allow-same-origin allow-forms",
    );
  });

  it('to a fault inside is a calm one, without its stack', async () => {
    const { fetch, host, logged } = await openedKiosk();
    host.pageIsReady.mockImplementation(() => {
      throw new Error('broken inside');
    });
    const response = await fetch('/host/ready', { method: 'POST' });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect((JSON.parse(text) as ErrorAnswer).error.name).toBe('kiosk-fault');
    expect(text).not.toContain('broken inside');
    expect(text).not.toContain('.ts');
    expect(logged()).toEqual([expect.stringContaining('broken inside')]);
    expect((await fetch('/')).status).toBe(200);
  });
});

const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
