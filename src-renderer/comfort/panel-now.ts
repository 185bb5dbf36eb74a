import { createSubscriber } from 'svelte/reactivity';
import { isTall } from './wear.ts';

const root = document.documentElement;

const follow = createSubscriber((update) => {
  const observer = new MutationObserver(update);
  observer.observe(root, {
    attributeFilter: [
      'data-panel',
      'data-orientation',
      'data-stage',
      'data-large',
      'data-roomy',
      'data-beyond-reach',
      'style',
    ],
  });
  return () => observer.disconnect();
});

/** What `fitPanel` and `wear` have put on the document, for markup that depends on it; styles ask the document themselves. */
export const panelNow = {
  /** The panel stands, and the paper lies below the stage. */
  get stands(): boolean {
    follow();
    return root.dataset['orientation'] === 'portrait';
  },
  /** No room to spare in height. */
  get small(): boolean {
    follow();
    return root.dataset['panel'] === 'small';
  },
  /** Words are so large that pages have another layout. */
  get large(): boolean {
    follow();
    return root.dataset['large'] !== undefined;
  },
  /** Steady Touch is patient: targets are larger, and choices at most six at once. */
  get roomy(): boolean {
    follow();
    return root.dataset['roomy'] !== undefined;
  },
  /** It reaches higher than a hand does from a seat, so that everything may lie low. */
  get tall(): boolean {
    follow();
    return isTall(root);
  },
  /** One scaled millimetre, px. */
  get unit(): number {
    follow();
    return (
      Number.parseFloat(root.style.getPropertyValue('--mm')) * Number(root.style.getPropertyValue('--scale'))
    );
  },
  /** Nothing fits beside the constant controls. */
  get narrow(): boolean {
    follow();
    return root.dataset['stage'] === 'narrow';
  },
};
