import { describe, expect, it } from 'vitest';
import type { KioskEvents } from '../../../src-main/contract/api.ts';
import { openEvents } from '../../../src-main/routes/events.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

function opened() {
  const clock = new HeldClock();
  const state: KioskEvents = {
    content: { version: 'one' },
    settings: {
      locale: 'en',
      locales: ['en', 'es'],
      idleSeconds: 180,
      panelInches: 21.5,
      unreviewed: 'show',
      consult: 'open',
      drawing: 'auto' as const,
      touch: 'standard' as const,
      keys: {},
      keyHoldMs: 0,
      keyLockoutMs: 0,
      scanSeconds: 2,
      volume: 60,
      asleep: false,
      prints: false,
    },
  };
  const events = openEvents(clock, () => state);
  const connect = async (signal?: AbortSignal) => {
    const request = new Request('tonos://kiosk/events', { signal: signal ?? null });
    const reader = (await events.routes.fetch(request)).body!.getReader();
    return { reader, next: async () => new TextDecoder().decode((await reader.read()).value) };
  };
  return { clock, state, events, connect };
}

describe('the event stream', () => {
  it('tells a page that connects the present state at once', async () => {
    const { connect, state } = opened();
    const { reader, next } = await connect();
    expect(await next()).toBe(
      'event: content\ndata: {"version":"one"}\n\n' +
        `event: settings\ndata: ${JSON.stringify(state.settings)}\n\n`,
    );
    await reader.cancel();
  });

  it('tells also of what changed before the page connected, or between two connections', async () => {
    const { connect, events, state } = opened();
    state.content = { version: 'two' };
    expect(await (await connect()).next()).toContain('data: {"version":"two"}');
    events.announce();
    state.settings = { ...state.settings, locale: 'es' };
    expect(await (await connect()).next()).toContain('data: {"locale":"es",');
  });

  it('tells of new content and of new settings, each only when they are others', async () => {
    const { connect, events, state } = opened();
    const { next } = await connect();
    await next();
    events.announce();
    state.content = { version: 'two' };
    events.announce();
    expect(await next()).toBe('event: content\ndata: {"version":"two"}\n\n');
    events.announce();
    state.settings = { ...state.settings, locale: 'es' };
    events.announce();
    expect(await next()).toMatch(/^event: settings\ndata: \{"locale":"es",.*\}\n\n$/);
    state.content = { version: 'one' };
    state.settings = { ...state.settings, locale: 'en' };
    events.announce();
    expect(await next()).toMatch(/^event: content\n.*\n\nevent: settings\n.*\n\n$/);
  });

  it('beats every 15 seconds, for all who listen', async () => {
    const { clock, connect } = opened();
    const streams = [await connect(), await connect()];
    for (const { next } of streams) await next();
    expect(clock.waiting).toBe(1);
    for (let beat = 0; beat < 3; beat++) {
      clock.pass(14_999);
      clock.pass(1);
      for (const { next } of streams) expect(await next()).toBe(':\n\n');
    }
  });
});

describe('a stream that is cut', () => {
  it.each(['cancelled', 'aborted'])('is forgotten when it is %s, with its timer', async (how) => {
    const { clock, connect, events } = opened();
    const control = new AbortController();
    const stays = await connect();
    const { reader } = await connect(control.signal);
    expect(events.listeners).toBe(2);
    if (how === 'aborted') control.abort();
    else await reader.cancel();
    expect(events.listeners).toBe(1);
    await stays.reader.cancel();
    expect([events.listeners, clock.waiting]).toEqual([0, 0]);
    events.announce();
    clock.pass(60_000);
  });

  it('leaves nothing behind, however often', async () => {
    const { clock, connect, events } = opened();
    for (let time = 0; time < 500; time++) await (await connect()).reader.cancel();
    expect([events.listeners, clock.waiting]).toEqual([0, 0]);
  });

  it('is forgotten when it was aborted before it was opened', async () => {
    const { connect, events } = opened();
    await connect(AbortSignal.abort());
    expect(events.listeners).toBe(0);
  });

  it('is forgotten when nobody reads it any more', async () => {
    const { clock, events } = opened();
    await events.routes.fetch(new Request('tonos://kiosk/events'));
    for (let beat = 0; beat < 100; beat++) clock.pass(15_000);
    expect([events.listeners, clock.waiting]).toEqual([0, 0]);
  });

  it('ends for every page when the kiosk closes', async () => {
    const { clock, connect, events } = opened();
    const { reader } = await connect();
    await reader.read();
    events.close();
    expect((await reader.read()).done).toBe(true);
    expect([events.listeners, clock.waiting]).toEqual([0, 0]);
  });

  it('is not opened by HEAD', async () => {
    const { events } = opened();
    const response = await events.routes.fetch(new Request('tonos://kiosk/events', { method: 'HEAD' }));
    expect(response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
    expect(events.listeners).toBe(0);
  });
});
