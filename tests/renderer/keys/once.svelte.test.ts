import { afterEach, expect, it, vi } from 'vitest';
import { actOnce } from '../../../src-renderer/keys/once.ts';

let stop = (): void => {};
afterEach(() => stop());

it('a key that is held acts once (R-18)', () => {
  stop = actOnce(window);
  const acts = vi.fn();
  window.addEventListener('keydown', acts, { capture: true });
  const press = (repeat: boolean): boolean =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowRight', repeat, bubbles: true, cancelable: true }),
    );
  expect(press(false)).toBe(true);
  // What the browser itself would do with it is refused as well.
  expect([press(true), press(true)]).toEqual([false, false]);
  expect(press(false)).toBe(true);
  expect(acts).toHaveBeenCalledTimes(2);
  window.removeEventListener('keydown', acts, { capture: true });
});
