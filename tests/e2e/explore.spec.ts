import type { Page } from '@playwright/test';
import { expect, openWith, test } from './kiosk.ts';

const control = (page: Page, name: string) => page.locator(`[data-control="${name}"]`);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const callout = (page: Page, part: string) => page.locator(`.stage [data-part="${part}"]`);
const side = (page: Page, what: string) => page.locator(`[data-side="${what}"]`);

/** From the third step of the neck, whose picture is seen from the front. */
async function explore(page: Page): Promise<void> {
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await control(page, 'next').tap();
  await control(page, 'next').tap();
  await control(page, 'explore').tap();
  await expect(page.locator('[data-row]').first()).toBeVisible();
}

/** The picture stands: it was drawn, and nothing moves any more. */
const drawn = async (page: Page): Promise<void> => {
  await expect(page.locator('.live.there')).toHaveCSS('opacity', '1');
  await expect(page.locator('.pictures img')).toHaveCount(0);
};

/** The upper half of the picture, over which nothing lies. */
async function picture(page: Page): Promise<Buffer> {
  const box = (await page.locator('.stage').boundingBox())!;
  return page.screenshot({ clip: { ...box, height: box.height / 2 } });
}

/** The picture once two looks at it are the same. */
async function settled(page: Page): Promise<Buffer> {
  let last = await picture(page);
  await expect(async () => {
    const before = last;
    last = await picture(page);
    expect(last.equals(before)).toBe(true);
  }).toPass({ timeout: 90_000, intervals: [300] });
  return last;
}

const isNow = (page: Page, before: Buffer) => expect.poll(async () => before.equals(await picture(page)));

test(
  'the picture is turned, seen from behind, and put back; back leads to the same step',
  { tag: '@lying' },
  async ({ page }) => {
    await explore(page);
    await drawn(page);
    // On a panel that stands the picture makes room for the ways to turn it.
    await control(page, 'turn').tap();
    const before = await settled(page);
    const xOf = async (what: string) => (await side(page, what).boundingBox())!.x;
    expect(await xOf('patient-right')).toBeLessThan(await xOf('patient-left'));

    await control(page, 'turnLeft').tap();
    await expect(page.locator('[data-view=front]')).toHaveAttribute('aria-pressed', 'false');
    await isNow(page, before).toBe(false);
    // From the pure side there is a front and a back, and neither left nor right.
    for (let turns = 0; turns < 3; turns++) await control(page, 'turnLeft').tap();
    await expect(side(page, 'front')).toBeVisible();
    await expect(side(page, 'patient-left')).toBeHidden();
    for (let turns = 0; turns < 4; turns++) await control(page, 'turnLeft').tap();
    expect(await xOf('patient-left')).toBeLessThan(await xOf('patient-right'));

    await control(page, 'reset').tap();
    await expect(page.locator('[data-view=front]')).toHaveAttribute('aria-pressed', 'true');
    expect(await xOf('patient-right')).toBeLessThan(await xOf('patient-left'));
    await isNow(page, before).toBe(true);

    await page.locator('[data-view=back]').tap();
    expect(await xOf('patient-left')).toBeLessThan(await xOf('patient-right'));
    await page.locator('.foot [data-control=back]').tap();
    await expect(page.getByText('3 of 9')).toBeVisible();
  },
);

