/** Keys on the screen of consult: they lead the eye, as in a picture of a tour; a key that is held down counts once. */
import type { Consult } from './consult.svelte.ts';
import type { SightStep } from './sight.ts';

/** A touch turns by so many degrees, comes nearer by this factor, moves by this share of the picture. */
export const TURN = 20;
export const NEARER = 1.3;
export const ASIDE = 0.12;

const LEADS: Readonly<Record<string, SightStep>> = {
  ArrowLeft: { orbit: TURN },
  ArrowRight: { orbit: -TURN },
  PageUp: { elevation: TURN },
  PageDown: { elevation: -TURN },
  '+': { nearer: NEARER },
  '=': { nearer: NEARER },
  '-': { nearer: 1 / NEARER },
};

/** @param leave goes back to where consult was opened from */
export function keysOf(event: KeyboardEvent, consult: Consult, isStill: boolean, leave: () => void): void {
  const { key, target } = event;
  // Texts that scroll and the slider have these keys for themselves.
  const isTaken = target instanceof Element && target.matches('.box, input');
  const by = LEADS[key];
  if (by && !isTaken && !isStill) {
    event.preventDefault();
    consult.step(by);
  }
  if (key === '0') consult.straighten();
  if (key === 'Escape') {
    event.preventDefault();
    if (consult.part === undefined) leave();
    else consult.tell(undefined);
  }
}
