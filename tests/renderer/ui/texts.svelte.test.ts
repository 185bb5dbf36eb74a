import { describe, expect, it, vi } from 'vitest';
import { page as browser } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RichText from '../../../src-renderer/ui/RichText.svelte';
import Words from '../../../src-renderer/ui/Words.svelte';
import { pageDouble } from '../page-double.ts';
import WithPage from '../WithPage.svelte';

describe('an authored text', () => {
  it('shows its terms as targets, and tells which was touched', async () => {
    const onterm = vi.fn();
    await render(RichText, { text: 'In [[torticollis|torticollis]], it turns.', onterm });
    await expect.element(browser.getByText('In torticollis, it turns.')).toBeInTheDocument();
    await browser.getByRole('button', { name: 'torticollis' }).click();
    expect(onterm).toHaveBeenCalledExactlyOnceWith('torticollis');
  });

  it.each(['{Enter}', ' '])('opens a term by the key %j', async (key) => {
    const onterm = vi.fn();
    const { container } = await render(RichText, { text: '[[spasm|spasms]]', onterm });
    container.querySelector<HTMLElement>('[role=button]')!.focus();
    const { userEvent } = await import('vitest/browser');
    await userEvent.keyboard(key);
    expect(onterm).toHaveBeenCalledExactlyOnceWith('spasm');
  });

  it('is never HTML', async () => {
    const { container } = await render(RichText, {
      text: '<img src=x onerror=alert(1)> [[a|<b>]]',
      onterm: vi.fn(),
    });
    expect(container.querySelector('img, b')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)> <b>');
  });
});

describe('a text of the page', () => {
  it('is marked where it was borrowed, and only there (R-11)', async () => {
    const { page } = pageDouble();
    await page.words.use('ar');
    const own = await render(WithPage, { page, component: Words as never, given: { key: 'controls.back' } });
    expect(own.container.querySelector('[lang]')).toBeNull();
    const borrowed = await render(WithPage, {
      page,
      component: Words as never,
      given: { key: 'controls.down' },
    });
    expect(borrowed.container.querySelector('[lang=en][dir=ltr]')?.textContent).toBe('Down');
  });
});
