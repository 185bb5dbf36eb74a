import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyAction } from '../../../src-main/contract/settings.ts';
import { actionsOf } from '../../../src-renderer/keys/key-map.ts';
import { listenToKeys } from '../../../src-renderer/keys/listen-to-keys.ts';
import { Presses } from '../../../src-renderer/keys/presses.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

let acts: string[];
let keys: number;
let heard: string[];
let learned: ((code: string) => void) | undefined;
let over: AbortController;
let stop: () => void;

beforeEach(() => {
  [acts, heard, keys, learned] = [[], [], 0, undefined];
  document.body.innerHTML = '<button>One</button><input aria-label="Line" />';
  const actions = actionsOf({ select: ['F13'], back: ['F14'] });
  stop = listenToKeys({
    window,
    presses: new Presses(new HeldClock(), () => ({ holdMs: 0, lockoutMs: 0 })),
    actionOf: (code) => actions.get(code),
    learn: () => learned,
    onact: (action: KeyAction, answered) => acts.push(answered ? `${action} answered` : action),
    onkey: () => (keys += 1),
  });
  over = new AbortController();
  window.addEventListener(
    'keydown',
    (event) => {
      heard.push(event.key);
      if (event.key === 'Escape') event.preventDefault();
    },
    { signal: over.signal },
  );
});
afterEach(() => {
  stop();
  over.abort();
  document.body.replaceChildren();
});

/** @returns whether the browser may do with it what it does */
function press(code: string, init: KeyboardEventInit = {}, target: Element = document.body): boolean {
  const event = { code, key: code, bubbles: true, cancelable: true, ...init };
  const isLeft = target.dispatchEvent(new KeyboardEvent('keydown', event));
  target.dispatchEvent(new KeyboardEvent('keyup', event));
  return isLeft;
}

describe('keys', () => {
  it('that mean something are told to screens as those of a common keyboard, and go no further', () => {
    expect(press('F13')).toBe(false);
    expect(heard).toEqual(['Enter']);
    expect(acts).toEqual(['select']);
  });

  it('that a screen has answered are told as answered', () => {
    press('F14');
    expect(acts).toEqual(['back answered']);
  });

  it('that are held act once (R-18)', () => {
    press('ArrowDown');
    expect(press('ArrowDown', { repeat: true })).toBe(false);
    expect(press('KeyA', { repeat: true })).toBe(false);
    expect(heard).toEqual(['ArrowDown']);
    expect(acts).toEqual(['next']);
  });

  it('that mean nothing are left as they are', () => {
    expect(press('KeyA', { key: 'a' })).toBe(true);
    expect(press('Enter')).toBe(true);
    expect(press('ArrowDown', { ctrlKey: true })).toBe(true);
    expect(heard).toEqual(['a', 'Enter', 'ArrowDown']);
    expect(acts).toEqual([]);
  });

  it('are left to a line that is written on, apart from those that lead out of it', () => {
    const line = document.querySelector('input')!;
    expect(press('ArrowLeft', {}, line)).toBe(true);
    expect(press('ArrowDown', {}, line)).toBe(false);
    expect(acts).toEqual(['next']);
  });

  it('interrupt what is said, each of them', () => {
    press('KeyA');
    press('F13');
    expect(keys).toBe(2);
  });

  it('are learned instead of followed when somebody asks, so that one without a place has a name too', () => {
    const codes: string[] = [];
    learned = (code) => codes.push(code);
    expect(press('F13')).toBe(false);
    press('', { key: 'AudioVolumeUp' });
    // Tab and Escape always lead on and out.
    expect(press('Tab')).toBe(true);
    expect(codes).toEqual(['F13', 'AudioVolumeUp']);
    expect(acts).toEqual([]);
  });
});
