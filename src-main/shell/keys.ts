import type { Input } from 'electron';

interface KeyRow {
  readonly what: string;
  readonly keys: readonly string[];
  readonly decision: 'allow';
  readonly why: string;
}

function fKeys(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `F${from + index}`);
}

/** Keys that reach the page when they are pressed alone or with Shift. What is not listed is swallowed. */
export const keys: readonly KeyRow[] = [
  {
    what: 'steps and lists',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
    decision: 'allow',
    why: 'Every function can be reached without touch.',
  },
  {
    what: 'from control to control',
    keys: ['Tab', 'Enter', ' ', 'Escape'],
    decision: 'allow',
    why: 'Every function can be reached without touch.',
  },
  {
    what: 'writing',
    keys: ['Backspace', 'Delete'],
    decision: 'allow',
    why: 'The search of the glossary and the PIN pad.',
  },
  {
    what: 'keypads, switches and jacks',
    keys: [...fKeys(13, 24), 'Help', 'AudioVolumeUp', 'AudioVolumeDown'],
    decision: 'allow',
    why: 'They are set to keys that no browser and no system has a use for; staff teach the kiosk which means what.',
  },
  {
    what: 'modifiers by themselves',
    keys: ['Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock'],
    decision: 'allow',
    why: 'They do nothing until another key joins them, and that one is looked at again.',
  },
];

const named = new Set(keys.flatMap((row) => row.keys));

/** One character, whatever the script: letters, digits and marks are the search of the glossary and the PIN pad. */
const isCharacter = (key: string): boolean => [...key].length === 1;

const isWriting = (key: string): boolean => isCharacter(key) || key === 'Dead' || key === 'Process';

/** Ctrl+Alt+S leads staff to the PIN. By the key's place, so that it works with every layout. */
const isStaffChord = ({ control, alt, meta, code }: Input): boolean =>
  control && alt && !meta && code === 'KeyS';

/** AltGr is how half of the world's keyboards write; Windows reports it as Ctrl and Alt. */
const isAltGraph = ({ control, alt, meta, modifiers, key }: Input): boolean =>
  !meta &&
  isCharacter(key) &&
  (modifiers.includes('altgr') || modifiers.includes('AltGraph')) &&
  control === alt;

type Pressed = Pick<Input, 'key' | 'code' | 'control' | 'alt' | 'meta' | 'modifiers'>;

/**
 * Whether a key may reach the page. Everything else belongs to a browser or to the system: F1 to F12, zoom, reload, print,
 * find, save, history, developer tools, the menu key, media and launcher keys.
 */
export function reachesThePage(pressed: Pressed): boolean {
  const input = pressed as Input;
  if (isStaffChord(input) || isAltGraph(input)) return true;
  if (input.control || input.alt || input.meta) return isModifier(input.key);
  return named.has(input.key) || isWriting(input.key);
}

const isModifier = (key: string): boolean => ['Shift', 'Control', 'Alt', 'AltGraph'].includes(key);
