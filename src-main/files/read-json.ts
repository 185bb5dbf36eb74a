import { printParseErrorCode, visit } from 'jsonc-parser';
import { fault, type Fault, type Place } from '../faults.ts';

/** The largest JSON file that is read, in bytes. */
export const MOST_JSON_BYTES = 1024 * 1024;

const MOST_LEVELS = 32;

/**
 * Reads JSON as people write it: a byte order mark and CRLF are fine; everything else that is wrong is a fault.
 * @param most the largest text that is read, bytes
 */
export function parseJson(
  bytes: Uint8Array,
  at: Place,
  most = MOST_JSON_BYTES,
): { value?: unknown; faults: Fault[] } {
  if (bytes.length > most) return { faults: [fault('file-too-big', at, { bytes: bytes.length, most })] };
  if (bytes.includes(0)) return { faults: [fault('text-has-nul', at)] };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { faults: [fault('text-not-utf8', at)] };
  }
  // The parsers below recurse, so depth is measured first.
  if (depthOf(text) > MOST_LEVELS) return { faults: [fault('json-too-deep', at, { most: MOST_LEVELS })] };
  return parseText(text, at);
}

function parseText(text: string, at: Place): { value?: unknown; faults: Fault[] } {
  const faults: Fault[] = [];
  const objects: Set<string>[] = [];
  let malformed = false;
  visit(
    text,
    {
      onObjectBegin: () => void objects.push(new Set()),
      onObjectEnd: () => void objects.pop(),
      onObjectProperty: (key, _offset, _length, line, _column, pathOf) => {
        const keys = objects.at(-1);
        if (keys?.has(key)) {
          faults.push(
            fault('key-twice', { ...at, path: readablePath([...pathOf(), key]) }, { key, line: line + 1 }),
          );
        }
        keys?.add(key);
      },
      onLiteralValue: (value, _offset, _length, _line, _column, pathOf) => {
        if (typeof value !== 'string' || !value.includes('\0')) return;
        faults.push(fault('text-has-nul', { ...at, path: readablePath(pathOf()) }));
      },
      onError: (code, _offset, _length, line, column) => {
        // What follows the first error is mostly its echo.
        if (malformed) return;
        malformed = true;
        const why = sentence(printParseErrorCode(code));
        faults.push(fault('json-malformed', at, { line: line + 1, column: column + 1, why }));
      },
    },
    { disallowComments: true },
  );
  if (malformed) return { faults: faults.filter(({ name }) => name === 'json-malformed') };
  return { value: JSON.parse(text), faults };
}

/** How deep the brackets of a text are nested, strings left aside. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}

/** `CommaExpected` → `comma expected`. */
const sentence = (code: string): string => code.replaceAll(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase();

/** A path in a file for people: `steps[3].show[0]`. */
export function readablePath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
