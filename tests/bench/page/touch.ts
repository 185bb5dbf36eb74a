import { setTimeout as pause } from 'node:timers/promises';
import type { OpenPage } from '../browser.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The middle of the first element of a selector, CSS pixels; undefined while it is not there or has no size. */
export function placeOf({ page }: OpenPage, selector: string): Promise<Place | undefined> {
  return page.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    return box?.width && box.height ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined;
  }, selector);
}

/** A finger, as the browser's own input handling sees it. */
export async function touch({ cdp }: OpenPage, place: Place): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [place] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Touches an element as soon as it is there. @throws when it is not there within 15 s */
export async function touchWhenThere(open: OpenPage, selector: string): Promise<void> {
  const until = performance.now() + 15_000;
  for (;;) {
    const place = await placeOf(open, selector);
    if (place) return touch(open, place);
    if (performance.now() > until) throw new Error(`There is no ${selector} on the page.`);
    await pause(20);
  }
}
