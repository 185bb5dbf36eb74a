/**
 * The DOM edge of the keys: takes those that have a meaning before anybody else, and tells the screens of them as a common
 * keyboard would. Whatever writes, and every key that means nothing here, is left to the browser.
 */
import type { KeyAction } from '../../src-main/contract/settings.ts';
import type { Presses } from './presses.ts';

export interface KeyOptions {
  readonly window: Window;
  readonly presses: Presses;
  /** What a key asks for, by its code. */
  readonly actionOf: (code: string) => KeyAction | undefined;
  /** Staff press the key that is to be learned: what it is called goes to whoever asked, and nobody else. */
  readonly learn: () => ((code: string) => void) | undefined;
  /** @param answered a screen has answered the key already */
  readonly onact: (action: KeyAction, answered: boolean) => void;
  /** Any key at all: what is being said is interrupted. */
  readonly onkey: () => void;
}

/** What screens are told: the key of a common keyboard that asks for the same, if there is one. */
const TOLD: Readonly<Partial<Record<KeyAction, string>>> = {
  previous: 'ArrowUp',
  next: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  select: 'Enter',
  back: 'Escape',
  help: 'Help',
  home: 'Home',
  louder: 'AudioVolumeUp',
  quieter: 'AudioVolumeDown',
};

/** What a line to write on has its own use for. */
const OF_WRITING: readonly KeyAction[] = ['left', 'right', 'home', 'select'];

/** Call it before anything else listens. @returns the way to stop */
export function listenToKeys(options: KeyOptions): () => void {
  const { window, presses, actionOf, learn, onact, onkey } = options;
  const over = new AbortController();
  const on = (type: 'keydown' | 'keyup', call: (event: KeyboardEvent) => void): void =>
    window.addEventListener(type, call, { capture: true, signal: over.signal });
  const told = new WeakSet<Event>();
  const refuse = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const act = (action: KeyAction): void => {
    const event = new KeyboardEvent('keydown', {
      key: TOLD[action] ?? 'Unidentified',
      bubbles: true,
      cancelable: true,
    });
    told.add(event);
    const target = window.document.activeElement ?? window.document.body;
    onact(action, !target.dispatchEvent(event));
  };

  on('keydown', (event) => {
    if (told.has(event)) return;
    // A key acts once, however long it is held: a hand that cannot let go at once turns no pages.
    if (event.repeat) return refuse(event);
    onkey();
    const code = codeOf(event);
    const learning = learn();
    if (learning && code !== 'Escape' && code !== 'Tab') {
      refuse(event);
      return learning(code);
    }
    const action = meant(event);
    if (!action) return;
    refuse(event);
    presses.down(code, () => act(action));
  });
  on('keyup', (event) => {
    if (meant(event)) refuse(event);
    presses.up(codeOf(event));
  });
  window.addEventListener('blur', () => presses.clear(), { signal: over.signal });

  function meant(event: KeyboardEvent): KeyAction | undefined {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return undefined;
    const action = actionOf(codeOf(event));
    const { target } = event;
    const isWritten = target instanceof Element && target.matches('input, textarea');
    return action && isWritten && OF_WRITING.includes(action) ? undefined : action;
  }

  return () => over.abort();
}

/** Some keypads send a key without a place. */
const codeOf = ({ code, key }: KeyboardEvent): string => code || key;
