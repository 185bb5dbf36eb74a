import type { Page } from 'playwright-core';
import { control, toComfort, ways } from './ways.ts';

/** What a visitor says of how the kiosk should be. */
export interface Wish {
  readonly locale: string;
  readonly theme: string;
  /** How many steps larger the letters are. */
  readonly larger: number;
}

/** Says it by touch, as a visitor does. Begins in the waiting room or on the home screen, and ends on the home screen. */
export async function wish(page: Page, { locale, theme, larger }: Wish): Promise<void> {
  await ways.home(page);
  if ((await page.locator('html').getAttribute('lang')) !== locale) {
    await control(page, 'language').tap();
    await page.locator(`[data-locale="${locale}"]`).tap();
    await page.locator(`html[lang="${locale}"]`).waitFor();
  }
  if (theme !== 'soft') {
    await toComfort(page, 'light');
    await page.locator(`[data-setting=theme] [data-option=${theme}]`).tap();
    await control(page, 'done').tap();
  }
  if (larger > 0) {
    await toComfort(page, 'letters');
    for (let step = 0; step < larger; step++)
      await page.locator('[data-setting=text] [data-step=more]').tap();
    await control(page, 'done').tap();
  }
}
