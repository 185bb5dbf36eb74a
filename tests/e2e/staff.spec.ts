import type { Page } from '@playwright/test';
import eyelids from '../../assets/tours/eyelids.json' with { type: 'json' };
import { expect, test, whenMade } from './kiosk.ts';
import { enterPanel, hold, openDoor, PIN, pressPin } from './staff.ts';

const control = (page: Page, name: string) => page.locator(`[data-control="${name}"]`);
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const isFocused = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element === document.activeElement);
const door = (page: Page) => page.locator('[data-key=confirm]');

test.describe('the way in', () => {
  test('a first PIN is chosen by touch, and nothing easily guessed', async ({ page }) => {
    await openDoor(page);
    test.skip(
      (await title(page).textContent()) !== 'Choose a PIN for staff',
      'This kiosk has a PIN already.',
    );
    await pressPin(page, '123456');
    await expect(page.getByText('These digits stand in a row.')).toBeVisible();
    await pressPin(page, PIN);
    await expect(title(page)).toHaveText('Enter the new PIN again');
    await pressPin(page, PIN);
    await expect(title(page)).toHaveText('Clinic and printing');
  });

  test('the corner held for three seconds leads to the PIN pad, from the attract loop and from a visit', async ({
    page,
  }) => {
    await page.clock.install();
    await page.reload();
    await whenMade(page);
    await expect(page.locator('.begin')).toBeVisible();
    await hold(page, 20, 20, 3_100);
    await expect(door(page)).toBeVisible();
    await control(page, 'cancel').tap();
    await expect(page.locator('.begin')).toBeVisible();

    await page.locator('.begin').tap();
    await page.locator('li [data-tour=neck]').tap();
    await control(page, 'next').tap();
    await hold(page, 30, 25, 3_100);
    await expect(door(page)).toBeVisible();
    await control(page, 'cancel').tap();
    await expect(page.getByText('2 of 9')).toBeVisible();
  });

  test('a control that lies in the corner is the visitor’s, however long a finger rests on it', async ({
    page,
  }) => {
    await page.clock.install();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.reload();
    await whenMade(page);
    await page.locator('.begin').tap();
    await control(page, 'language').tap();
    await page.locator('[data-locale=ar]').tap();
    const clinicians = control(page, 'consult');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    const { x, y } = (await clinicians.boundingBox())!;
    await hold(page, x + 10, y + 10, 3_100);
    await expect(door(page)).toHaveCount(0);
  });

  test('a touch of the corner that is not held does what it does anywhere', async ({ page }) => {
    await page.clock.install();
    await page.reload();
    await whenMade(page);
    await expect(page.locator('.begin')).toBeVisible();
    await hold(page, 20, 20, 400);
    await expect(title(page)).toHaveText('Where in the body?');
  });

  test('a finger that strays does not open it', async ({ page }) => {
    await page.clock.install();
    await page.reload();
    await whenMade(page);
    await page.locator('.begin').tap();
    const touch = await page.context().newCDPSession(page);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 20, y: 20 }] });
    await page.clock.runFor(1_000);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 120, y: 20 }] });
    await page.clock.runFor(4_000);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(door(page)).toBeHidden();
  });

  test('the keys of staff begin no visit', async ({ page }) => {
    await openDoor(page);
    await page.keyboard.press('Escape');
    await expect(page.locator('.begin')).toBeVisible();
  });

  test('a wrong PIN is told of calmly, and the right one opens', async ({ page, faults }) => {
    faults.expect(/401 \(Unauthorized\)/);
    await enterPanel(page);
    await control(page, 'close-staff').tap();
    await openDoor(page);
    await pressPin(page, '203918');
    await expect(page.getByText('That PIN is not right.')).toBeVisible();
    await pressPin(page, PIN);
    await expect(control(page, 'close-staff')).toBeVisible();
  });

  test('the pad closes itself when nobody touches it', async ({ page }) => {
    await page.clock.install();
    await page.reload();
    await whenMade(page);
    await expect(page.locator('.begin')).toBeVisible();
    await openDoor(page);
    await page.clock.runFor(5 * 61_000);
    await expect(page.locator('.begin')).toBeVisible();
  });
});

