import { mount } from 'svelte';
import App from './App.svelte';
import { fetchAhead } from './comfort/sheets.ts';
import { listen, readBoot, reportReady } from './kiosk/client.ts';
import { startHeart } from './kiosk/heart.ts';
import { Page } from './kiosk/page.svelte.ts';
import { stayHere } from './kiosk/stay.ts';
import { post } from './kiosk/post.ts';
import { browserClock } from './session/clock.ts';

/** How long a page without a screen is waited for before it starts afresh, ms. */
const RECOVERY_MS = 5_000;

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

stayHere(window);
const calm = target.firstElementChild;
mount(App, { target, props: { page } });
calm?.remove();

listen(browserClock, {
  content: ({ version }) => (page.newest = version),
  settings: (settings) => (page.settings = settings),
});
void reportReady().then(() => page.drawing.start());
requestIdleCallback(fetchAhead);
startHeart(
  browserClock,
  () => page.used,
  (beat) => post('/host/beat', beat),
);
