import { describe, expect, it, vi } from 'vitest';
import { page as browser } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Letters from '../../../src-renderer/glossary/Letters.svelte';
import SearchKeys from '../../../src-renderer/find/SearchKeys.svelte';
import { pageDouble } from '../page-double.ts';
import WithPage from '../WithPage.svelte';

const entries = ['Spasm', 'Éclair', 'Tremor'].map((term) => ({
  ...{ id: term.toLowerCase(), term, short: 's', plain: 'p', synonyms: [] },
}));

describe('the keys of the search', () => {
  it('type when they are let go, each its letter, and undo', async () => {
    const { page } = pageDouble();
    const calls = { ontype: vi.fn(), onerase: vi.fn(), onclear: vi.fn(), onclose: vi.fn() };
    const given = { entries, empty: false, ...calls };
    const { container } = await render(WithPage, { page, component: SearchKeys as never, given });
    const key = (name: string): HTMLElement => container.querySelector(name)!;

    // No keyboard is named here: the keys are the letters of the terms.
    expect([...container.querySelectorAll('[data-key]')].map((one) => one.textContent)).toEqual([
      ...'ACEILMOPRST',
    ]);
    key('[data-key=s]').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }));
    expect(calls.ontype).not.toHaveBeenCalled();
    key('[data-key=s]').click();
    key('[data-control=space]').click();
    expect(calls.ontype.mock.calls).toEqual([['s'], [' ']]);
    for (const way of ['erase', 'clear']) key(`[data-control=${way}]`).click();
    expect(calls.onerase).toHaveBeenCalledOnce();
    expect(calls.onclear).toHaveBeenCalledOnce();
  });

  it('offer nothing to undo where nothing was typed', async () => {
    const { page } = pageDouble();
    const given = {
      entries,
      empty: true,
      ontype: vi.fn(),
      onerase: vi.fn(),
      onclear: vi.fn(),
    };
    const { container } = await render(WithPage, { page, component: SearchKeys as never, given });
    expect(container.querySelector('[data-control=erase]')).toHaveProperty('ariaDisabled', 'true');
    expect(container.querySelector('[data-control=clear]')).toHaveProperty('ariaDisabled', 'true');
  });
});

describe('the groups of letters', () => {
  it('say which is shown, and lead to another', async () => {
    const { page } = pageDouble();
    const groups = [
      { from: 'A', to: 'C', start: 0, count: 5 },
      { from: 'S', to: 'S', start: 5, count: 3 },
    ];
    const onchoose = vi.fn();
    const given = { groups, current: groups[0], onchoose };
    await render(WithPage, { page, component: Letters as never, given });
    await expect.element(browser.getByText('A – C')).toBeInTheDocument();
    const buttons = [...document.querySelectorAll<HTMLElement>('[data-letters]')];
    expect(buttons.map((button) => button.getAttribute('aria-current'))).toEqual(['true', null]);
    buttons[1]!.click();
    expect(onchoose).toHaveBeenCalledExactlyOnceWith(groups[1]);
  });
});
