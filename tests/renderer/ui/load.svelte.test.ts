import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
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

  it.each([
    ['not there yet', () => new Promise<never>(() => undefined)],
    ['excused', () => Promise.reject(new Error('gone'))],
  ])('is left by Escape while it is %s, once', async (_, load) => {
    const { page } = pageDouble();
    page.visit.send({ type: 'tour', tour: 'neck' });
    page.visit.send({ type: 'next', steps: 9 });
    page.visit.send({ type: 'next', steps: 9 });
    await render(WithPage, {
      page,
      component: Load as never,
      given: { screen: true, load, children },
    });
    await userEvent.keyboard('{Escape}');
    expect(page.visit.place).toMatchObject({ at: 'tour', step: 1 });
  });

  it('leaves Escape to the screen once that is there, and to whoever led back before', async () => {
    const { page } = pageDouble();
    page.visit.send({ type: 'tour', tour: 'neck' });
    const given = { screen: true, load: () => Promise.resolve('here it is'), children };
    await render(WithPage, { page, component: Load as never, given });
    await expect.element(browser.getByText('here it is')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(page.visit.place.at).toBe('tour');

    const around = (event: KeyboardEvent) => event.preventDefault();
    window.addEventListener('keydown', around);
    const pending = { ...given, load: () => new Promise<never>(() => undefined) };
    await render(WithPage, { page, component: Load as never, given: pending });
    await userEvent.keyboard('{Escape}');
    window.removeEventListener('keydown', around);
    expect(page.visit.place.at).toBe('tour');
  });

  it('may be done without, where the screen says so', async () => {
    const { page } = pageDouble();
    const failed = createRawSnippet(() => ({ render: () => '<p>without</p>' }));
    const load = () => Promise.reject(new Error('gone'));
    await render(WithPage, { page, component: Load as never, given: { load, children, failed } });
    await expect.element(browser.getByText('without')).toBeVisible();
  });
});
