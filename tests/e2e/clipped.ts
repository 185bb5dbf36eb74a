import type { Page } from '@playwright/test';

/**
 * Words that are cut off or run into something: text that is wider or higher than its element, that reaches out of a box
 * that has an edge or a fill, out of one that cuts, or out of the screen; names on a picture that lie over each other.
 */
export const clippedWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // Half of what is cut off at the least is seen.
    const HAIR = 1.5;
    const found = new Set<string>();
    const shown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const name = (element: Element): string => {
      const own = element as HTMLElement;
      const known = Object.values(own.dataset).join(' ');
      return `${element.tagName.toLowerCase()}.${[...element.classList].filter((each) => !each.startsWith('svelte-')).join('.')}${known && `#${known}`}`;
    };
    /** For screen readers alone. */
    const unseen = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (getComputedStyle(at).clipPath !== 'none') return true;
      return false;
    };
    const scope = document.querySelector('dialog:modal') ?? document.body;
    /** What holds it; a sheet lies over all else. */
    const over = (element: Element): Element | null => (element === scope ? null : element.parentElement);
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      const text = node.textContent!.trim();
      if (!text || !shown(element) || unseen(element)) continue;
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      const told = `“${text.slice(0, 40)}” in ${name(element)}`;
      const isInline = getComputedStyle(element).display === 'inline';
      if (!isInline && element.scrollWidth > element.clientWidth + HAIR)
        found.add(`${told} is ${element.scrollWidth - element.clientWidth} px too wide`);
      let scrolls = false;
      for (let at: Element | null = element; at && at !== document.body; at = over(at)) {
        const style = getComputedStyle(at);
        const frame = at.getBoundingClientRect();
        // A scroller is moved by its buttons: below and above there is more, but not beside.
        const isScroller = /auto|scroll/.test(style.overflowY) && at.scrollHeight > at.clientHeight + HAIR;
        const isBox =
          isScroller ||
          at.matches('button, dialog, .panel, main') ||
          /hidden|clip/.test(style.overflowX) ||
          parseFloat(style.borderInlineStartWidth) > 0;
        if (style.display !== 'inline' && isBox)
          for (const box of boxes) {
            const across = Math.max(frame.left - box.left, box.right - frame.right);
            const down = Math.max(frame.top - box.top, box.bottom - frame.bottom);
            // A line is higher than its letters.
            const slack = box.height * 0.2;
            if (across > HAIR) found.add(`${told} reaches beside ${name(at)}`);
            if (!scrolls && !isScroller && down > slack)
              found.add(`${told} reaches above or below ${name(at)}`);
          }
        scrolls ||= isScroller;
      }
      if (!scrolls)
        for (const box of boxes) {
          const out = Math.max(-box.left, -box.top, box.right - innerWidth, box.bottom - innerHeight);
          if (out > HAIR) found.add(`${told} is ${Math.round(out)} px off the screen`);
        }
    }

    // The words of a picture, and what stands among them.
    const seen = [...scope.querySelectorAll('.callout:not(.waiting), .side, .stage-button, .control')]
      .filter(shown)
      .map((element) => ({ element, box: wordsBox(element) }));
    for (const [index, a] of seen.entries())
      for (const b of seen.slice(index + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > HAIR && down > HAIR) found.add(`${name(a.element)} lies over ${name(b.element)}`);
      }
    return [...found];

    /** Of a button all of it; of other words only where they stand. */
    function wordsBox(element: Element) {
      const whole = element.getBoundingClientRect();
      if (element.matches('.stage-button, .control')) return whole;
      const own = [...element.querySelectorAll('span, b')].map((each) => each.getBoundingClientRect());
      const edges = own.filter(({ width }) => width > 0);
      if (edges.length === 0) return whole;
      return {
        left: Math.min(...edges.map(({ left }) => left)),
        right: Math.max(...edges.map(({ right }) => right)),
        top: Math.min(...edges.map(({ top }) => top)),
        bottom: Math.max(...edges.map(({ bottom }) => bottom)),
      };
    }
  });

/** What is in its own language whatever the page speaks: letters on keys, names of languages, titles of sources. */
export const OWN_LANGUAGE = '.keys, [data-locale], .answer ul[lang=en]';

/** Words on the page that have not gone through `change`, by a pattern of those that have not. */
export const wordsLike = (page: Page, pattern: RegExp, but: readonly string[]): Promise<string[]> =>
  page.evaluate(
    ({ source, flags, but, own }) => {
      const found = new Set<string>();
      const scope = document.getElementById('app')!;
      const texts: string[] = [];
      const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (!node.parentElement?.closest(own)) texts.push(node.textContent ?? '');
      for (const element of scope.querySelectorAll('[aria-label], [alt], [title], [placeholder]'))
        for (const attribute of ['aria-label', 'alt', 'title', 'placeholder'])
          texts.push(element.getAttribute(attribute) ?? '');
      for (const text of texts)
        for (const [word] of text.matchAll(new RegExp(source, flags)))
          if (!but.includes(word)) found.add(word);
      return [...found];
    },
    { source: pattern.source, flags: pattern.flags, but, own: OWN_LANGUAGE },
  );
