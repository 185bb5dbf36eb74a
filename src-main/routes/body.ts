import type { z } from 'zod';
import { errorAnswer } from '../errors.ts';
import { parseJson } from '../files/read-json.ts';

/** The most that any address takes, bytes. */
export const MOST_BODY_BYTES = 64 * 1024;

type Read<Value> = { readonly value: Value } | { readonly refused: Response };

/** What was sent, as far as it is JSON; it may still be anything. */
export async function readJsonBody(request: Request): Promise<Read<unknown>> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { refused: errorAnswer('body-not-json') };
  const bytes = await readBytes(request);
  if (bytes === 'too-large') return { refused: errorAnswer('body-too-large') };
  if (bytes === 'broken') return { refused: errorAnswer('body-malformed') };
  const { value, faults } = parseJson(bytes, { folder: '', file: '' });
  return faults.length > 0 ? { refused: errorAnswer('body-malformed') } : { value };
}

/** What was sent, in the shape that it must have. */
export async function readBody<Value>(request: Request, schema: z.ZodType<Value>): Promise<Read<Value>> {
  const read = await readJsonBody(request);
  if ('refused' in read) return read;
  const parsed = schema.safeParse(read.value);
  return parsed.success ? { value: parsed.data } : { refused: errorAnswer('body-malformed') };
}

/** Reads no further than it must: what a header says of the length is not believed. */
async function readBytes(request: Request): Promise<Uint8Array | 'too-large' | 'broken'> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.length;
      if (length > MOST_BODY_BYTES) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    return 'broken';
  }
  return Buffer.concat(chunks);
}
