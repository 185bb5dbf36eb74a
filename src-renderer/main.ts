import { mount } from 'svelte';
import App from './App.svelte';
import { fitPanel } from './comfort/panel.ts';
import { listen, readBoot, reportReady } from './kiosk/client.ts';
import { Page } from './kiosk/page.svelte.ts';
import { browserClock } from './session/clock.ts';

const page = new Page(readBoot(document), browserClock);
fitPanel(() => page.settings.panelInches, window);

const target = document.getElementById('app')!;
target.replaceChildren();
mount(App, { target, props: { page } });

listen({
  content: ({ version }) => (page.newest = version),
  settings: (settings) => (page.settings = settings),
});
void reportReady();
