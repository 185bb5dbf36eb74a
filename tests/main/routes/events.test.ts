import { describe, expect, it } from 'vitest';
import type { KioskEvents } from '../../../src-main/contract/api.ts';
import { openEvents } from '../../../src-main/routes/events.ts';
import { heldClock } from '../../doubles/held-clock.ts';

function opened() {
  const clock = heldClock();
  const state: KioskEvents = {
    content: { version: 'one' },
    settings: { locale: 'en', idleSeconds: 180, panelInches: 21.5 },
  };
  const events = openEvents(clock, () => state);
  const connect = async (lastId?: string, signal?: AbortSignal) => {
    const headers = lastId === undefined ? {} : { 'Last-Event-ID': lastId };
    const request = new Request('tonos://kiosk/events', { headers, signal: signal ?? null });
    const reader = (await events.routes.fetch(request)).body!.getReader();
    return { reader, next: async () => new TextDecoder().decode((await reader.read()).value) };
  };
  return { clock, state, events, connect };
}

describe('the event stream', () => {
  it('says nothing of what the page knows from its start, but gives it an id', async () => {
    const { connect } = opened();
    expect(await (await connect()).next()).toMatch(/^id: one\.[0-9a-f]{8}\n\n$/);
  });

  it('tells of new content and of new settings, each only when they are others', async () => {
    const { connect, events, state } = opened();
    const { next } = await connect();
    await next();
    events.announce();
    state.content = { version: 'two' };
    events.announce();
    expect(await next()).toMatch(/^id: two\.\w{8}\nevent: content\ndata: \{"version":"two"\}\n\n$/);
    events.announce();
    state.settings = { ...state.settings, locale: 'es' };
    events.announce();
    expect(await next()).toMatch(/^id: two\.\w{8}\nevent: settings\ndata: \{"locale":"es",.*\}\n\n$/);
  });

  it('tells a page that connects again what it missed', async () => {
    const { connect, state } = opened();
    const id = (await (await connect()).next()).replace(/id: (.*)\n\n/, '$1');
    state.content = { version: 'two' };
    expect(await (await connect(id)).next()).toMatch(/^id: two\.\w{8}\nevent: content\n/);
    expect(await (await connect('nonsense')).next()).toMatch(/event: content\n(.*\n)*.*event: settings\n/);
  });

  it('beats every 15 seconds, for all who listen', async () => {
    const { clock, connect } = opened();
    const streams = [await connect(), await connect()];
    for (const { next } of streams) await next();
    expect(clock.pending).toBe(1);
    for (let beat = 0; beat < 3; beat++) {
      clock.advance(14_999);
      clock.advance(1);
      for (const { next } of streams) expect(await next()).toBe(':\n\n');
    }
  });
});

describe('a stream that is cut', () => {
  it.each(['cancelled', 'aborted'])('is forgotten when it is %s, with its timer', async (how) => {
    const { clock, connect, events } = opened();
    const control = new AbortController();
    const stays = await connect();
    const { reader } = await connect(undefined, control.signal);
    expect(events.listeners).toBe(2);
    if (how === 'aborted') control.abort();
    else await reader.cancel();
    expect(events.listeners).toBe(1);
    await stays.reader.cancel();
    expect([events.listeners, clock.pending]).toEqual([0, 0]);
    events.announce();
    clock.advance(60_000);
  });

  it('leaves nothing behind, however often', async () => {
    const { clock, connect, events } = opened();
    for (let time = 0; time < 500; time++) await (await connect()).reader.cancel();
    expect([events.listeners, clock.pending]).toEqual([0, 0]);
  });

  it('is forgotten when it was aborted before it was opened', async () => {
    const { connect, events } = opened();
    await connect(undefined, AbortSignal.abort());
    expect(events.listeners).toBe(0);
  });

  it('is forgotten when nobody reads it any more', async () => {
    const { clock, events } = opened();
    await events.routes.fetch(new Request('tonos://kiosk/events'));
    for (let beat = 0; beat < 100; beat++) clock.advance(15_000);
    expect([events.listeners, clock.pending]).toEqual([0, 0]);
  });

  it('ends for every page when the kiosk closes', async () => {
    const { clock, connect, events } = opened();
    const { reader } = await connect();
    await reader.read();
    events.close();
    expect((await reader.read()).done).toBe(true);
    expect([events.listeners, clock.pending]).toEqual([0, 0]);
  });

  it('is not opened by HEAD', async () => {
    const { events } = opened();
    const response = await events.routes.fetch(new Request('tonos://kiosk/events', { method: 'HEAD' }));
    expect(response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
    expect(events.listeners).toBe(0);
  });
});
