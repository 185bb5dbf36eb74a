/** A neurologist teaches. What is taught most is counted in touches: three at most, from the forms of a picture on. */
import type { Locator, Page } from '@playwright/test';
import { expect, openWith, test } from './kiosk.ts';
import { lessons } from './lessons.ts';
import { violations } from './rules.ts';
import { PIN, pressPin } from './staff.ts';

const control = (page: Page, name: string): Locator => page.locator(`[data-control="${name}"]`).first();
const tab = (page: Page, name: string): Locator => page.locator(`[data-tab=${name}]`);
const picture = (page: Page, id: string): Locator => page.locator(`[data-diagram=${id}]`);
const form = (page: Page, id: string): Locator => page.locator(`[data-form="${id}"]`);
const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

async function toConsult(page: Page): Promise<void> {
  await page.locator('.begin').tap();
  await control(page, 'consult').tap();
  await expect(tab(page, 'form')).toBeVisible();
}

/** How many pixels of ink there are, and their middle, CSS px of the stage. */
const ink = (page: Page): Promise<{ count: number; x: number; y: number }> =>
  page.locator('.ink').evaluate((canvas: HTMLCanvasElement) => {
    const { data, width } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let [count, x, y] = [0, 0, 0];
    for (let n = 3; n < data.length; n += 4) {
      if (data[n]! < 128) continue;
      const at = (n - 3) / 4;
      count += 1;
      x += at % width;
      y += Math.floor(at / width);
    }
    const ratio = window.devicePixelRatio;
    return { count, x: x / count / ratio, y: y / count / ratio };
  });

interface Finger {
  readonly x: number;
  readonly y: number;
  readonly radius?: number;
}

/** Fingers that go from where they come down to elsewhere; px of the window. */
async function slide(page: Page, from: readonly Finger[], by: readonly Finger[]): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  const at = (share: number) =>
    from.map(({ x, y, radius = 8 }, id) => ({
      x: x + by[id]!.x * share,
      y: y + by[id]!.y * share,
      radiusX: radius,
      radiusY: radius,
      id,
    }));
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= 8; step++)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 8) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}

const middle = async (page: Page): Promise<{ x: number; y: number; height: number }> => {
  const { x, y, width, height } = (await page.locator('.ink').boundingBox())!;
  return { x: x + width / 2, y: y + height * 0.5, height };
};

test('ten things are taught with three touches each at most', { tag: '@lying' }, async ({ page }) => {
  test.setTimeout(240_000);
  await toConsult(page);
  for (const { name, touches, shown, after = [] } of lessons)
    await test.step(name, async () => {
      for (const selector of touches) await page.locator(selector).first().tap();
      await expect.poll(() => page.evaluate(shown), name).toBe(true);
      for (const selector of after) await page.locator(selector).first().tap();
    });
  expect(lessons).toHaveLength(10);
  expect(Math.max(...lessons.map(({ touches }) => touches.length))).toBeLessThanOrEqual(3);
});

test(
  'ink stays on the picture, is taken back, and is gone with the visit',
  { tag: '@lying' },
  async ({ page, kiosk }) => {
    test.setTimeout(240_000);
    // There is a printer: what is kept can be taken home.
    // A slow machine makes long touches, which the browser itself takes for something else; Steady Touch does not.
    await openWith(page, kiosk, { prints: true, touch: 'standard' });
    await toConsult(page);
    await picture(page, 'neck').tap();
    await expect(page.locator('.live.there')).toHaveCount(1);
    await tab(page, 'draw').tap();
    await page.locator('.ink.active').waitFor();
    const { x, y, height } = await middle(page);
    await slide(page, [{ x, y }], [{ x: 120, y: 40 }]);
    await expect.poll(async () => (await ink(page)).count).toBeGreaterThan(300);
    const drawn = await ink(page);

    // It goes where the picture goes, and comes back with it.
    await tab(page, 'view').tap();
    await control(page, 'moveRight').tap();
    await expect.poll(async () => (await ink(page)).x - drawn.x).toBeGreaterThan(height * 0.05);
    expect((await ink(page)).y).toBeCloseTo(drawn.y, -1);
    await control(page, 'reset').tap();
    await expect.poll(async () => Math.abs((await ink(page)).x - drawn.x)).toBeLessThan(2);

    // A palm draws nothing; two fingers bring the picture nearer, and draw nothing either.
    await tab(page, 'draw').tap();
    await page.locator('.ink.active').waitFor();
    const before = (await ink(page)).count;
    await slide(page, [{ x, y: y + 60, radius: 70 }], [{ x: 100, y: 0 }]);
    expect((await ink(page)).count).toBe(before);
    await slide(
      page,
      [
        { x: x - 60, y },
        { x: x + 60, y },
      ],
      [
        { x: -60, y: 0 },
        { x: 60, y: 0 },
      ],
    );
    await expect.poll(async () => (await ink(page)).count).toBeGreaterThan(before * 1.5);

    await control(page, 'undo').tap();
    await expect.poll(async () => (await ink(page)).count).toBe(0);
    await control(page, 'redo').tap();
    await expect.poll(async () => (await ink(page)).count).toBeGreaterThan(0);
    await control(page, 'keep').tap();
    await expect(page.getByText('1 of 4 kept')).toBeVisible();
    await control(page, 'take-home').tap();
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
    await expect(page.getByRole('dialog').locator('[data-control=print]')).toBeVisible();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/NaN|undefined/);

    await control(page, 'finish').tap();
    await toConsult(page);
    await picture(page, 'neck').tap();
    expect((await ink(page)).count).toBe(0);
    await expect(page.getByText('1 of 4 kept')).toHaveCount(0);
    await expect(heading(page)).toHaveText('At rest');
  },
);

