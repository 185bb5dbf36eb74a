import type { Locator, Page } from '@playwright/test';
import glossary from '../../locales/en/glossary.json' with { type: 'json' };
import { expect, openOnPanel, test } from './kiosk.ts';

const control = (page: Page, name: string): Locator => page.locator(`[data-control=${name}]`);
const rows = (page: Page): Locator => page.locator('li [data-term]');

const type = async (page: Page, letters: string): Promise<void> => {
  for (const letter of letters) await page.locator(`[data-key="${letter}"]`).tap();
};
const openGlossary = async (page: Page): Promise<void> => {
  await page.locator('.begin').tap();
  await control(page, 'glossary').tap();
  await expect(rows(page).first()).toBeVisible();
};
const openSearch = async (page: Page): Promise<void> => {
  await control(page, 'find').tap();
  await expect(page.getByRole('textbox')).toBeFocused();
};

test(
  'a word is found by the keys on the glass, in spite of a wrong letter',
  { tag: '@lying' },
  async ({ page }) => {
    await openGlossary(page);
    await openSearch(page);
    await type(page, 'blefar');
    await expect(rows(page).first()).toHaveAttribute('data-term', 'blepharospasm');
    await expect(page.getByRole('textbox')).toHaveValue('blefar');

    await rows(page).first().tap();
    await expect(page.locator('h1')).toHaveText('Blepharospasm');

    // Back leads to the search as it was, then out of it to where one was.
    await control(page, 'back').tap();
    await expect(page.getByRole('textbox')).toHaveValue('blefar');
    await control(page, 'erase').tap();
    await expect(page.getByRole('textbox')).toHaveValue('blefa');
    await control(page, 'clear').tap();
    await expect(page.getByRole('textbox')).toHaveValue('');
    await expect(rows(page)).toHaveCount(0);
    await control(page, 'back').tap();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.locator('[data-letters]').first()).toBeVisible();
  },
);

test('in Spanish the keys have an ñ, and accents are not asked for', async ({ page }) => {
  await page.locator('.begin').tap();
  await control(page, 'language').tap();
  await page.locator('[data-locale=es]').tap();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await control(page, 'glossary').tap();
  await openSearch(page);
  await expect(page.locator('[data-key=ñ]')).toHaveText('Ñ');
  await type(page, 'torticolis');
  await expect(rows(page).first()).toContainText('Tortícolis');
  await control(page, 'clear').tap();
  await type(page, 'botox');
  await expect(rows(page).first()).toContainText('Toxina botulínica');
  // What is only looked for is not shown.
  await expect(page.locator('main')).not.toContainText(/botox(?! ?»)/i);
});

test('where nothing is found, there is a calm way on', { tag: '@lying' }, async ({ page }) => {
  await openGlossary(page);
  await openSearch(page);
  await type(page, 'xqzw');
  await expect(page.getByText('We have no word like “xqzw”.')).toBeVisible();
  await control(page, 'by-letter').tap();
  await expect(page.locator('[data-letters]').first()).toBeVisible();
});

test('a group of letters leads to its first page, and is marked', async ({ page }) => {
  await openGlossary(page);
  const last = page.locator('[data-letters]').last();
  const letter = await last.getAttribute('data-letters');
  await last.tap();
  await expect(last).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('[data-letters][aria-current]')).toHaveCount(1);
  await expect(rows(page).first()).toContainText(new RegExp(`^\\s*${letter}`));

  // Where one was survives a search and a look at a word.
  await openSearch(page);
  await page.keyboard.press('Escape');
  await expect(last).toHaveAttribute('aria-current', 'true');
  await rows(page).first().tap();
  await expect(last).toHaveCount(0);
  await control(page, 'back').tap();
  await expect(last).toHaveAttribute('aria-current', 'true');
});

for (const inches of [15.6, 32]) {
  test(`on ${inches}″ the letters have their room, and every word is on a page`, async ({ page, kiosk }) => {
    await openOnPanel(page, kiosk, inches);
    await openGlossary(page);
    const seen = new Set<string>();
    for (;;) {
      for (const id of await rows(page).evaluateAll((all) =>
        all.map((row) => row.getAttribute('data-term')!),
      ))
        seen.add(id);
      const box = (await page.locator('.rows').boundingBox())!;
      const lowest = (await rows(page).last().boundingBox())!;
      expect(lowest.y + lowest.height).toBeLessThanOrEqual(box.y + box.height + 1);
      if (!(await control(page, 'down').isEnabled())) break;
      await control(page, 'down').tap();
    }
    expect(seen.size).toBe(Object.keys(glossary).length);
    const back = (await control(page, 'back').boundingBox())!;
    const lowest = (await page.locator('[data-letters]').last().boundingBox())!;
    expect(lowest.y + lowest.height).toBeLessThan(back.y);
  });
}

