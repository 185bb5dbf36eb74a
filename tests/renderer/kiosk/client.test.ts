import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContentClient, listen } from '../../../src-renderer/kiosk/client.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

/** An event stream that the test holds. */
class HeldStream extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: HeldStream[] = [];
  readyState = 1;

  constructor() {
    super();
    HeldStream.opened.push(this);
  }

  close(): void {
    this.readyState = HeldStream.CLOSED;
  }
}

beforeEach(() => {
  HeldStream.opened.length = 0;
  vi.stubGlobal('EventSource', HeldStream);
});
afterEach(() => vi.unstubAllGlobals());

const heard = () => {
  const clock = new HeldClock();
  const content = vi.fn();
  const stop = listen(clock, { content, settings: vi.fn() });
  return { clock, content, stop };
};

describe('the event stream', () => {
  it('tells of new content', () => {
    const { content } = heard();
    HeldStream.opened[0]!.dispatchEvent(new MessageEvent('content', { data: '{"version":"v2"}' }));
    expect(content).toHaveBeenCalledExactlyOnceWith({ version: 'v2' });
  });

  it('is left to the browser when it is cut', () => {
    const { clock } = heard();
    HeldStream.opened[0]!.readyState = 0;
    HeldStream.opened[0]!.dispatchEvent(new Event('error'));
    clock.pass(60_000);
    expect(HeldStream.opened).toHaveLength(1);
  });

  it('is opened again after the kiosk has refused it', () => {
    const { clock, content } = heard();
    HeldStream.opened[0]!.close();
    HeldStream.opened[0]!.dispatchEvent(new Event('error'));
    clock.pass(5_000);
    expect(HeldStream.opened).toHaveLength(2);
    HeldStream.opened[1]!.dispatchEvent(new MessageEvent('content', { data: '{"version":"v3"}' }));
    expect(content).toHaveBeenCalledExactlyOnceWith({ version: 'v3' });
  });

  it('leaves no timer behind when it is stopped', () => {
    const { clock, stop } = heard();
    HeldStream.opened[0]!.close();
    HeldStream.opened[0]!.dispatchEvent(new Event('error'));
    stop();
    expect(clock.waiting).toBe(0);
  });
});

describe('content of one version', () => {
  it('is asked for once', async () => {
    const fetched = vi.fn(() => Promise.resolve(Response.json({ a: 1 })));
    vi.stubGlobal('fetch', fetched);
    const client = new ContentClient('v1');
    expect(await client.get('tours/neck')).toEqual({ a: 1 });
    expect(await client.get('tours/neck')).toEqual({ a: 1 });
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(fetched).toHaveBeenCalledWith('/content/v1/tours/neck', expect.anything());
  });

  it.each([
    [
      'content-version-gone',
      () => Promise.resolve(Response.json({ error: { name: 'content-version-gone' } }, { status: 410 })),
    ],
    ['unknown', () => Promise.resolve(new Response('<html>', { status: 500 }))],
    ['kiosk-silent', () => Promise.reject(new TypeError('failed'))],
  ])('fails as %s, and is asked for again', async (kind, answer) => {
    const fetched = vi.fn(answer);
    vi.stubGlobal('fetch', fetched);
    const client = new ContentClient('v1');
    await expect(client.get('tours/neck')).rejects.toMatchObject({ kind });
    await expect(client.get('tours/neck')).rejects.toMatchObject({ kind });
    expect(fetched).toHaveBeenCalledTimes(2);
  });
});
