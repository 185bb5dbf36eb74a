import type { z } from 'zod';
import { MOST_SHEET_BYTES } from '../contract/sheet.ts';
import { errorAnswer } from '../errors.ts';
import { parseJson } from '../files/read-json.ts';

/** The most that an address takes, bytes, unless it is that of a sheet to be printed. */
export const MOST_BODY_BYTES = 64 * 1024;

/** The most that an address takes, bytes: for the guards of the hosts, which stand before all of them. */
export const mostBodyBytes = (path: string): number =>
  path === '/sheet' ? MOST_SHEET_BYTES : MOST_BODY_BYTES;

type Read<Value> = { readonly value: Value } | { readonly refused: Response };

/** What was sent, as far as it is JSON; it may still be anything. */
export async function readJsonBody(request: Request, most = MOST_BODY_BYTES): Promise<Read<unknown>> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { refused: errorAnswer('body-not-json') };
  const bytes = await readBytes(request, most);
  if (bytes === 'too-large') return { refused: errorAnswer('body-too-large') };
  if (bytes === 'broken') return { refused: errorAnswer('body-malformed') };
  const { value, faults } = parseJson(bytes, { folder: '', file: '' }, most);
  return faults.length > 0 ? { refused: errorAnswer('body-malformed') } : { value };
}

/** What was sent, in the shape that it must have. */
export async function readBody<Value>(
  request: Request,
  schema: z.ZodType<Value>,
  most = MOST_BODY_BYTES,
): Promise<Read<Value>> {
  const read = await readJsonBody(request, most);
  if ('refused' in read) return read;
  const parsed = schema.safeParse(read.value);
  return parsed.success ? { value: parsed.data } : { refused: errorAnswer('body-malformed') };
}

/** Reads no further than it must: what a header says of the length is not believed. */
async function readBytes(request: Request, most: number): Promise<Uint8Array | 'too-large' | 'broken'> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.length;
      if (length > most) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    return 'broken';
  }
  return Buffer.concat(chunks);
}
