import type { z } from 'zod';
import { fault, type Fault, type Place } from '../faults.ts';
import { readablePath } from './read-json.ts';

type Issue = z.core.$ZodIssue;

/** One thing that a schema objects to: where, and what. `stray`: the value at the path is an unknown key. */
export interface Objection {
  readonly path: readonly PropertyKey[];
  readonly why: string;
  readonly stray: boolean;
}

/** Every objection of a schema to a value; unions are followed to the branch that the value takes. */
export function objections(issues: readonly Issue[], value: unknown): Objection[] {
  return issues.flatMap((issue): Objection[] => {
    const at = valueAt(value, issue.path);
    switch (issue.code) {
      case 'invalid_union': {
        // No branch at all: what tells them apart names none of them.
        if (issue.errors.length === 0)
          return [
            { path: issue.path, why: at === undefined ? 'is missing' : 'is none of the kinds', stray: false },
          ];
        const branch = issue.errors.reduce((best, next) => (isNearer(next, best) ? next : best), []);
        return objections(branch, at).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
      }
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          path: [...issue.path, key],
          why: 'is an unknown key',
          stray: true,
        }));
      case 'invalid_key':
        return [
          { path: issue.path, why: `is a key that ${issue.issues[0]?.message ?? 'is wrong'}`, stray: true },
        ];
      case 'invalid_type':
        return [{ path: issue.path, why: typeWords(issue.expected, at), stray: false }];
      default:
        return [{ path: issue.path, why: lowerFirst(issue.message), stray: false }];
    }
  });
}

/** The same as faults of a file. */
export const shapeFaults = (
  found: readonly Objection[],
  at: Place,
  name: 'shape-wrong' | 'setting-wrong' = 'shape-wrong',
): Fault[] => found.map(({ path, why }) => fault(name, { ...at, path: readablePath(path) }, { why }));

/** How far a value has come in a branch of a union: refused at the door, or further in. */
const depth = (issues: readonly Issue[]): number =>
  Math.max(
    0,
    ...issues.map(({ code, path }) => (/^invalid_(type|value)$/.test(code) && path.length === 0 ? 1 : 2)),
  );

/** Further in, or as far with less to object to. */
const isNearer = (next: readonly Issue[], best: readonly Issue[]): boolean =>
  depth(next) > depth(best) || (depth(next) === depth(best) && next.length < best.length);

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);

function typeWords(expected: string, value: unknown): string {
  if (value === undefined) return 'is missing';
  return `must be ${names[expected] ?? expected}, is ${names[typeName(value)] ?? typeName(value)}`;
}

const typeName = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

const names: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  tuple: 'a list',
  null: 'null',
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
