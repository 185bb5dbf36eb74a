import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { page as browser } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Load from '../../../src-renderer/ui/Load.svelte';
import { pageDouble } from '../page-double.ts';
import WithPage from '../WithPage.svelte';

const children = createRawSnippet((value: () => string) => ({ render: () => `<p>${value()}</p>` }));

describe('what a screen must fetch', () => {
  it('is excused when it fails, tried again, and shown', async () => {
    const { page } = pageDouble();
    const load = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValue('here it is');
    await render(WithPage, { page, component: Load as never, given: { load, children } });

    await expect.element(browser.getByRole('alert')).toBeVisible();
    await expect.element(browser.getByText('Sorry.')).toBeVisible();
    await browser.getByRole('button', { name: 'Try again' }).click();
    await expect.element(browser.getByText('here it is')).toBeVisible();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('leads home from the excuse', async () => {
    const { page } = pageDouble();
    page.visit.send({ type: 'tour', tour: 'neck' });
    const load = () => Promise.reject(new Error('gone'));
    await render(WithPage, { page, component: Load as never, given: { load, children } });
    await browser.getByRole('button', { name: 'Go home' }).click();
    expect(page.visit.place.at).toBe('home');
  });

  it('may be done without, where the screen says so', async () => {
    const { page } = pageDouble();
    const failed = createRawSnippet(() => ({ render: () => '<p>without</p>' }));
    const load = () => Promise.reject(new Error('gone'));
    await render(WithPage, { page, component: Load as never, given: { load, children, failed } });
    await expect.element(browser.getByText('without')).toBeVisible();
  });
});
