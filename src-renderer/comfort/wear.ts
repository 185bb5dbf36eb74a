import { endOf, type Wishes } from './comfort.svelte.ts';

/**
 * Puts a visitor's wishes on the document, where the styles find them; call it after `fitPanel`, and again whenever the
 * panel, the wishes or the direction change. `data-stage="narrow"` says that nothing fits beside the constant controls.
 */
export function wear(wishes: Wishes, dir: 'ltr' | 'rtl', root: HTMLElement): void {
  const { dataset } = root;
  const lies = dataset['orientation'] === 'landscape';
  const narrow = lies && (dataset['panel'] === 'small' || wishes.text > 100 || wishes.tilt !== 0);
  dataset['theme'] = wishes.theme;
  dataset['text'] = String(wishes.text);
  dataset['stage'] = narrow ? 'narrow' : 'wide';
  root.style.setProperty('--text-scale', String(wishes.text / 100));
  root.style.setProperty('--tilt', `${wishes.tilt}deg`);
  root.toggleAttribute('data-large', wishes.text > 100);
  root.toggleAttribute('data-warm', wishes.warm);
  root.toggleAttribute('data-spacing', wishes.spacing);
  root.toggleAttribute('data-calm', wishes.calm);
  const low = wishes.low && isTall(root);
  root.toggleAttribute('data-low', low);
  // Whoever has it low is near, and the lower part has no room for what is set larger for those who stand further away.
  root.style.setProperty('--scale', low ? '1' : root.style.getPropertyValue('--panel-scale'));
  root.toggleAttribute('data-tilted', wishes.tilt !== 0);
  // The paper lies where a line begins.
  root.toggleAttribute('data-swapped', (wishes.hand ?? endOf(dir)) !== endOf(dir));
}

/** Whether the upper part of the panel may be out of reach. */
export const isTall = (root: HTMLElement): boolean => root.hasAttribute('data-beyond-reach');
