import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEY_ACTIONS as ALL, StaffFile, type KeyAction } from '../../../src-main/contract/settings.ts';
import {
  actionsOf,
  keyName,
  KEY_ACTIONS,
  keysOf,
  USUAL_KEYS,
  withKey,
  type KeyMap,
} from '../../../src-renderer/keys/key-map.ts';

describe('the map of keys', () => {
  it('has the keys of a common keyboard until others are learned', () => {
    const actions = actionsOf({});
    expect(actions.get('ArrowDown')).toBe('next');
    expect(actions.get('NumpadEnter')).toBe('select');
    expect(actions.get('KeyA')).toBeUndefined();
  });

  it('knows every action that the settings have', () => {
    expect([...KEY_ACTIONS]).toEqual([...ALL]);
  });

  it('gives a key to the action that it was learned for, and leaves the others theirs', () => {
    const actions = actionsOf({ switch: ['Enter'], next: ['F13'] });
    expect(actions.get('Enter')).toBe('switch');
    expect(actions.get('NumpadEnter')).toBe('select');
    expect(actions.get('F13')).toBe('next');
    expect(actions.get('ArrowDown')).toBeUndefined();
  });

  it('takes a learned key from the action that had it', () => {
    const keys = withKey({}, 'switch', 'Enter');
    expect(keysOf(keys, 'switch')).toEqual(['Enter']);
    expect(keysOf(keys, 'select')).toEqual(['NumpadEnter']);
  });

  it('never has a key twice, and is always such as the settings allow', () => {
    const codes = [...Object.values(USUAL_KEYS).flat(), 'F13', 'F14', 'F15', 'F16', 'F17'];
    const learned = fc.array(fc.tuple(fc.constantFrom(...KEY_ACTIONS), fc.constantFrom(...codes)));
    fc.assert(
      fc.property(learned, (presses) => {
        const keys = presses.reduce<KeyMap>(
          (map, [action, code]: [KeyAction, string]) => withKey(map, action, code),
          {},
        );
        const all = KEY_ACTIONS.flatMap((action) => keysOf(keys, action));
        expect(new Set(all).size).toBe(all.length);
        expect(StaffFile.safeParse({ keys }).error).toBeUndefined();
        const last = presses.at(-1);
        if (last) expect(actionsOf(keys).get(last[1])).toBe(last[0]);
      }),
    );
  });

  it('calls keys as they are called on a keyboard', () => {
    expect(['ArrowDown', 'KeyA', 'Digit1', 'F13', 'AudioVolumeUp'].map(keyName)).toEqual([
      'Arrow Down',
      'A',
      '1',
      'F13',
      'Audio Volume Up',
    ]);
  });
});

it('settings with one key for two actions are refused', () => {
  expect(StaffFile.safeParse({ keys: { next: ['F13'], select: ['F13'] } }).success).toBe(false);
  expect(StaffFile.safeParse({ keys: { next: ['F 13'] } }).success).toBe(false);
  expect(StaffFile.safeParse({ keys: { jump: ['F13'] } }).success).toBe(false);
});