test.describe('the panel', () => {
  test('the clinic’s name is written on the glass and stands on the attract loop', async ({ page }) => {
    await enterPanel(page, 'clinic');
    await control(page, 'write-name').tap();
    const field = page.getByRole('textbox');
    while (await field.inputValue()) await page.getByRole('button', { name: 'Delete', exact: true }).tap();
    for (const key of ['H', 'i', 'l', 'l', 'Space', 'N'])
      await page.getByRole('button', { name: key, exact: true }).tap();
    await control(page, 'write').tap();
    await expect(page.getByText('Hill N').first()).toBeVisible();
    await control(page, 'close-staff').tap();
    await expect(page.locator('.begin')).toBeVisible();
    await expect(page.getByText('Hill N')).toBeVisible();
  });

  test('the panel’s size takes effect at once, and 100 mm are 100 mm', async ({ page }) => {
    await enterPanel(page, 'screen');
    const ruler = () =>
      page.locator('svg[data-no-mirror] line').evaluateAll((lines) => {
        const at = lines.map((line) => line.getBoundingClientRect());
        return at.at(-1)!.x - at[0]!.x;
      });
    for (const inches of [32, 21.5]) {
      await page.locator(`[data-value="${inches}"]`).tap();
      const { width, height } = page.viewportSize()!;
      const mm = Math.hypot(width, height) / (inches * 25.4);
      await expect.poll(async () => Math.abs((await ruler()) / mm - 100)).toBeLessThan(1);
    }
  });

  test('hidden tours are nowhere offered', async ({ page }) => {
    await enterPanel(page, 'content');
    await page.locator('[data-switch=unreviewed]').tap();
    await control(page, 'confirm').tap();
    await expect(page.getByText('Hidden, 0 of 17 tours are left.')).toBeVisible();
    await expect(page.locator('[data-switch=unreviewed]')).toHaveAttribute('aria-checked', 'false');
    await control(page, 'close-staff').tap();
    await expect(title(page)).toHaveText('The tours of this screen are being reviewed.');
    await page.locator('.begin').tap();
    await expect(page.locator('[data-tour], [data-part]')).toHaveCount(0);
    await expect(page.getByText('Please ask the clinic staff.')).toBeVisible();
    await control(page, 'glossary').tap();
    await expect(page.locator('li [data-term]').first()).toBeVisible();

    await enterPanel(page, 'content');
    await page.locator('[data-switch=unreviewed]').tap();
    await expect(page.locator('[data-switch=unreviewed]')).toHaveAttribute('aria-checked', 'true');
    await control(page, 'close-staff').tap();
    await expect(page.locator('.card')).toBeVisible();
  });

  test('a closed clinic is dark, wakes for a touch and sleeps again', async ({ page }) => {
    await enterPanel(page, 'times');
    await page.locator('[data-value=weekday]').tap();
    await expect(page.locator('[data-day=mon]')).toBeVisible();
    for (const day of ['mon', 'tue', 'wed', 'thu', 'fri'])
      await page.locator(`[data-day=${day}] [data-switch]`).tap();
    await expect(page.getByText('Saved')).toBeAttached();
    await control(page, 'close-staff').tap();
    await page.clock.install();
    await page.reload();
    await whenMade(page);
    const dark = page.locator('.asleep');
    await expect(dark).toBeVisible();
    expect(await page.locator('#app').evaluate((app) => app.getAnimations({ subtree: true }).length)).toBe(0);
    expect(await dark.evaluate((main) => getComputedStyle(main).backgroundColor)).toBe('rgb(0, 0, 0)');

    await page.touchscreen.tap(700, 700);
    await expect(page.locator('.begin')).toBeVisible();
    await page.locator('.begin').tap();
    await expect(title(page)).toHaveText('Where in the body?');
    await control(page, 'finish').tap();
    await expect(page.locator('.begin')).toBeVisible();
    await page.clock.runFor(61_000);
    await expect(dark).toBeVisible();

    await enterPanel(page, 'times');
    await page.locator('[data-value=always]').tap();
    await expect(page.locator('[data-day=mon]')).toBeHidden();
    await control(page, 'close-staff').tap();
    await expect(page.locator('.begin')).toBeVisible();
  });

  test('while the screen is cleaned no touch and no key does anything', async ({ page }) => {
    await page.clock.install();
    await page.reload();
    await whenMade(page);
    await expect(page.locator('.begin')).toBeVisible();
    await enterPanel(page, 'service');
    await control(page, 'clean').tap();
    await expect(title(page)).toHaveText('You can wipe the screen now');
    for (const key of ['Enter', 'Escape', 'a']) await page.keyboard.press(key);
    for (const at of [20, 400, 900]) await page.touchscreen.tap(at, at);
    await hold(page, 20, 20, 10_000);
    await expect(title(page)).toHaveText('You can wipe the screen now');
    await page.clock.runFor(51_000);
    await expect(page.locator('.begin')).toBeVisible();
  });

  test('the staff’s keys end the cleaning', async ({ page }) => {
    await enterPanel(page, 'service');
    await control(page, 'clean').tap();
    await expect(title(page)).toHaveText('You can wipe the screen now');
    await page.keyboard.press('Control+Alt+KeyS');
    await expect(page.locator('.begin')).toBeVisible();
  });

  test('restarting and leaving are asked once more, and end on a calm screen', async ({ page }) => {
    // The kiosk of these tests serves those after this one too.
    await page.route(/\/staff\/(restart|leave)$/, (route) => route.fulfill({ status: 204 }));
    for (const [what, words] of [
      ['restart', 'Restarting…'],
      ['leave', 'The kiosk has ended'],
    ] as const) {
      await enterPanel(page, 'service');
      await control(page, what).tap();
      await control(page, 'confirm').tap();
      await expect(title(page)).toHaveText(words);
      await page.reload();
      await whenMade(page);
    }
  });

  test('closes itself after five minutes, and a visit begins with nothing of it', async ({ page }) => {
    await page.clock.install();
    await page.reload();
    await whenMade(page);
    await expect(page.locator('.begin')).toBeVisible();
    await enterPanel(page, 'service');
    await page.clock.runFor(5 * 60_000 + 1_000);
    await expect(page.locator('.begin')).toBeVisible();
    await openDoor(page);
    await expect(title(page)).toHaveText('Enter the staff PIN');
  });

  test('every function can be reached by keys', async ({ page }) => {
    await enterPanel(page);
    const targets = [
      '[data-section=times]',
      '[data-section=service]',
      '[data-control=write-name]',
      '[data-control=close-staff]',
    ];
    for (const selector of targets) {
      for (let presses = 0; presses < 40 && !(await isFocused(page, selector)); presses++)
        await page.keyboard.press('Tab');
      expect(await isFocused(page, selector)).toBe(true);
    }
    await page.locator('[data-control=close-staff]').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.begin')).toBeVisible();
  });
});

test('the page tells that it lives, and counts what is used', async ({ page }) => {
  const told: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST')
      told.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`);
  });
  await page.clock.install();
  await page.reload();
  await whenMade(page);
  await expect(page.locator('.begin')).toBeVisible();
  await page.clock.runFor(2_100);
  await expect.poll(() => told).toContain('/host/beat {"used":false}');
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=eyelids]').tap();
  for (let step = 0; step < eyelids.steps.length; step++) await control(page, 'next').tap();
  await expect(title(page)).toHaveText('Questions for your doctor');
  await page.clock.runFor(2_100);
  await expect.poll(() => told).toContain('/host/beat {"used":true}');
  // The browser tells of requests a moment after they have gone out.
  await expect
    .poll(() => told.filter((line) => line.startsWith('/use')))
    .toEqual([
      '/use {"what":"visit"}',
      '/use {"what":"tour-opened","tour":"eyelids"}',
      '/use {"what":"tour-finished","tour":"eyelids"}',
    ]);
});
