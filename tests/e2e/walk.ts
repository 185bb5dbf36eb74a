/** A walk over the screens within one visit: none of them is gone to anew from the waiting room. */
import type { Page } from '@playwright/test';
import { APART, goHome, ways, type ScreenName } from '../../tools/screens/ways.ts';

/** The screens that a visit comes by. */
export const inAVisit = (Object.keys(ways) as ScreenName[]).filter((name) => !APART.includes(name));

/** Begins on the home screen. @returns what `look` finds, by the screens on which it finds anything */
export async function walk(
  page: Page,
  names: readonly ScreenName[],
  look: (page: Page) => Promise<readonly string[]>,
): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const name of names) {
    await ways[name](page);
    const faults = await look(page);
    if (faults.length > 0) found[name] = faults;
    await goHome(page);
  }
  return found;
}
