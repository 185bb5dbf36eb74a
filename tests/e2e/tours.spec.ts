/** Every tour is walked to its end as a visitor walks it, in each language: nothing on the way is missing. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './kiosk.ts';

const root = path.join(import.meta.dirname, '../..');
const tours = readdirSync(path.join(root, 'assets/tours')).map((file) => path.basename(file, '.json'));

for (const locale of ['en', 'es']) {
  test(`every tour walks to its end, ${locale}`, { tag: ['@lying', '@full'] }, async ({ page }) => {
    test.setTimeout(900_000);
    await page.locator('.begin').tap();
    await page.locator('main [data-control=language]').tap();
    await page.locator(`[data-locale=${locale}]`).tap();
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    const walked: string[] = [];
    for (const id of tours) {
      const row = page.locator(`li [data-tour=${id}], .callout[data-tour=${id}]`).first();
      await row.evaluate((element) => (element as HTMLElement).click());
      const next = page.locator('[data-control=next]');
      const titles: string[] = [];
      for (let step = 0; ; step++) {
        expect(step, `steps of ${id}`).toBeLessThan(15);
        const title = page.locator('main h1');
        await expect(title).toBeVisible();
        await expect(title).not.toHaveText(titles.at(-1) ?? '');
        titles.push(await title.innerText());
        // A picture, unless the words have the stage.
        await expect(page.locator('.stage > *').first()).toBeAttached();
        if ((await next.count()) === 0) break;
        await next.evaluate((element) => (element as HTMLElement).click());
        await expect(title).not.toHaveText(titles.at(-1)!);
      }
      // Its steps, the questions, and what is to be kept of it.
      expect(titles.length, id).toBeGreaterThanOrEqual(8);
      await expect(page.locator('.kept')).toBeVisible();
      walked.push(id);
      await page.locator('[data-control=home]').tap();
      await expect(page.locator('li [data-tour]').first()).toBeVisible();
    }
    expect(walked).toHaveLength(17);
  });
}
