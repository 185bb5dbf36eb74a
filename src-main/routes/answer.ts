import { createHash } from 'node:crypto';
import type { Context, Handler, Hono } from 'hono';
import { errorAnswer } from '../errors.ts';

/** Something to serve, made once. */
export interface Stored {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  readonly cache: 'immutable' | 'checked';
}

const cacheControl = {
  /** What is at the address never changes. */
  immutable: 'public, max-age=31536000, immutable',
  /** Asked again each time; the ETag spares the bytes. */
  checked: 'no-cache',
};

export const etagOf = (body: string | Uint8Array): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

export const storedJson = (value: unknown, cache: Stored['cache']): Stored => {
  const body = JSON.stringify(value);
  return { body, type: 'application/json; charset=utf-8', etag: etagOf(body), cache };
};

/** Answers a GET or HEAD with something stored, or with 304 when the asker has it already. */
export function answerWith(context: Context, { body, type, etag, cache }: Stored): Response {
  const headers = { ETag: etag, 'Cache-Control': cacheControl[cache] };
  if (hasTag(context.req.header('If-None-Match'), etag)) return new Response(null, { status: 304, headers });
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  return new Response(body, {
    headers: { ...headers, 'Content-Type': type, 'Content-Length': String(length) },
  });
}

const hasTag = (asked: string | undefined, etag: string): boolean =>
  asked?.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim())) ?? false;

/** An address that can only be read. Hono answers HEAD with what GET would say, without its body. */
export function readable(app: Hono, path: string, handler: Handler): void {
  app.get(path, handler);
  app.all(path, () => errorAnswer('method-wrong', { Allow: 'GET, HEAD' }));
}
