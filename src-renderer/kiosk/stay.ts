/**
 * Keeps the visitor on the page. It goes from screen to screen without navigating, has no links, and takes no files; so whatever
 * does is not the page, and is refused. Hosts that can refuse such things themselves do so as well.
 */
export function stayHere(page: Window): void {
  const refuse = (event: Event): void => event.preventDefault();
  // Older browsers do not have it.
  (page.navigation as Navigation | undefined)?.addEventListener('navigate', (event) => {
    if (withoutHash(event.destination.url) !== withoutHash(page.location.href)) refuse(event);
  });
  for (const type of ['click', 'auxclick'] as const) {
    page.addEventListener(type, (event) => leadsAway(event.target) && refuse(event), { capture: true });
  }
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    page.addEventListener(type, refuse, { capture: true });
  }
}

/** The page may load itself again. */
const withoutHash = (address: string): string => address.split('#')[0] ?? '';

/** With Ctrl, Shift or the middle button a link opens a window, which is no navigation. */
const leadsAway = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a[href], area[href], input[type=file]') !== null;