test(
  'from a step to a word, by search to another, and back to the very same step',
  { tag: '@lying' },
  async ({ page }) => {
    await page.locator('.begin').tap();
    await page.locator('li [data-tour=neck]').tap();
    await control(page, 'next').tap();
    await control(page, 'next').tap();
    await expect(page.getByText('3 of 9')).toBeVisible();
    await control(page, 'terms').tap();
    await expect(page.locator('h1')).toHaveText('Words on this page');
    await expect(rows(page)).toHaveCount(3);
    await rows(page).first().tap();
    await control(page, 'list').tap();
    await expect(page.locator('[data-letters]').first()).toBeVisible();
    await openSearch(page);
    await type(page, 'trem');
    await rows(page).first().tap();
    await expect(page.locator('h1')).toHaveText('Tremor');
    await control(page, 'return').tap();
    await expect(page.getByText('3 of 9')).toBeVisible();
  },
);

test(
  'a word leads to the step that explains it, and Back to the word',
  { tag: '@lying' },
  async ({ page }) => {
    await openGlossary(page);
    await openSearch(page);
    await type(page, 'tremor');
    await rows(page).first().tap();
    await page.locator('[data-met=neck]').click();
    await expect(page.getByText('7 of 9')).toBeVisible();
    await control(page, 'back').tap();
    await expect(page.locator('h1')).toHaveText('Tremor');
  },
);

test('a word of a part shows it in its picture', { tag: '@lying' }, async ({ page }) => {
  await openGlossary(page);
  await openSearch(page);
  await type(page, 'trapez');
  await rows(page).first().tap();
  await expect(page.locator('h1')).toHaveText('Trapezius');
  await expect(page.locator('[data-part^=trapezius]')).toBeVisible();
  // The list opens at the page on which the word stands.
  await control(page, 'list').tap();
  await expect(page.locator('li [data-term=trapezius]')).toBeVisible();
});

test(
  'a word that is of no part shows the picture of the step that explains it',
  { tag: '@lying' },
  async ({ page }) => {
    await openGlossary(page);
    await openSearch(page);
    await type(page, 'gestes');
    await rows(page).first().tap();
    await expect(page.locator('h1')).toHaveText('Geste antagoniste');
    await expect(page.locator('.stage img').first()).toBeVisible();
    await expect(page.locator('[data-part]')).toHaveCount(0);
  },
);

test(
  'Back from a word leads to the page of the list on which it was chosen',
  { tag: '@lying' },
  async ({ page }) => {
    await openGlossary(page);
    await control(page, 'down').tap();
    const first = await rows(page).first().getAttribute('data-term');
    await rows(page).last().tap();
    // The list is where Back leads: there is no second way to it.
    await expect(control(page, 'list')).toHaveCount(0);
    await control(page, 'back').tap();
    await expect(rows(page).first()).toHaveAttribute('data-term', first!);
  },
);

test('all of it can be done by keys alone', async ({ page }) => {
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-control=glossary]');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-letters]:not([aria-current])');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-control=find]');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('dystomia');
  await expect(rows(page).first()).toHaveAttribute('data-term', 'dystonia');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Dystonia');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox')).toHaveValue('dystomia');
  // The keys on the glass are keys of the keyboard, too.
  await tabTo(page, '[data-control=clear]');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox')).toHaveValue('');
  await tabTo(page, '[data-key=t]');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox')).toHaveValue('t');
  // The focus stays on the key, for those who go from key to key; a keyboard writes all the same.
  await expect(page.locator('[data-key=t]')).toBeFocused();
  await page.keyboard.type('re');
  await expect(page.getByRole('textbox')).toHaveValue('tre');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('textbox')).toHaveValue('tr');
});

test('nothing of a search is left for the next visitor', { tag: '@lying' }, async ({ page }) => {
  await openGlossary(page);
  await page.locator('[data-letters]').last().tap();
  await openSearch(page);
  await type(page, 'spasm');
  await control(page, 'finish').tap();
  await openGlossary(page);
  await expect(page.locator('[data-letters]').first()).toHaveAttribute('aria-current', 'true');
  await openSearch(page);
  await expect(page.getByRole('textbox')).toHaveValue('');
});

/** Moves the focus by Tab until it is there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  await expect(page.locator(selector).first()).toBeVisible();
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`No way by Tab to ${selector}.`);
}
