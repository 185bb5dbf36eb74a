import { mount } from 'svelte';
import '../../src-renderer/styles/index.css';
import { Page } from '../../src-renderer/kiosk/page.svelte.ts';
import { browserClock } from '../../src-renderer/session/clock.ts';
import { boot } from './boot.ts';
import { showStates } from './states.ts';
import Tokens from './Tokens.svelte';

mount(Tokens, { target: document.getElementById('app')!, props: { page: new Page(boot, browserClock) } });
showStates(document);
import.meta.hot?.on('vite:afterUpdate', () => showStates(document));
