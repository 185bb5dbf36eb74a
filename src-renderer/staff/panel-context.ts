import { getContext, setContext } from 'svelte';
import type { Panel } from './panel.svelte.ts';

const PANEL = Symbol('staff panel');

export const providePanel = (panel: Panel): Panel => setContext(PANEL, panel);
export const usePanel = (): Panel => getContext(PANEL);
