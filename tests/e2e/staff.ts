import { expect, type Page } from '@playwright/test';
import { whenMade } from './kiosk.ts';

/** The PIN that these tests choose. */
export const PIN = '925817';

/** Presses the digits of a PIN on the glass. */
export async function pressPin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.locator(`[data-key="${digit}"]`).tap();
  await page.locator('[data-key=confirm]').tap();
}

/** Leads to the staff's door by their keys. */
export async function openDoor(page: Page): Promise<void> {
  await whenMade(page);
  await page.keyboard.press('Control+Alt+KeyS');
  await expect(page.locator('[data-key=confirm]')).toBeVisible();
}

/** Enters the panel; where the kiosk has no PIN yet, chooses it. */
export async function enterPanel(page: Page, section?: string): Promise<void> {
  await openDoor(page);
  const isFirst = await page.getByRole('heading', { name: 'Choose a PIN for staff' }).isVisible();
  for (let times = isFirst ? 2 : 1; times > 0; times--) {
    await page.keyboard.type(PIN);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('[data-control=close-staff]')).toBeVisible();
  if (section) await page.locator(`[data-section=${section}]`).tap();
}

/** One finger that rests on the glass: px, and how long. */
export async function hold(page: Page, x: number, y: number, ms: number): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await page.clock.runFor(ms);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}

export const sections = [
  'clinic',
  'screen',
  'input',
  'languages',
  'content',
  'times',
  'health',
  'use',
  'service',
] as const;
