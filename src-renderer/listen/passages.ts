import { sentencesOf, wholeSigns, type Span } from './sentences.ts';
import type { Sentence } from './player.ts';

/** A stretch of a page's words in one language, that no block ends. */
interface Passage {
  text: string;
  readonly lang: string;
  readonly block: Element;
  /** Where each text node begins in `text`. */
  readonly nodes: { readonly node: Text; readonly from: number }[];
}

/** A sentence, and where it stands on the page. */
export interface Heard extends Sentence {
  /** Where a stretch of it stands; without one, the whole. */
  readonly place: (start?: number, length?: number) => Range;
}

/** What nobody sees, and signs. */
const UNSEEN = '[aria-hidden=true], .visually-hidden, svg, input';
/** What is left out where the screen is read as a whole: also what is marked as unread, as the number of a page. */
const UNREAD = `[data-unread], ${UNSEEN}`;

/** What is read of the screen: the sheet that lies above all, else each part that is marked, in its order. */
export function readRoots(document: Document): readonly Element[] {
  const above = [...document.querySelectorAll('dialog:modal')].at(-1);
  return above ? [above] : [...document.querySelectorAll('[data-read]')];
}

/** The sentences of parts of the page, in their order, each in its language. */
export function heardOf(roots: readonly Element[]): readonly Heard[] {
  return roots.flatMap((root) => passagesOf(root, UNREAD)).flatMap(heardIn);
}

/** All that is seen of a part of the page, what is marked as unread included. */
export const seenOf = (root: Element): readonly Sentence[] =>
  passagesOf(root, UNSEEN)
    .flatMap(heardIn)
    .map(({ text, lang }) => ({ text, lang }));

const heardIn = (passage: Passage): Heard[] =>
  sentencesOf(passage.text, passage.lang).map((span) => ({
    text: passage.text.slice(span.start, span.end),
    lang: passage.lang,
    place: (start = 0, length = span.end - span.start) => {
      const told = { start: span.start + start, end: Math.min(span.end, span.start + start + length) };
      return placeOf(passage, wholeSigns(passage.text, told, passage.lang));
    },
  }));

/** The blocks of a part of the page that hold words of their own, besides those in what matches `pressed`; in their order. */
export const blocksOf = (root: Element, pressed: string): Element[] => [
  ...new Set(
    passagesOf(root, UNSEEN)
      .filter(({ nodes }) =>
        nodes.some(({ node }) => node.data.trim() && !node.parentElement?.closest(pressed)),
      )
      .map(({ block }) => block),
  ),
];

function passagesOf(root: Element, unread: string): Passage[] {
  const passages: Passage[] = [];
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
      const isUnread =
        (node as Element).matches(unread) || !(node as Element).checkVisibility({ visibilityProperty: true });
      // The elements themselves are passed over, those unread with all that is in them.
      return isUnread ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  );
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const block = blockOf(node.parentElement!);
    const lang = node.parentElement!.closest<HTMLElement>('[lang]')?.lang || 'und';
    let passage = passages.at(-1);
    if (passage?.block !== block || passage.lang !== lang) {
      passage = { text: '', lang, block, nodes: [] };
      passages.push(passage);
    }
    passage.nodes.push({ node, from: passage.text.length });
    // A line break of the source is a space; letter for letter, so that places stay.
    passage.text += node.data.replaceAll(/\s/g, ' ');
  }
  return passages.filter(({ text }) => text.trim() !== '');
}

function blockOf(element: Element): Element {
  const { display } = getComputedStyle(element);
  const parent = element.parentElement;
  return parent && (display.startsWith('inline') || display === 'contents') ? blockOf(parent) : element;
}

function placeOf({ nodes }: Passage, { start, end }: Span): Range {
  const [first, last] = [start, end - 1].map((at) => nodes.findLast(({ from }) => from <= at) ?? nodes[0]!);
  const range = first!.node.ownerDocument.createRange();
  range.setStart(first!.node, Math.min(start - first!.from, first!.node.length));
  range.setEnd(last!.node, Math.min(end - last!.from, last!.node.length));
  return range;
}
