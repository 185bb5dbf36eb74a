import type { Fault, Place } from '../faults.ts';
import { parseJson } from '../files/read-json.ts';
import { objections, shapeFaults } from '../files/shape.ts';
import { kindOf, mostBytesOf, type JsonKind } from './layout.ts';

/** Reads one JSON file of the content. Of words, what is good stays; of structure, all of it has to be good. */
export function readContentFile(
  kind: JsonKind,
  bytes: Uint8Array,
  at: Place,
): { value: unknown; faults: Fault[] } {
  const { value, faults } = parseJson(bytes, at, mostBytesOf(kind));
  if (value === undefined) return { value, faults };
  const { schema, piece } = kindOf(kind);
  const first = schema.safeParse(value);
  if (first.success) return { value: first.data, faults };

  const found = objections(first.error.issues, value);
  faults.push(...shapeFaults(found, at));
  for (const { path, stray } of found) {
    const cut = piece && (stray ? path : piece(path));
    if (!cut?.length) return { value: undefined, faults };
    remove(value, cut);
  }
  return { value: schema.safeParse(value).data, faults };
}

function remove(value: unknown, path: readonly PropertyKey[]): void {
  const last = path.at(-1);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
  if (last !== undefined && parent) Reflect.deleteProperty(parent, last);
}
