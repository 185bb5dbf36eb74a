import type { Page } from 'playwright-core';

/** What moves on its own and does not come to an end. */
export async function restless(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime === Infinity,
      )
      .map((animation) => `${(animation as CSSAnimation).animationName ?? 'an animation'} has no end`),
  );
}
