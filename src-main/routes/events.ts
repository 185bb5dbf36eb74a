import { createHash } from 'node:crypto';
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
  /** Tells every page that content or settings are others now. */
  announce(): void;
  close(): void;
}

/**
 * `/events`: the event stream. Each message carries the state it belongs to as its id, so that a page that connects
 * again hears of what changed while it did not listen.
 * @param now what the events would say now
 */
export function openEvents(clock: Clock, now: () => KioskEvents): Events {
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  let told = marksOf(now());
  let timer: unknown;

  const drop = (stream: ReadableStreamDefaultController<Uint8Array>): void => {
    if (!streams.delete(stream)) return;
    if (streams.size === 0) clock.clearTimeout(timer);
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
  const beat = (): void => {
    timer = clock.setTimeout(() => {
      for (const stream of streams) send(stream, ':\n\n');
      if (streams.size > 0) beat();
    }, HEARTBEAT_MS);
  };

  const open = (request: Request, lastId: string | undefined): ReadableStream<Uint8Array> => {
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const end = (): void => own && drop(own);
    return new ReadableStream({
      start(stream) {
        own = stream;
        streams.add(stream);
        if (streams.size === 1) beat();
        if (request.signal.aborted) return end();
        request.signal.addEventListener('abort', end, { once: true });
        const state = now();
        const known = lastId === undefined ? undefined : marksOfId(lastId);
        // An id alone is remembered by the browser and raises no event.
        send(stream, known ? messages(state, known) : `${idLine(marksOf(state))}\n`);
      },
      cancel() {
        request.signal.removeEventListener('abort', end);
        end();
      },
    });
  };

  const routes = new Hono();
  readable(routes, '/events', (context) => {
    const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' };
    const isHead = context.req.method === 'HEAD';
    return new Response(isHead ? null : open(context.req.raw, context.req.header('Last-Event-ID')), {
      headers,
    });
  });
  return {
    routes,
    get listeners() {
      return streams.size;
    },
    announce() {
      const state = now();
      const text = messages(state, told);
      told = marksOf(state);
      if (text) for (const stream of streams) send(stream, text);
    },
    close: () => streams.forEach(drop),
  };
}

type Marks = Record<keyof KioskEvents, string>;

const marksOf = ({ content, settings }: KioskEvents): Marks => ({
  content: content.version,
  settings: createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 8),
});

const marksOfId = (id: string): Marks => {
  const [content = '', settings = ''] = id.split('.');
  return { content, settings };
};

const idLine = ({ content, settings }: Marks): string => `id: ${content}.${settings}\n`;

/** Messages for what is no longer as it was known. */
function messages(state: KioskEvents, known: Marks): string {
  const marks = marksOf(state);
  return (['content', 'settings'] as const)
    .filter((name) => marks[name] !== known[name])
    .map((name) => `${idLine(marks)}event: ${name}\ndata: ${JSON.stringify(state[name])}\n\n`)
    .join('');
}
