import { afterEach, describe, expect, it, vi } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Door from '../../../src-renderer/staff/Door.svelte';
import { settle } from '../../doubles/held-clock.ts';
import WithPage from '../WithPage.svelte';
import { PIN, staffDouble, type StaffDouble } from './staff-double.ts';

afterEach(() => vi.restoreAllMocks());

async function door(change: (double: StaffDouble) => void = () => undefined, first = false) {
  const double = staffDouble();
  change(double);
  if (!first) double.page.visit.send({ type: 'staff' });
  const { container } = await render(WithPage, {
    page: double.page,
    component: Door as never,
    given: { first },
  });
  const key = (name: string) => container.querySelector<HTMLButtonElement>(`[data-key="${name}"]`)!;
  await expect.poll(() => container.querySelector('h1')).not.toBeNull();
  const type = (pin: string) => [...pin, 'confirm'].forEach((name) => key(name).click());
  return { ...double, container, key, type, place: () => double.page.visit.place };
}

const wrong = (waitMs: number, kind = 'pin-wrong', triesLeft?: number) => ({
  status: kind === 'pin-locked' ? 429 : 401,
  body: {
    error: { name: kind, what: '', why: '', todo: '' },
    door: { pin: 'set', open: false, waitMs, triesLeft },
  },
});

describe('the door of staff', () => {
  it('opens for the PIN, by touch', async () => {
    const { type, place, asked } = await door();
    type(PIN);
    await expect.poll(place).toEqual({ at: 'staff', room: 'panel' });
    expect(asked.at(-1)).toMatchObject({ request: 'POST /staff/enter', body: { pin: PIN } });
  });

  it('opens for the PIN, by keys', async () => {
    const { place } = await door();
    await userEvent.keyboard(`1{Backspace}${PIN}{Enter}`);
    await expect.poll(place).toEqual({ at: 'staff', room: 'panel' });
  });

  it('never shows the digits, and says how many there are', async () => {
    const { key, container } = await door();
    for (const digit of '925') key(digit).click();
    await expect.element(browser.getByText('3 digits entered')).toBeInTheDocument();
    expect(container.querySelectorAll('.dot')).toHaveLength(3);
    expect(container.querySelector('.asking')?.textContent).not.toContain('925');
  });

  it('says calmly that a PIN is not right, and takes another', async () => {
    const { type, place, container } = await door();
    type('203918');
    await expect.element(browser.getByText('That PIN is not right.')).toBeVisible();
    expect(container.querySelectorAll('.dot')).toHaveLength(0);
    type(PIN);
    await expect.poll(place).toEqual({ at: 'staff', room: 'panel' });
  });

  it('says how many tries are left, where the kiosk does', async () => {
    const { type, key } = await door(({ answers }) => {
      answers['POST /staff/enter'] = wrong(0, 'pin-wrong', 2);
    });
    type('203918');
    await expect.element(browser.getByText('2 tries are left. Then the kiosk waits.')).toBeVisible();
    key('1').click();
    await expect.element(browser.getByText('tries are left', { exact: false })).not.toBeInTheDocument();
  });

  it('confirms from six digits on, and says so to whoever is too early', async () => {
    const { key } = await door();
    for (const digit of '92581') key(digit).click();
    await expect.poll(() => key('confirm').ariaDisabled).toBe('true');
    key('confirm').click();
    await expect.element(browser.getByText('A PIN has at least 6 digits.')).toBeVisible();
    key('7').click();
    await expect.poll(() => key('confirm').ariaDisabled).toBe('false');
  });

  it('tells strays and the forgetful what to do', async () => {
    const { container } = await door();
    expect(container.textContent).toContain('Not staff? Touch Cancel.');
    expect(container.textContent).toContain('Forgotten? Ask your IT.');
  });

  it('counts the wait down, takes nothing meanwhile, and opens again', async () => {
    const { type, key, clock, asked } = await door(({ answers }) => {
      answers['POST /staff/enter'] = wrong(90_000);
    });
    type('203918');
    await expect.element(browser.getByText('Try again in 1:30')).toBeVisible();
    expect(key('5').disabled).toBe(true);
    await userEvent.keyboard(PIN + '{Enter}');
    expect(asked.filter(({ request }) => request === 'POST /staff/enter')).toHaveLength(1);
    // Somebody stands there and waits.
    for (const seconds of [30, 30, 29]) {
      clock.pass(seconds * 1000);
      window.dispatchEvent(new Event('pointerdown'));
    }
    await expect.element(browser.getByText('Try again in 0:01')).toBeVisible();
    clock.pass(1000);
    await expect.poll(() => key('5').disabled).toBe(false);
  });

  it('waits from the beginning where it is locked', async () => {
    const { container } = await door(({ answers }) => {
      answers['GET /staff'] = { status: 200, body: { pin: 'set', open: false, waitMs: 61_000 } };
    });
    expect(container.textContent).toContain('Try again in 1:01');
  });

  it('says so when the kiosk is silent', async () => {
    const { type } = await door();
    globalThis.fetch = () => Promise.reject(new TypeError('failed'));
    type(PIN);
    await expect
      .element(browser.getByText('The kiosk could not take this PIN.', { exact: false }))
      .toBeVisible();
  });

  it('closes itself after a minute without a touch', async () => {
    const { key, clock, place } = await door();
    clock.pass(50_000);
    key('1').click();
    clock.pass(59_000);
    expect(place().at).toBe('staff');
    clock.pass(1_000);
    expect(place().at).toBe('attract');
  });

  it('leads back by Escape', async () => {
    const { place } = await door();
    await userEvent.keyboard('{Escape}');
    expect(place().at).toBe('attract');
  });

  it('leaves no timer behind', async () => {
    const { type, place, clock } = await door();
    type(PIN);
    await expect.poll(place).toMatchObject({ room: 'panel' });
    await settle();
    expect(clock.waiting).toBe(0);
  });
});

describe('the first PIN', () => {
  it('is chosen twice', async () => {
    const { type, asked } = await door(undefined, true);
    await expect.element(browser.getByRole('heading', { name: 'Choose a PIN for staff' })).toBeVisible();
    type(PIN);
    await expect.element(browser.getByRole('heading', { name: 'Enter the new PIN again' })).toBeVisible();
    type(PIN);
    await expect
      .poll(() => asked.at(-1))
      .toMatchObject({ request: 'POST /staff/first-pin', body: { pin: PIN } });
  });

  it('is not one that is easily guessed', async () => {
    const { type, asked } = await door(undefined, true);
    type('123456');
    await expect.element(browser.getByText('These digits stand in a row.', { exact: false })).toBeVisible();
    type('111111');
    await expect.element(browser.getByText('All digits are the same.', { exact: false })).toBeVisible();
    expect(asked).toEqual([]);
  });

  it('can be left for later', async () => {
    const { page, key } = await door(undefined, true);
    expect(key('confirm')).toBeTruthy();
    await browser.getByRole('button', { name: 'Not now' }).click();
    expect(page.visit.place.at).toBe('attract');
  });

  it('cannot be chosen by whoever comes later', async () => {
    const { container } = await door(({ answers }) => {
      answers['GET /staff'] = { status: 200, body: { pin: 'unset', open: false, waitMs: 0 } };
    });
    expect(container.querySelector('[data-key]')).toBeNull();
    expect(container.textContent).toContain('No PIN has been chosen yet');
  });
});
