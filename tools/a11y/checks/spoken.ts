import type { Page } from 'playwright-core';

/**
 * Words on a screen that Listen does not read, though nothing says that they are left out; those of controls are their names, which the
 * speech mode says.
 */
export async function unreadWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SPARED =
      '[data-read], [data-unread], button, [role=button], nav, [aria-hidden=true], .visually-hidden, svg';
    // A sheet that lies above all is read as the whole that it is.
    if (document.querySelector('dialog:modal')) return [];
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    const unread = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const words = node.textContent!.trim();
      if (words && isSeen && !element.closest(SPARED)) unread.add(words);
    }
    return [...unread].map((words) => `“${words}” is not read aloud`);
  });
}
