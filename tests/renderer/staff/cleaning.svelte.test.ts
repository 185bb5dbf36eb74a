import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Cleaning from '../../../src-renderer/staff/Cleaning.svelte';
import { lockTouch } from '../../../src-renderer/staff/cleaning.svelte.ts';
import WithPage from '../WithPage.svelte';
import { staffDouble } from './staff-double.ts';

describe('cleaning', () => {
  let unlock = (): void => {};
  afterEach(() => unlock());

  it('lets no touch and no key through, and stops when it ends', () => {
    const heard = vi.fn();
    for (const name of ['pointerdown', 'click', 'keydown', 'wheel']) document.addEventListener(name, heard);
    unlock = lockTouch(window);
    const event = (name: string) => new Event(name, { bubbles: true, cancelable: true });
    for (const name of ['pointerdown', 'click', 'keydown', 'wheel'])
      expect(document.body.dispatchEvent(event(name))).toBe(false);
    expect(heard).not.toHaveBeenCalled();
    unlock();
    document.body.dispatchEvent(event('click'));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('counts a minute down, then returns to the attract loop', async () => {
    const { page, clock } = staffDouble();
    for (const type of ['staff', 'enter', 'clean'] as const) page.visit.send({ type });
    const { container, unmount } = await render(WithPage, { page, component: Cleaning as never });
    const left = () => container.querySelector('[role=timer]')?.textContent;
    expect(left()).toBe('60');
    clock.pass(18_000);
    await expect.poll(left).toBe('42');
    clock.pass(42_000);
    expect(page.visit.place.at).toBe('attract');
    await unmount();
    expect(clock.waiting).toBe(0);
  });
});
