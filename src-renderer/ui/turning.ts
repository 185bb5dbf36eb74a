/** A long text is turned by whole lines and rows: what cannot be seen whole waits for the next page. */

/** What is never cut, from its top to its bottom, px from the top of the text. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  /** Would mean nothing at the foot of a page, as a heading. */
  readonly leads?: boolean;
}

/** So far may bands reach into one another and still be two: letters reach beyond their line, px. */
const REACH = 2;
/** Of what waits for the next page not even an edge is seen: where there is a gap before it, the page ends so much sooner, px. */
const CLEAR = 4;
/** Of a band that is higher than the page so much is turned at a time. */
const SHARE = 0.8;

/** Bands from top to bottom; those that stand side by side are one, and so is a heading with what follows. */
export function settled(bands: readonly Band[]): Band[] {
  const whole: Band[] = [];
  for (const band of [...bands].sort((a, b) => a.top - b.top)) {
    const last = whole.at(-1);
    if (last && (last.leads === true || band.top < last.bottom - REACH)) {
      const isBeside = band.top < last.bottom - REACH;
      const leads = isBeside ? last.leads === true && band.leads === true : band.leads === true;
      whole[whole.length - 1] = { top: last.top, bottom: Math.max(last.bottom, band.bottom), leads };
    } else whole.push(band);
  }
  return whole;
}

/**
 * Where the pages begin, px from the top of the text. The last one is as full as can be, and shows again what it has room for.
 * @param bands settled
 * @param inner height of the text, px
 * @param outer height of a page, px
 */
export function pageTops(bands: readonly Band[], inner: number, outer: number): number[] {
  if (outer <= 0) return [0];
  /** The last page begins here: with a whole row, or else where the text ends at its foot. */
  const last = bands.find((band) => band.top >= inner - outer - 1)?.top ?? inner - outer;
  const tops = [0];
  for (let top = 0; top + outer < inner - 1;) {
    const first = bands.find((band) => band.bottom > top + outer + 1 && band.top > top + 1);
    // A band that is higher than the page is turned by shares of it.
    const next = first && first.top <= top + outer ? first.top : top + SHARE * outer;
    top = Math.min(next, last);
    tops.push(top);
  }
  return tops;
}

/** How much of a page can be seen from there without a band being cut, px; all of it where one is higher than the page. */
export function cutOf(bands: readonly Band[], top: number, outer: number): number {
  const next = bands.find((band) => band.bottom > top + outer + 1);
  if (!next || next.top <= top + 1) return outer;
  const before = bands.findLast(({ bottom }) => bottom <= next.top + REACH)?.bottom ?? 0;
  return Math.min(outer, Math.max(before, next.top - CLEAR) - top);
}

/** Never cut, whatever is in it. */
const WHOLE = 'li, button, label, figure, img, svg, dd, [role=group], [role=note]';
/** A paragraph that takes no more of a page than this is not cut between its lines. */
const FEW = 0.3;
/** A line that takes no more of a page than this leads the next one. */
const LOW = 0.1;
const LEADING = 'h1, h2, h3, h4, dt';

/**
 * The lines and rows of a text.
 * @param outer height of a page, px: what is higher is cut between its own lines
 * @returns settled; none where the text is tilted, so that lines are not level
 */
export function bandsOf(text: HTMLElement, outer: number): Band[] {
  const { top: origin, height } = text.getBoundingClientRect();
  if (Math.abs(height - text.offsetHeight) > 1) return [];
  const bands: Band[] = [];
  const add = ({ top, bottom, height }: DOMRect, leads = false): void => {
    if (height > 0) bands.push({ top: top - origin, bottom: bottom - origin, leads });
  };
  const visit = (node: Node): void => {
    if (node instanceof Element) {
      const box = node.getBoundingClientRect();
      const isWhole = node.matches(WHOLE) || (node.matches('p') && box.height <= FEW * outer);
      const leads = node.matches(LEADING);
      if ((isWhole || leads) && box.height <= outer) add(box, leads);
      else if (node.matches('p')) lines(node);
      else for (const child of node.childNodes) visit(child);
    } else if (node.textContent?.trim()) lines(node);
  };
  /** The first line of several leads, unless letters are large: it does not stand alone at the foot of a page. */
  const lines = (node: Node): void => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()];
    const first = Math.min(...rects.map(({ bottom }) => bottom)) - REACH;
    const isOne = rects.every(({ top }) => top < first);
    for (const line of rects) add(line, !isOne && line.top < first && line.height <= LOW * outer);
  };
  visit(text);
  return settled(bands);
}
