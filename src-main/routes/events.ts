import { Hono } from 'hono';
import type { Clock } from '../clock.ts';
import type { KioskEvents } from '../contract/api.ts';
import { readable } from './answer.ts';

const HEARTBEAT_MS = 15_000;

/** A page that has not read this many messages is gone; it connects again if it is not. */
const MOST_UNREAD = 64;

export interface Events {
  readonly routes: Hono;
  /** How many pages listen. */
  readonly listeners: number;
  /** Tells every page what has changed of content and settings. */
  announce(): void;
  close(): void;
}

/**
 * `/events`: the event stream. A page that connects is told everything at once, since it cannot know what changed
 * before it listened; what it has already it ignores.
 * @param now what the events would say now
 */
export function openEvents(clock: Clock, now: () => KioskEvents): Events {
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  let told = messagesOf(now());
  let endBeat = (): void => undefined;

  const drop = (stream: ReadableStreamDefaultController<Uint8Array>): void => {
    if (!streams.delete(stream)) return;
    if (streams.size === 0) endBeat();
    try {
      stream.close();
    } catch {
      // Already ended by the other side.
    }
  };
  const send = (stream: ReadableStreamDefaultController<Uint8Array>, text: string): void => {
    if ((stream.desiredSize ?? 0) < -MOST_UNREAD) drop(stream);
    else stream.enqueue(encoder.encode(text));
  };
  const sendAll = (text: string): void => streams.forEach((stream) => send(stream, text));
  const beat = (): void => {
    endBeat = clock.after(HEARTBEAT_MS, () => {
      sendAll(':\n\n');
      if (streams.size > 0) beat();
    });
  };

  const open = ({ signal }: Request): ReadableStream<Uint8Array> => {
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const end = (): void => own && drop(own);
    return new ReadableStream({
      start(stream) {
        own = stream;
        streams.add(stream);
        if (streams.size === 1) beat();
        if (signal.aborted) return end();
        signal.addEventListener('abort', end, { once: true });
        send(stream, messagesOf(now()).join(''));
      },
      cancel() {
        signal.removeEventListener('abort', end);
        end();
      },
    });
  };

  const routes = new Hono();
  readable(routes, '/events', (context) => {
    const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' };
    const isHead = context.req.method === 'HEAD';
    return new Response(isHead ? null : open(context.req.raw), { headers });
  });
  return {
    routes,
    get listeners() {
      return streams.size;
    },
    announce() {
      const messages = messagesOf(now());
      const changed = messages.filter((message) => !told.includes(message));
      told = messages;
      if (changed.length > 0) sendAll(changed.join(''));
    },
    close: () => streams.forEach(drop),
  };
}

const messagesOf = (state: KioskEvents): string[] =>
  (['content', 'settings'] as const).map(
    (name) => `event: ${name}\ndata: ${JSON.stringify(state[name])}\n\n`,
  );
