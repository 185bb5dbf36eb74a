/** From one thing to the next by keys alone: the way of a keypad, which has no Tab, and of a switch. */

/** What can be pressed, and what can be written in. */
export const STOPS = 'button, a[href], input, summary, [role="button"]';

/** Where keys can stop now: in the sheet that lies above all, else on the whole page; in the order of the page. */
export function stopsOf(document: Document): HTMLElement[] {
  return [...topOf(document).querySelectorAll<HTMLElement>(STOPS)].filter(canStop);
}

/** What everything that is done now lies in. */
export const topOf = (document: Document): Element =>
  [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;

/**
 * The stop that follows an element, or the one before it; beyond the last comes the first.
 * @param from where the focus is; whatever is no stop itself lies between two of them
 */
export function stopFrom(
  stops: readonly HTMLElement[],
  from: Element | null,
  by: 1 | -1,
): HTMLElement | undefined {
  const follows = (stop: HTMLElement): boolean =>
    from !== null &&
    isPlaced(from) &&
    (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const precedes = (stop: HTMLElement): boolean =>
    from !== null &&
    isPlaced(from) &&
    (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
  return by > 0
    ? (stops.find((stop) => stop !== from && follows(stop)) ?? stops[0])
    : (stops.findLast((stop) => stop !== from && precedes(stop)) ?? stops.at(-1));
}

/** Nothing has the focus when the body has it. */
const isPlaced = (element: Element): boolean => element.matches(':not(body, html)');

function canStop(element: HTMLElement): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.matches(':disabled') &&
    element.closest('[inert], [aria-hidden="true"]') === null
  );
}

/** What lies together on the page, and is offered together to a single switch. */
const GROUPS = 'nav, [role="group"], ul, ol, .foot, .ways, .turns, header';

/** The stops as groups of those that follow each other and lie together; a stop that lies alone is a group of itself. */
export function groupsOf(stops: readonly HTMLElement[]): { element: HTMLElement; stops: HTMLElement[] }[] {
  const groups: { element: HTMLElement; stops: HTMLElement[] }[] = [];
  for (const stop of stops) {
    const element = stop.closest<HTMLElement>(GROUPS) ?? stop;
    const last = groups.at(-1);
    if (last?.element === element) last.stops.push(stop);
    else groups.push({ element, stops: [stop] });
  }
  return groups.map((group) => (group.stops.length === 1 ? { ...group, element: group.stops[0]! } : group));
}
