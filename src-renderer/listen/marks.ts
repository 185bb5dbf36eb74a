/** The names of `::highlight(…)` in the styles. */
const SENTENCE = 'listen';
const WORD = 'listen-word';

/** Marks what is being read, without a change of the page: nothing moves, and no screen draws itself anew. */
export function mark(sentence: Range, word?: Range): void {
  CSS.highlights.set(SENTENCE, new Highlight(sentence));
  if (word) {
    const highlight = new Highlight(word);
    highlight.priority = 1;
    CSS.highlights.set(WORD, highlight);
  } else CSS.highlights.delete(WORD);
}

export function unmark(): void {
  CSS.highlights.delete(SENTENCE);
  CSS.highlights.delete(WORD);
}

/** How much of a pane's foot may be faded out, as a share of its height. */
const FADED = 0.15;

/**
 * How far a pane scrolls so that lines come into sight: not at all where they are seen; else so that the first stands near the
 * top, for all that follows to be seen as well.
 * @param lines from the pane's top to the upper edge of the first and the lower one of the last, px
 */
export function scrollFor(pane: number, lines: { readonly top: number; readonly bottom: number }): number {
  const { top, bottom } = lines;
  if (top >= 0 && bottom <= pane * (1 - FADED)) return 0;
  return top - pane * 0.08;
}

/** Brings words into sight, where they stand in a pane that scrolls, upright or tilted. */
export function reveal(words: Range): void {
  const pane = words.startContainer.parentElement?.closest('.box');
  const rects = [...words.getClientRects()];
  const [first, last] = [rects[0], rects.at(-1)];
  if (!pane || !first || !last) return;
  const tilt = parseFloat(getComputedStyle(pane).getPropertyValue('--tilt')) || 0;
  const turn = (tilt * Math.PI) / 180;
  const box = pane.getBoundingClientRect();
  /** Of a line's middle, along the pane's own height. */
  const along = (line: DOMRect): number => {
    const x = line.x + line.width / 2 - (box.x + box.width / 2);
    const y = line.y + line.height / 2 - (box.y + box.height / 2);
    return y * Math.cos(turn) - x * Math.sin(turn) + pane.clientHeight / 2;
  };
  const half = parseFloat(getComputedStyle(words.startContainer.parentElement!).fontSize) * 0.75;
  pane.scrollTop += scrollFor(pane.clientHeight, { top: along(first) - half, bottom: along(last) + half });
}
