import { mount } from 'svelte';
import App from './App.svelte';
import { measurePanel } from './comfort/panel.ts';
import { fetchFaces } from './i18n/faces.ts';
import { listen, readBoot, reportReady } from './kiosk/client.ts';
import { startHeart } from './kiosk/heart.ts';
import { Page } from './kiosk/page.svelte.ts';
import { post } from './kiosk/post.ts';
import { fetchAhead } from './kiosk/screens.ts';
import { browserClock } from './session/clock.ts';
import { listenToTouch } from './touch/listen-to-touch.ts';

/** How long a page without a screen is waited for before it starts afresh, ms. */
const RECOVERY_MS = 5_000;
/** What nobody waits for comes when the page has stood for so long, ms. */
const UNTOUCHED_MS = 2_000;

/**
 * Makes the page in the place of the calm screen.
 * @param latin resolves when the typeface of Latin is there, or will not come
 */
export function start(latin: Promise<unknown>): void {
  const page = new Page(readBoot(document), browserClock);
  const target = document.getElementById('app')!;

  // A fault that takes the whole screen away must not leave the visitor before nothing.
  const recover = (): void => {
    browserClock.after(RECOVERY_MS, () => {
      if (!document.querySelector('main')) location.reload();
    });
  };
  window.addEventListener('error', (event) => {
    // Says only that a size is told with the next frame.
    if (event.message.startsWith('ResizeObserver loop')) return;
    page.faults.tell(event.error ?? event.message);
    recover();
  });
  window.addEventListener('unhandledrejection', (event) => {
    page.faults.tell(event.reason);
    recover();
  });

  // Before anything else listens.
  page.keys.follow(window);
  page.touching.follow(
    listenToTouch({
      window,
      clock: browserClock,
      mm: () => measurePanel(innerWidth, innerHeight, page.settings.panelInches).mm,
      preset: () => page.touching.preset,
      ondown: page.touching.down,
      onwish: page.touching.wish,
    }),
  );
  const calm = target.firstElementChild;
  // So that the first words stand in their own typeface.
  void Promise.all([latin, fetchFaces([page.words.locale.tag])]).then(() => {
    // Who has touched the calm screen is on the way home already.
    if (calm?.querySelector('details[open]')) page.visit.send({ type: 'begin' });
    mount(App, { target, props: { page } });
    calm?.remove();
  });

  listen(browserClock, {
    content: ({ version }) => (page.newest = version),
    settings: (settings) => (page.settings = settings),
  });
  // Whoever touches the glass at once comes before the engine, and before what is fetched ahead.
  void reportReady().then(() => requestIdleCallback(() => page.drawing.start(), { timeout: UNTOUCHED_MS }));
  browserClock.after(UNTOUCHED_MS, () => {
    // The invitation takes turns, and languages are chosen by their own names.
    void fetchFaces(page.words.locales.map(({ tag }) => tag));
    requestIdleCallback(fetchAhead);
  });
  startHeart(
    browserClock,
    () => page.used,
    (beat) => post('/host/beat', beat),
  );
}