test(
  'a finger leads the eye, and one that trembles does not',
  { tag: ['@lying', '@full'] },
  async ({ page }) => {
    await explore(page);
    await drawn(page);
    const { x, y, width, height } = (await page.locator('.stage .surface').boundingBox())!;
    const touch = await page.context().newCDPSession(page);
    const slide = async (by: number): Promise<void> => {
      const at = (dx: number) => [{ x: x + width / 2 + dx, y: y + height * 0.2 }];
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
      for (let step = 1; step <= 8; step++)
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at((by * step) / 8) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await slide(20);
    await expect(page.locator('[data-view=front]')).toHaveAttribute('aria-pressed', 'true');
    await slide(width * 0.4);
    await expect(page.locator('[data-view=front]')).toHaveAttribute('aria-pressed', 'false');
  },
);

test(
  'a part is chosen by touch, told of, and let go by a touch beside it',
  { tag: '@lying' },
  async ({ page }) => {
    await explore(page);
    await drawn(page);
    // Where the part is, the list and its callout say.
    await page.locator('[data-row="sternocleidomastoid.left"]').tap();
    const ring = page.locator('.leaders .ring');
    await expect(ring).toBeVisible();
    const { x, y, width, height } = (await ring.boundingBox())!;
    await control(page, 'close-part').tap();
    await expect(ring).toBeHidden();

    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await expect(heading(page)).toHaveText(/Sterno/);
    await expect(callout(page, 'sternocleidomastoid.left')).toBeVisible();
    await expect(page.locator('.panel')).toContainText('left side');
    await expect(page.locator('.panel [aria-live]')).toHaveText(/Sterno/);

    const stage = (await page.locator('.stage').boundingBox())!;
    await page.touchscreen.tap(stage.x + stage.width - 90, stage.y + stage.height * 0.35);
    await expect(heading(page)).toHaveText('The neck');
  },
);

test(
  'by keys alone: a part, its word, back to the part, the list, and out',
  { tag: '@lying' },
  async ({ page }) => {
    await explore(page);
    await page.locator('[data-row="splenius-capitis.right"]').focus();
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText('Splenius capitis');
    await expect(heading(page)).toBeFocused();
    await control(page, 'part-term').focus();
    await page.keyboard.press('Enter');
    await expect(control(page, 'part-term')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(heading(page)).toHaveText('Splenius capitis');
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('[data-view=front]')).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('0');
    await expect(page.locator('[data-view=front]')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-row="splenius-capitis.right"]')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByText('3 of 9')).toBeVisible();
  },
);

test(
  'a layer is laid aside, with its parts, and put back',
  { tag: ['@lying', '@full'] },
  async ({ page }) => {
    await explore(page);
    await drawn(page);
    await expect(page.locator('[data-row="trapezius.left"]')).toBeAttached();
    const before = await settled(page);
    await control(page, 'layers').tap();
    const muscle = page.locator('[data-layer=muscle]');
    await expect(muscle).toHaveAttribute('aria-checked', 'true');
    await muscle.tap();
    await expect(muscle).toHaveAttribute('aria-checked', 'false');
    await isNow(page, before).toBe(false);
    await control(page, 'close-part').tap();
    await expect(page.locator('[data-row="trapezius.left"]')).toHaveCount(0);
    await expect(page.locator('[data-row=hyoid]')).toBeAttached();
    await control(page, 'layers').tap();
    await muscle.tap();
    await isNow(page, before).toBe(true);
  },
);

test(
  'a live picture takes the place of the still, and lies exactly on it',
  { tag: '@lying' },
  async ({ page, kiosk }) => {
    await openWith(page, kiosk, { drawing: 'live' });
    await page.locator('.begin').tap();
    await page.locator('li [data-tour=neck]').tap();
    await drawn(page);
    await expect(page.locator('.pictures img')).toHaveCount(0);
    const box = await page.locator('.live canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas.getBoundingClientRect();
      return { ratio: width / height, canvas: canvas.width / canvas.height };
    });
    expect(box.canvas).toBeCloseTo(box.ratio, 2);
    await expect(callout(page, 'sternocleidomastoid.left')).toBeVisible();
  },
);

test(
  'the context is lost and comes back, and the picture with it',
  { tag: ['@lying', '@full'] },
  async ({ page }) => {
    await explore(page);
    await drawn(page);
    await page.evaluate(() => {
      const gl = document.querySelector<HTMLCanvasElement>('.live canvas')!.getContext('webgl2')!;
      const loss = gl.getExtension('WEBGL_lose_context')!;
      Object.assign(window, { loss });
      loss.loseContext();
    });
    await expect(page.locator('.live.there')).toHaveCount(0);
    await page.evaluate(() => (window as unknown as { loss: WEBGL_lose_context }).loss.restoreContext());
    await drawn(page);
  },
);

test(
  'what stands still costs nothing, and what was shown is let go',
  { tag: ['@lying', '@full'] },
  async ({ page, kiosk }) => {
    await page.addInitScript(() => {
      const count = { live: 0, draws: 0 };
      Object.assign(window, { count });
      const own = WebGL2RenderingContext.prototype as unknown as Record<
        string,
        (...args: unknown[]) => unknown
      >;
      for (const name of Object.getOwnPropertyNames(own)) {
        const step = /^create/.test(name) ? 1 : /^delete/.test(name) ? -1 : 0;
        const isDraw = /^draw(Elements|Arrays)/.test(name);
        if (step === 0 && !isDraw) continue;
        const call = own[name]!;
        own[name] = function (this: unknown, ...args: unknown[]) {
          // Deleting nothing is allowed, and counts for nothing.
          if (step !== -1 || args[0]) count.live += step;
          if (isDraw) count.draws += 1;
          return call.apply(this, args);
        };
      }
    });
    const count = () => page.evaluate(() => (window as unknown as { count: Record<string, number> }).count);
    await openWith(page, kiosk, { drawing: 'live' });
    await page.locator('.begin').tap();
    await drawn(page);

    // Each round shows three diagrams, of which two are kept.
    const round = async () => {
      for (const tour of ['neck', 'eyelids']) {
        await page.locator(`li [data-tour=${tour}]`).tap();
        await expect(page.getByText('1 of 9')).toBeVisible();
        await drawn(page);
        await control(page, 'home').tap();
        await drawn(page);
      }
      // The next diagrams are made ahead meanwhile: what is there is counted when no more is made.
      for (let before: number | undefined; ;) {
        const { live } = await count();
        if (live === before) return live;
        before = live;
        await page.waitForTimeout(2000);
      }
    };
    const first = await round();
    expect(await round()).toBe(first);

    const { draws } = await count();
    await page.waitForTimeout(1500);
    expect((await count())['draws']).toBe(draws);
  },
);

test('nothing is drawn: the words tell what the picture would show', async ({ page, kiosk }) => {
  await openWith(page, kiosk, { drawing: 'off' });
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await expect(page.locator('.pictures')).toHaveCount(0);
  await expect(page.locator('.missing')).toContainText('head and neck');
  await control(page, 'explore').tap();
  await page.locator('[data-row="trapezius.left"]').tap();
  await expect(heading(page)).toHaveText('Trapezius');
});
