/** How a visitor comes to the sheet. */
import type { Locator, Page } from '@playwright/test';
import neck from '../../assets/tours/neck.json' with { type: 'json' };

export const control = (page: Page, name: string): Locator =>
  page.locator(`[data-control="${name}"]`).first();

/** What is said of the sheet. */
export const said = (page: Page): Locator => page.locator('[data-print]');

/** Walks through the neck tour and ticks its first two questions. */
export async function toMyQuestions(page: Page): Promise<void> {
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await page.locator('.crumb').waitFor();
  for (let step = 0; step < neck.steps.length; step++) await control(page, 'next').tap();
  for (const number of [0, 1]) await page.locator('[data-control=question]').nth(number).tap();
  await control(page, 'my-questions').tap();
  await page.getByRole('dialog').waitFor();
}