test('the pointer follows the finger and leaves nothing', { tag: '@lying' }, async ({ page }) => {
  await toConsult(page);
  await tab(page, 'draw').tap();
  await control(page, 'pointer').tap();
  const { x, y } = await middle(page);
  const touch = await page.context().newCDPSession(page);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + 50, y }] });
  const box = (await page.locator('.pointer').boundingBox())!;
  expect(box.x + box.width / 2).toBeCloseTo(x + 50, -1);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(page.locator('.pointer')).toHaveCount(0);
  expect((await ink(page)).count).toBe(0);
});

test('a part is found by its technical name, in another picture', { tag: '@lying' }, async ({ page }) => {
  await toConsult(page);
  await tab(page, 'parts').tap();
  await control(page, 'find-part').tap();
  for (const letter of 'pteryg') await page.locator(`[data-key=${letter}]`).tap();
  await page.locator('[data-found="jaw:lateral-pterygoid"]').tap();
  await expect(page.locator('.panel h2')).toHaveText(/pterygoid/i);
  await expect(picture(page, 'jaw')).toHaveAttribute('aria-current', 'true');
  await page.locator('.foot [data-control=back]').tap();
  await expect(page.locator('li [data-tour]').first()).toBeVisible();
});

test('nobody is asked for twenty minutes; then as everywhere', { tag: '@lying' }, async ({ page }) => {
  await page.clock.install();
  await toConsult(page);
  await page.clock.runFor(19 * 60_000);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.clock.runFor(61_000);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.clock.runFor(61_000);
  await expect(page.locator('.begin')).toBeVisible();
});

test(
  'by keys alone: a form, how much of it, a part, and out',
  { tag: ['@lying', '@full'] },
  async ({ page }) => {
    await toConsult(page);
    await picture(page, 'neck').focus();
    await page.keyboard.press('Enter');
    await form(page, 'turn-right').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-control=share]').focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('[data-control=share]')).toHaveValue('99');
    await tab(page, 'parts').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-row="sternocleidomastoid.left"]').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.panel h2')).toHaveText('Sternocleidomastoid');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-row]').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.locator('li [data-tour]').first()).toBeVisible();
  },
);

test(
  'the clinic may ask for the PIN of staff, or leave consult out',
  { tag: '@lying' },
  async ({ page, kiosk }) => {
    await openWith(page, kiosk, { consult: 'off' });
    await page.locator('.begin').tap();
    await expect(page.locator('li [data-tour]').first()).toBeVisible();
    await expect(control(page, 'consult')).toHaveCount(0);

    await page.unrouteAll();
    await page.route('**/staff', (route) => route.fulfill({ json: { pin: 'set', open: true, waitMs: 0 } }));
    await page.route('**/staff/enter', (route) => route.fulfill({ json: { pass: 'pass' } }));
    let isClosed = false;
    await page.route('**/staff/close', (route) => {
      isClosed = true;
      return route.fulfill({ status: 204 });
    });
    await openWith(page, kiosk, { consult: 'pin' });
    await page.locator('.begin').tap();
    await control(page, 'consult').tap();
    await control(page, 'cancel').tap();
    await control(page, 'consult').tap();
    await pressPin(page, PIN);
    await expect(tab(page, 'form')).toBeVisible();
    // The pass of the panel is not kept.
    expect(isClosed).toBe(true);
  },
);
