/**
 * The DOM edge of Steady Touch: listens to fingers and pens before anybody else, and presses what was meant. A browser's own
 * click by touch is taken away; keys, mice and assistive technology press as ever (`detail` 0, R-24).
 */
import type { Clock } from '../session/clock.ts';
import { isBroad, PageGlass } from './glass.ts';
import type { Preset } from './presets.ts';
import { SteadyTouch, type Aim, type Spot, type Wish } from './steady-touch.ts';

export interface TouchOptions {
  readonly window: Window;
  readonly clock: Clock;
  /** px of a millimetre. */
  readonly mm: () => number;
  /** Absent: the filter is off, and the browser's own taps count. */
  readonly preset: () => Preset | undefined;
  /** A finger has come to the glass; px of the window. */
  readonly ondown?: (at: Spot) => void;
  /** What became of it, after its target was pressed; px of the window. */
  readonly onwish?: (wish: Wish<Element>) => void;
}

export interface ListeningToTouch {
  /** What is on the glass counts for nothing, as when another screen comes under it. */
  readonly discard: () => void;
  readonly stop: () => void;
}

/** How often it is looked at what would be pressed, ms: the outline comes sooner than 100 ms after the finger. */
const LOOK = 60;

/** Marks what would be pressed. */
const AIMED = 'data-aimed';

/** What takes fingers for itself, as paper that is written on. */
const OWN = '[data-own-touch]';

/** Stands in while the filter is off, when no contact reaches it. */
const NEVER: Preset = { least: Infinity, merge: 0, lockout: 0, asks: false };

/** Call it before anything else listens, so that nobody sees a click that was not meant. */
export function listenToTouch({ window, clock, mm, preset, ondown, onwish }: TouchOptions): ListeningToTouch {
  const glass = new PageGlass(window.document, mm);
  const touch = new SteadyTouch<Element>(glass, NEVER, (wish) => {
    aimAt(undefined);
    if (wish.kind === 'meant') press(inPx(wish));
    onwish?.(wishInPx(wish));
  });
  const inPx = <Target>({ target, at }: Aim<Target>): Aim<Target> => ({ target, at: spotInPx(at) });
  const spotInPx = ({ x, y }: Spot): Spot => ({ x: x * mm(), y: y * mm() });
  const wishInPx = (wish: Wish<Element>): Wish<Element> =>
    wish.kind === 'unclear'
      ? { ...wish, aims: [inPx(wish.aims[0]), inPx(wish.aims[1])] }
      : { ...wish, at: spotInPx(wish.at) };

  let aimed: Element | undefined;
  const aimAt = (target: Element | undefined): void => {
    const shown = target && isBroad(target) ? undefined : target;
    if (shown === aimed) return;
    aimed?.removeAttribute(AIMED);
    shown?.setAttribute(AIMED, '');
    aimed = shown;
  };

  /** Events tell their time by a clock of their own; between events, ours goes on. */
  let told = { event: 0, clock: 0 };
  const tell = ({ timeStamp }: Event): number => {
    told = { event: Math.max(told.event, timeStamp), clock: clock.now() };
    return told.event;
  };
  const now = (): number => told.event + clock.now() - told.clock;

  let cancel = (): void => {};
  const wait = (): void => {
    cancel();
    const { due } = touch;
    if (!touch.touched && due === undefined) return;
    cancel = clock.after(Math.min(LOOK, Math.max(0, (due ?? Infinity) - now())), () => {
      touch.advance(now());
      aimAt(touch.touched || touch.due !== undefined ? touch.candidate : undefined);
      wait();
    });
  };
  const discard = (): void => {
    touch.clear();
    // Nothing of a screen that has gone is kept.
    glass.renew();
    cancel();
    aimAt(undefined);
  };

  /** Whether the filter takes it; switched off, it forgets what was on the glass. */
  const takes = ({ pointerType, target }: PointerEvent): boolean => {
    const chosen = preset();
    if (!chosen) {
      if (touch.preset !== NEVER) discard();
      touch.preset = NEVER;
      return false;
    }
    touch.preset = chosen;
    const isFinger = pointerType === 'touch' || pointerType === 'pen';
    return isFinger && !(target instanceof Element && target.closest(OWN));
  };
  const spotOf = ({ clientX, clientY }: PointerEvent): Spot => ({ x: clientX / mm(), y: clientY / mm() });
  const radiusOf = ({ width, height }: PointerEvent): number => Math.max(width, height) / 2 / mm();

  const over = new AbortController();
  const on = (type: string, call: (event: PointerEvent) => void): void => {
    const options = { capture: true, signal: over.signal };
    window.addEventListener(
      type,
      (event) => takes(event as PointerEvent) && call(event as PointerEvent),
      options,
    );
  };
  on('pointerdown', (event) => {
    // Neither a focus nor a mouse follows by itself: both would come where the finger happened to land.
    event.preventDefault();
    const isFirst = !touch.touched && touch.due === undefined;
    if (isFirst) glass.renew();
    touch.down(event.pointerId, tell(event), spotOf(event), radiusOf(event));
    if (isFirst) ondown?.({ x: event.clientX, y: event.clientY });
    wait();
  });
  on('pointermove', (event) => {
    const samples = event.getCoalescedEvents();
    for (const sample of samples.length > 0 ? samples : [event]) {
      touch.move(event.pointerId, sample.timeStamp, spotOf(sample), radiusOf(sample));
    }
  });
  on('pointerup', (event) => {
    touch.up(event.pointerId, tell(event));
    wait();
  });
  on('pointercancel', (event) => {
    touch.cancel(event.pointerId, tell(event));
    wait();
  });
  on('click', (event) => {
    if (event.detail === 0) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  });

  return {
    discard,
    stop: () => {
      over.abort();
      discard();
    },
  };
}

/**
 * As a finger would: the focus goes there, then it is clicked. Keys leave the focus with what is written.
 * @param at px of the window
 */
export function press({ target, at }: Aim<Element>): void {
  if (!(target instanceof HTMLElement) || !target.isConnected || target.matches(':disabled')) return;
  if (!target.closest('[data-keeps-focus]')) target.focus({ preventScroll: true });
  const [clientX, clientY] = [Math.round(at.x), Math.round(at.y)];
  target.dispatchEvent(
    new MouseEvent('click', {
      bubbles: true,
      cancelable: true,
      composed: true,
      clientX,
      clientY,
    }),
  );
}
