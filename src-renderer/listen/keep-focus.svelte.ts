import { tick } from 'svelte';
import type { Listening } from './listening.svelte.ts';

/** The bar goes when it is no longer read; whoever had the focus on it finds it where it was begun. */
export function keepFocus(listening: Listening): void {
  $effect.pre(() => {
    const bar = document.activeElement?.closest('.listen-bar');
    if (listening.reading || !bar) return;
    const sheet = bar.closest('dialog') ?? document;
    void tick().then(() => sheet.querySelector<HTMLElement>('[data-control=listen]')?.focus());
  });
}
