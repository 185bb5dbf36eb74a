import { mount } from 'svelte';
import App from './App.svelte';
import { listen, readBoot, reportReady } from './kiosk/client.ts';
import { Page } from './kiosk/page.svelte.ts';
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
window.addEventListener('error', recover);
window.addEventListener('unhandledrejection', recover);

const calm = target.firstElementChild;
mount(App, { target, props: { page } });
calm?.remove();

listen(browserClock, {
  content: ({ version }) => (page.newest = version),
  settings: (settings) => (page.settings = settings),
});
void reportReady();
