import { describe, expect, it, vi } from 'vitest';
import { schemeGuard } from '../../../src-main/shell/protocol.ts';

const kiosk = vi.fn(async (request: Request) => new Response(`${request.method} ${await request.text()}`));
const ask = (address: string, init: RequestInit = {}) => schemeGuard(kiosk)(new Request(address, init));
const nameOf = async (answer: Response) => ((await answer.json()) as { error: { name: string } }).error.name;

describe('the scheme guard', () => {
  it('lets the page read and write', async () => {
    expect(await (await ask('tonos://kiosk/host')).text()).toBe('GET ');
    const write = { method: 'POST', body: '{"a":1}', headers: { origin: 'tonos://kiosk' } };
    expect(await (await ask('tonos://kiosk/host/ready', write)).text()).toBe('POST {"a":1}');
    expect(await (await ask('tonos://kiosk/host/ready', { method: 'POST' })).text()).toBe('POST ');
  });

  it.each([
    ['another host', 'tonos://elsewhere/', {}, 'host-wrong'],
    [
      'another origin',
      'tonos://kiosk/x',
      { method: 'POST', headers: { origin: 'https://a.example' } },
      'origin-wrong',
    ],
    ['an opaque origin', 'tonos://kiosk/x', { method: 'POST', headers: { origin: 'null' } }, 'origin-wrong'],
    ['a method that nobody knows', 'tonos://kiosk/x', { method: 'OPTIONS' }, 'method-unknown'],
    [
      'a body that is too large',
      'tonos://kiosk/x',
      { method: 'POST', body: 'x'.repeat(64 * 1024 + 1) },
      'body-too-large',
    ],
  ])('refuses %s', async (_, address, init, name) => {
    kiosk.mockClear();
    expect(await nameOf(await ask(address, init))).toBe(name);
    expect(kiosk).not.toHaveBeenCalled();
  });

  it('reads no further than the limit of a body without an end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(stream) {
        sent += 16 * 1024;
        stream.enqueue(new Uint8Array(16 * 1024));
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half' } as RequestInit;
    expect((await ask('tonos://kiosk/x', init)).status).toBe(413);
    expect(sent).toBeLessThan(256 * 1024);
  });
});
