import { expect, test } from './kiosk.ts';
import { openDoor } from './staff.ts';

// A locale that has only a few words of its own: all others are borrowed from English.
test.use({ kioskArguments: ['--content', 'tests/fixtures/rtl-locale'] });

test.beforeEach(async ({ page }) => {
  await page.locator('.begin').tap();
  await page.locator('[data-control=language]').tap();
  await page.locator('[data-locale=fa]').tap();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

test('borrowed words are marked with the language that lent them (R-11)', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  await expect(page.locator('[data-control=home]')).toHaveText('خانه');
  await expect(page.locator('[data-control=home] [lang]')).toHaveCount(0);
  await expect(page.locator('h1 [lang=en]')).toHaveText('Where in the body?');
  await expect(page.locator('h1 [lang=en]')).toHaveAttribute('dir', 'ltr');

  await page.locator('li [data-tour=neck]').tap();
  await expect(page.locator('h1')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.body')).toHaveAttribute('lang', 'en');

  // Every run of Latin words has a Latin ancestor that says so.
  const untagged = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.getElementById('app')!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      if (/[a-z]{2}/i.test(text) && node.parentElement?.closest('[lang]')?.getAttribute('lang') === 'fa')
        found.push(text);
    }
    return found;
  });
  expect(untagged).toEqual([]);
});

test('the layout is mirrored, the picture and its sides are not (R-48)', async ({ page }) => {
  await page.locator('li [data-tour=neck]').tap();
  await expect(page.locator('[data-control=next]')).toBeVisible();
  const stage = await page.locator('.stage').boundingBox();
  const panel = await page.locator('.panel').boundingBox();
  if (panel!.y === stage!.y) expect(panel!.x).toBeLessThan(stage!.x);
  const next = await page.locator('[data-control=next]').boundingBox();
  const back = await page.locator('.foot [data-control=back]').boundingBox();
  expect(next!.x).toBeLessThan(back!.x);

  const left = await page.locator('[data-part="sternocleidomastoid.left"]').boundingBox();
  const right = await page.locator('[data-part="sternocleidomastoid.right"]').boundingBox();
  expect(left!.x).toBeGreaterThan(right!.x);
  const picture = page.locator('.pictures :is(img, canvas)').last();
  expect(await picture.evaluate((image) => new DOMMatrix(getComputedStyle(image).transform).a)).toBe(1);
  const side = async (what: string) => (await page.locator(`[data-side=${what}]`).boundingBox())!.x;
  expect(await side('patient-right')).toBeLessThan(await side('patient-left'));
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.crumb')).toContainText('2');
});

test(
  'a picture that is turned is not mirrored either, nor are the ways to turn it (R-48)',
  { tag: ['@lying', '@full'] },
  async ({ page }) => {
    await page.locator('li [data-tour=neck]').tap();
    await page.locator('[data-control=explore]').tap();
    await expect(page.locator('.live.there')).toBeVisible();
    const xOf = async (selector: string) => (await page.locator(selector).boundingBox())!.x;
    expect(await xOf('[data-side=patient-right]')).toBeLessThan(await xOf('[data-side=patient-left]'));
    await page.locator('[data-control=turn]').tap();
    expect(await xOf('[data-control=turnLeft]')).toBeLessThan(await xOf('[data-control=turnRight]'));
    expect(await xOf('.panel')).toBeLessThanOrEqual(await xOf('.stage'));
  },
);

test('the letters of the glossary run from the right, its keys as on a keyboard (R-47)', async ({ page }) => {
  const xOf = async (selector: string) => (await page.locator(selector).first().boundingBox())!.x;
  expect(await xOf('[data-control=up]')).toBeGreaterThan(await xOf('[data-control=down]'));
  await page.locator('[data-control=glossary]').tap();
  // Lying, they stand in one column.
  const { width, height } = page.viewportSize()!;
  if (height > width)
    expect(await xOf('[data-letters]')).toBeGreaterThan(await xOf(':nth-child(2) > [data-letters]'));

  await page.locator('[data-control=find]').tap();
  // A language that names no keyboard has the letters of its glossary, here borrowed ones, in their order.
  expect(await xOf('[data-key=a]')).toBeLessThan(await xOf('[data-key=b]'));
  expect(await xOf('[data-control=clear]')).toBeLessThan(await xOf('[data-control=erase]'));
  for (const letter of 'spasm') await page.locator(`[data-key=${letter}]`).tap();
  await expect(page.locator('li [data-term]').first()).toHaveAttribute('data-term', 'spasm');
  await expect(page.locator('li [data-term=spasm] .label')).toHaveAttribute('lang', 'en');
});

test('the digits of the PIN pad stand as on a telephone, and the visit waits in its language', async ({
  page,
}) => {
  await openDoor(page);
  const key = async (name: string) => (await page.locator(`[data-key="${name}"]`).boundingBox())!;
  expect((await key('1')).x).toBeLessThan((await key('3')).x);
  expect((await key('1')).y).toBeLessThan((await key('7')).y);
  await page.locator('[data-control=cancel]').tap();
  await expect(page.locator('[data-control=home]')).toHaveText('خانه');
});
