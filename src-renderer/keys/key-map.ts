/** Which key asks for what. No keypad's keys are taken for granted: staff press them once, and the kiosk has learned them. */
import type { KeyAction, Settings } from '../../src-main/contract/settings.ts';

/** Codes of keys by what they ask for; an action that is left out keeps its usual keys. */
export type KeyMap = Settings['keys'];

/** The keys of a common keyboard, and those that say what they are for. */
export const USUAL_KEYS: Readonly<Record<KeyAction, readonly string[]>> = {
  previous: ['ArrowUp'],
  next: ['ArrowDown'],
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  select: ['Enter', 'NumpadEnter'],
  back: ['Escape'],
  help: ['Help'],
  home: ['Home'],
  listen: [],
  louder: ['AudioVolumeUp'],
  quieter: ['AudioVolumeDown'],
  larger: [],
  dim: [],
  steady: [],
  low: [],
  switch: [],
  jackIn: [],
  jackOut: [],
};

/** All actions, in the order in which staff are asked for their keys. */
export const KEY_ACTIONS = Object.keys(USUAL_KEYS) as readonly KeyAction[];

/** The keys of an action: those that staff have pressed for it, or its usual ones. */
export const keysOf = (keys: KeyMap, action: KeyAction): readonly string[] =>
  keys[action] ?? USUAL_KEYS[action];

/** What each key asks for. A key that staff have given to an action is no longer another one's usual key. */
export function actionsOf(keys: KeyMap): ReadonlyMap<string, KeyAction> {
  const usual = KEY_ACTIONS.filter((action) => !keys[action]);
  const given = KEY_ACTIONS.filter((action) => keys[action]);
  return new Map(
    [...usual, ...given].flatMap((action) => keysOf(keys, action).map((code) => [code, action] as const)),
  );
}

/** The map with one more key for an action, which it is taken from wherever it was; the fifth key of an action pushes out the first. */
export function withKey(keys: KeyMap, action: KeyAction, code: string): KeyMap {
  const others = Object.fromEntries(
    KEY_ACTIONS.filter((other) => other !== action && (keys[other] ?? USUAL_KEYS[other]).includes(code)).map(
      (other) => [other, keysOf(keys, other).filter((key) => key !== code)],
    ),
  );
  const own = keysOf(keys, action).filter((key) => key !== code);
  return { ...keys, ...others, [action]: [...own, code].slice(-MOST_KEYS) };
}

/** A key as it is called on a keyboard: `ArrowDown` is “Arrow Down”, `KeyA` is “A”. */
export const keyName = (code: string): string =>
  code.replace(/^(Key|Digit)(?=.$)/, '').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');

/** Keys of one action, as the settings allow. */
const MOST_KEYS = 4;
