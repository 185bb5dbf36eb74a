/** What the keys of a keypad, a switch and a jack do on every screen (R-06, R-18, R-34 … R-36). */
import type { PageSettings } from '../../src-main/contract/api.ts';
import type { KeyAction } from '../../src-main/contract/settings.ts';
import { isAid, type Aid } from '../comfort/aids.ts';
import type { Clock } from '../session/clock.ts';
import { actionsOf } from './key-map.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { Presses } from './presses.ts';
import { Scan } from './scan.ts';
import { groupsOf, stopFrom, stopsOf, topOf } from './walk.ts';

type KeySettings = Pick<PageSettings, 'keys' | 'keyHoldMs' | 'keyLockoutMs' | 'scanSeconds'>;

export interface KeysOptions {
  readonly clock: Clock;
  readonly settings: () => KeySettings;
  /** The self-voicing mode of those who do not see. */
  readonly speech: {
    readonly isOn: boolean;
    readonly start: () => void;
    readonly hush: () => void;
    /** What can be walked to besides what can be pressed. */
    readonly texts: () => readonly HTMLElement[];
  };
  /** The jack is out: nothing is said to the room. */
  readonly unplug: () => void;
  /** Reads the screen, or pauses. */
  readonly listen: () => void;
  /** One step louder or quieter. */
  readonly loud: (by: 1 | -1) => void;
  readonly aid: (aid: Aid) => void;
}

/** Marks what a switch would choose. */
const SCANNED = 'data-scanned';

export class Keys {
  #learning = $state.raw<(code: string) => void>();
  readonly #options: KeysOptions;
  readonly #presses: Presses;
  readonly #scan: Scan;
  readonly #actions = $derived.by(() => actionsOf(this.#options.settings().keys));

  constructor(options: KeysOptions) {
    this.#options = options;
    this.#presses = new Presses(options.clock, () => {
      const { keyHoldMs, keyLockoutMs } = options.settings();
      return { holdMs: keyHoldMs, lockoutMs: keyLockoutMs };
    });
    this.#scan = new Scan({
      clock: options.clock,
      everyMs: () => options.settings().scanSeconds * 1000,
      groups: () => groupsOf(stopsOf(document)),
      show: (offered) => this.#offer(offered),
      press: (chosen) => chosen.click(),
    });
  }

  /** The next key goes to whoever asked. @returns the way to call it off */
  readonly learn = (learned: (code: string) => void): (() => void) => {
    const own = (code: string): void => {
      this.#learning = undefined;
      learned(code);
    };
    this.#learning = own;
    return () => {
      if (this.#learning === own) this.#learning = undefined;
    };
  };

  /** Call it before anything else listens. @returns the way to stop */
  readonly follow = (window: Window): (() => void) => {
    const stop = listenToKeys({
      window,
      presses: this.#presses,
      actionOf: (code) => this.#actions.get(code),
      learn: () => this.#learning,
      onact: (action, answered) => this.#act(action, answered),
      onkey: this.#options.speech.hush,
    });
    // Whoever touches the glass needs no switch, and hears what they do.
    const touched = (): void => {
      this.#scan.stop();
      this.#options.speech.hush();
    };
    window.addEventListener('pointerdown', touched, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', touched, { capture: true });
      stop();
    };
  };

  /** Ends with the visit. */
  readonly reset = (): void => {
    this.#presses.clear();
    this.#scan.stop();
    this.#learning = undefined;
  };

  #act(action: KeyAction, answered: boolean): void {
    if (action !== 'switch') this.#scan.stop();
    // What every screen has is there whatever the key was for at first, as when it wakes the kiosk.
    const { speech, listen, unplug, loud } = this.#options;
    if (action === 'switch') this.#scan.press();
    else if (action === 'louder') loud(1);
    else if (action === 'quieter') loud(-1);
    else if (action === 'jackIn') speech.start();
    else if (action === 'jackOut') unplug();
    else if (isAid(action)) this.#options.aid(action);
    else if (action === 'listen') (speech.isOn ? listen : speech.start)();
    else if (answered) return;
    else if (action === 'next') this.#walk(1);
    else if (action === 'previous') this.#walk(-1);
    else if (action === 'select') this.#select();
    else if (action === 'back') back();
    else if (action === 'home' || action === 'help') toControl(action);
  }

  #walk(by: 1 | -1): void {
    const stops = inOrder([...stopsOf(document), ...this.#options.speech.texts()]);
    focus(stopFrom(stops, document.activeElement, by));
  }

  #select(): void {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && stopsOf(document).includes(activeElement))
      activeElement.click();
    else this.#walk(1);
  }

  #offer(offered: HTMLElement | undefined): void {
    document.querySelector(`[${SCANNED}]`)?.removeAttribute(SCANNED);
    offered?.setAttribute(SCANNED, '');
    offered?.scrollIntoView({ block: 'nearest' });
    // A reader of the screen, and the voice, follow the focus.
    if (offered?.matches('button, a[href], [role="button"]')) focus(offered);
  }
}

/** In the order of the page. */
const inOrder = (elements: readonly HTMLElement[]): HTMLElement[] =>
  [...elements].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));

/** Texts take the focus as long as a voice reads them. */
function focus(stop: HTMLElement | undefined): void {
  if (!stop) return;
  if (!stop.matches('button, a[href], input, summary, [tabindex]')) stop.tabIndex = -1;
  stop.focus({ focusVisible: true });
}

/** The sheet that lies above all closes; without one, Back is pressed. */
function back(): void {
  const top = topOf(document);
  if (top instanceof HTMLDialogElement) top.requestClose();
  else document.querySelector<HTMLElement>('[data-control="back"]')?.click();
}

/** The constant controls lie beneath sheets: these close first. */
function toControl(name: 'home' | 'help'): void {
  for (const sheet of document.querySelectorAll<HTMLDialogElement>('dialog:modal')) sheet.close();
  document.querySelector<HTMLElement>(`[data-control="${name}"]`)?.click();
}
