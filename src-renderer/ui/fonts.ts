import { createSubscriber } from 'svelte/reactivity';

let loads = 0;

const follow = createSubscriber((update) => {
  const loaded = (): void => {
    loads += 1;
    update();
  };
  document.fonts.addEventListener('loadingdone', loaded);
  return () => document.fonts.removeEventListener('loadingdone', loaded);
});

/** The typefaces of the page. A script’s come when it is first shown, and what was measured before they came is no longer so. */
export const fonts = {
  /** How often typefaces have come so far. */
  get loads(): number {
    follow();
    return loads;
  },
};
