import type { Page } from '@playwright/test';
import eyelids from '../../assets/tours/eyelids.json' with { type: 'json' };
import eyelidsEs from '../../locales/es/tours/eyelids.json' with { type: 'json' };
import neckEs from '../../locales/es/tours/neck.json' with { type: 'json' };
import neck from '../../assets/tours/neck.json' with { type: 'json' };
import { expect, openOnPanel, test } from './kiosk.ts';
import { openPng } from './tones.ts';

const tours = { neck: neck.steps, eyelids: eyelids.steps };

/** A control by its name in the page's own vocabulary, whatever the language. */
const control = (page: Page, name: string) => page.locator(`[data-control="${name}"]`);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function openNeck(page: Page): Promise<void> {
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await expect(control(page, 'next')).toBeVisible();
}

test('by touch, in Spanish: the neck tour, a term, back to the same step, finish', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.locator('.begin').tap();
  await control(page, 'language').tap();
  await page.locator('[data-locale=es]').tap();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(heading(page)).toHaveText('¿En qué parte del cuerpo?');

  await page.locator('li [data-tour=neck]').tap();
  await control(page, 'next').tap();
  await control(page, 'next').tap();
  await expect(heading(page)).toHaveText('Girar hacia un lado');
  await expect(page.getByText('3 de 9')).toBeVisible();

  await page.locator('.body [data-term=torticollis]').tap();
  await expect(heading(page)).toHaveText('Tortícolis');
  await control(page, 'back').tap();
  await expect(heading(page)).toHaveText('Girar hacia un lado');
  await control(page, 'back').tap();
  await expect(page.getByText('2 de 9')).toBeVisible();

  for (let step = 2; step <= neck.steps.length; step++) await control(page, 'next').tap();
  await expect(heading(page)).toHaveText('Preguntas para la consulta');
  await control(page, 'finish').tap();
  await expect(page.locator('.begin')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test(
  'questions are ticked in two tours, shown on one page in the language of the moment, and gone with the visit',
  { tag: '@lying' },
  async ({ page }) => {
    await openNeck(page);
    for (let step = 0; step < neck.steps.length; step++) await control(page, 'next').tap();
    await expect(control(page, 'my-questions')).toBeDisabled();
    const question = control(page, 'question');
    await question.nth(1).tap();
    await question.nth(3).tap();
    await question.nth(3).tap();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);

    await control(page, 'next').tap();
    await page.locator('[data-control=onward]', { hasText: 'The eyelids' }).tap();
    await expect(page.getByText('1 of')).toBeVisible();
    for (let step = 0; step < eyelids.steps.length; step++) await control(page, 'next').tap();
    await question.first().tap();
    await control(page, 'comfort').tap();
    await page.locator('[data-page=letters]').tap();
    await control(page, 'language').tap();
    await page.locator('[data-locale=es]').tap();
    await control(page, 'done').tap();
    await expect(control(page, 'my-questions')).toHaveText('Ver 2 preguntas');
    await control(page, 'my-questions').tap();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('listitem')).toHaveText([neckEs.ask[1]!, eyelidsEs.ask[0]!]);
    await page.keyboard.press('Escape');

    await control(page, 'finish').tap();
    await openNeck(page);
    for (let step = 0; step < neck.steps.length; step++) await control(page, 'next').tap();
    await expect(control(page, 'my-questions')).toBeDisabled();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  },
);

test(
  'a language is changed in the middle of a step, and the place is kept',
  { tag: '@lying' },
  async ({ page }) => {
    await openNeck(page);
    await control(page, 'next').tap();
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await control(page, 'comfort').tap();
    await page.locator('[data-page=letters]').tap();
    await control(page, 'language').tap();
    await page.locator('[data-locale=es]').tap();
    await expect(page.getByText('2 de 9')).toBeVisible();
    await expect(heading(page)).toHaveText('Los músculos que mueven la cabeza');
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  },
);

test('the scene of the attract loop leads straight into its tour, and back leads home', async ({ page }) => {
  await page.locator('.card').tap();
  await expect(page.getByText(/^1 of \d$/)).toBeVisible();
  await control(page, 'back').tap();
  await expect(heading(page)).toHaveText('Where in the body?');
});

for (const inches of [15.6, 21.5, 32]) {
  test(`the thread of a scene crosses no words on ${inches}″, and follows them`, async ({ page, kiosk }) => {
    await openOnPanel(page, kiosk, inches);
    await expect(page.locator('.card')).toBeVisible();
    const crossed = () => page.evaluate(wordsUnderThread);
    await expect.poll(crossed).toEqual([]);
    // Sizes that change while it stands there, as when staff set the panel's from afar.
    await page.evaluate(() => {
      const { style } = document.documentElement;
      const mm = parseFloat(style.getPropertyValue('--mm'));
      style.setProperty('--mm', `${mm * 0.85}px`);
    });
    await expect.poll(crossed).toEqual([]);
  });
}

/** Words of the attract loop that the thread runs through, or what is amiss. */
function wordsUnderThread(): string[] {
  const thread = document.querySelector<SVGPathElement>('svg[data-no-mirror] path:not(.under)');
  const rule = document.querySelector('.sentence')?.getBoundingClientRect();
  if (!thread || !rule) return ['no thread'];
  const origin = thread.ownerSVGElement!.getBoundingClientRect();
  const end = thread.getPointAtLength(thread.getTotalLength());
  if (Math.abs(end.y + origin.y - rule.bottom) > 2) return ['the thread does not lie under the sentence'];
  const walker = document.createTreeWalker(document.querySelector('.words')!, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()];
    for (let at = 0; at <= thread.getTotalLength(); at += 2) {
      const point = thread.getPointAtLength(at);
      const [x, y] = [point.x + origin.x, point.y + origin.y];
      if (boxes.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)) {
        found.push(node.textContent ?? '');
        break;
      }
    }
  }
  return found;
}

test(
  'a tour that awaits review says so in the waiting room and on its first page',
  { tag: '@lying' },
  async ({ page }) => {
    await expect(page.locator('.card')).toContainText('Not yet checked by a clinician');
    await page.locator('.begin').tap();
    await page.locator('li [data-tour=neck]').tap();
    await expect(page.locator('[data-control=review]')).toContainText('Not yet checked by a clinician');
  },
);

test('a place on the picture leads to its tour', async ({ page }) => {
  await page.locator('.begin').tap();
  await page.locator('[data-part=neck]').tap();
  await expect(page.getByText('1 of 9')).toBeVisible();
});

test('a place of the figure itself leads to its tour', async ({ page }) => {
  await page.locator('.begin').tap();
  const names = page.locator('.callout');
  await expect(page.locator('.callout:not(.waiting)').first()).toBeVisible();
  const parts = await names.evaluateAll((all) => all.map((name) => (name as HTMLElement).dataset['part']));
  const ring = page.locator('.leaders g .ring').nth(parts.indexOf('eyelids'));
  const { x, y, width, height } = (await ring.boundingBox())!;
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await expect(page.locator('.crumb')).toContainText('The eyelids');
});

test('the name of a part opens its term', { tag: '@lying' }, async ({ page }) => {
  await openNeck(page);
  await page.locator('[data-part="sternocleidomastoid.left"]').tap();
  await expect(heading(page)).toHaveText('Sternocleidomastoid');
});

for (const inches of [15.6, 21.5]) {
  // A picture that has not been drawn yet shows words, and a quick run draws few.
  test(
    `every name that a tour asks for stands on its picture on ${inches}″`,
    { tag: ['@lying', '@full'] },
    async ({ page, kiosk }) => {
      const stands = await page.evaluate(() => innerHeight > innerWidth);
      test.skip(inches < 20 && stands, 'standing, it has room for two names on a side (R-20)');
      await openOnPanel(page, kiosk, inches);
      await page.locator('.begin').tap();
      for (const [id, steps] of Object.entries(tours)) {
        await page.locator(`li [data-tour=${id}]`).tap();
        for (const { id: step, show } of steps) {
          const names = page.locator('.stage .callout:not(.waiting)');
          const parts = () =>
            names.evaluateAll((found: HTMLElement[]) => found.map(({ dataset }) => dataset['part']).sort());
          await expect.poll(parts, { message: `${id}, ${step}` }).toEqual([...show].sort());
          await control(page, 'next').tap();
        }
        await control(page, 'home').tap();
      }
    },
  );
}

test(
  'the movement plays when it is asked to, slowly if that is wanted, and pauses',
  { tag: '@lying' },
  async ({ page }) => {
    await openNeck(page);
    await control(page, 'next').tap();
    await control(page, 'next').tap();
    const picture = page.locator('.pictures');
    await expect(picture.locator('img, .live.there').last()).toBeVisible();
    const still = await picture.screenshot();
    await control(page, 'play').tap();
    await expect(control(page, 'play')).toHaveAccessibleName('Pause');
    await control(page, 'slow').tap();
    await expect(control(page, 'slow')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(async () => still.equals(await picture.screenshot())).toBe(false);
    await control(page, 'play').tap();
    await expect(control(page, 'play')).toHaveAccessibleName('Show the movement');
  },
);

test('somebody who leaves is asked for, then forgotten', { tag: '@lying' }, async ({ page }) => {
  await page.clock.install();
  await page.locator('.begin').tap();
  await control(page, 'language').tap();
  await page.locator('[data-locale=es]').tap();
  await page.locator('li [data-tour=eyelids]').tap();
  await control(page, 'next').tap();

  await page.clock.runFor(179_000);
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.clock.runFor(2_000);
  await expect(page.getByRole('dialog')).toContainText('¿Sigue ahí?');
  await control(page, 'stay').tap();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('2 de 9')).toBeVisible();

  await page.clock.runFor(181_000);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.clock.runFor(61_000);
  await expect(page.locator('.begin')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await stored(page)).toEqual({ local: 0, session: 0, databases: 0, cookies: '' });

  await page.locator('.begin').tap();
  await expect(heading(page)).toHaveText('Where in the body?');
});

test(
  'while the question is asked, a touch anywhere keeps the visit, and one button ends it',
  { tag: '@lying' },
  async ({ page }) => {
    await page.clock.install();
    await openNeck(page);
    await page.clock.runFor(181_000);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.touchscreen.tap(20, 20);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText('1 of 9')).toBeVisible();

    await page.clock.runFor(181_000);
    await control(page, 'finish-visit').tap();
    await expect(page.locator('.begin')).toBeVisible();
  },
);

test('the stage stays one continuous place from step to step, and while the question is asked', async ({
  page,
}) => {
  await page.clock.install();
  await openNeck(page);
  const stage = await page.locator('.pictures').elementHandle();
  await control(page, 'next').tap();
  await expect(page.getByText('2 of 9')).toBeVisible();
  await page.clock.runFor(181_000);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('2 of 9')).toBeVisible();
  expect(await stage.evaluate((element) => element.isConnected)).toBe(true);
});

test('a touch that slides counts as an answer', { tag: '@lying' }, async ({ page }) => {
  await page.clock.install();
  await openNeck(page);
  await page.clock.runFor(181_000);
  await expect(page.getByRole('dialog')).toBeVisible();
  const touch = await page.context().newCDPSession(page);
  const at = (x: number) => [{ x, y: 300 }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(300) });
  for (const x of [330, 360, 390])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(x) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.clock.runFor(1_000);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the focus returns to where it was when a sheet is closed', { tag: '@lying' }, async ({ page }) => {
  await page.locator('.begin').tap();
  await control(page, 'language').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Close', exact: true }).tap();
  await expect(control(page, 'language')).toBeFocused();
});

test(
  'Help hides what was read with one touch, and gives it back (R-43)',
  { tag: '@lying' },
  async ({ page }) => {
    await page.locator('.begin').tap();
    await page.locator('li [data-tour=neck]').tap();
    await control(page, 'next').tap();
    await expect(page.getByText('2 of 9')).toBeVisible();
    await control(page, 'help').tap();
    const sheet = (await page.getByRole('dialog').boundingBox())!;
    const isBeside = (x: number, y: number): boolean =>
      x < sheet.x - 1 || x > sheet.x + sheet.width + 1 || y < sheet.y - 1 || y > sheet.y + sheet.height + 1;
    /** Colours beside the sheet. */
    const colours = async (): Promise<number> => {
      const { width, data } = await openPng(await page.screenshot());
      const pixels = new Uint32Array(data.buffer);
      return new Set(pixels.filter((_, at) => isBeside(at % width, Math.floor(at / width)))).size;
    };
    await expect.poll(colours).toBe(1);
    await page.getByRole('button', { name: 'Close', exact: true }).tap();
    await expect(page.getByText('2 of 9')).toBeVisible();
  },
);

test('a slow language does not reach the next visitor', { tag: '@lying' }, async ({ page }) => {
  await page.locator('.begin').tap();
  let answer = (): void => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/words/es/ui', async (route) => {
    await held;
    await route.continue();
  });
  await control(page, 'language').tap();
  await page.locator('[data-locale=es]').tap();
  await page.getByRole('button', { name: 'Close', exact: true }).tap();
  await control(page, 'finish').tap();
  const answered = page.waitForResponse('**/words/es/ui');
  answer();
  await answered;
  await page.locator('.begin').tap();
  await expect(heading(page)).toHaveText('Where in the body?');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the sides stand clear of the controls, in the longer language, where the panel is small', async ({
  page,
  kiosk,
}) => {
  await openOnPanel(page, kiosk, 15.6);
  await page.locator('.begin').tap();
  await control(page, 'language').tap();
  await page.locator('[data-locale=es]').tap();
  await page.locator('li [data-tour=neck]').tap();
  await control(page, 'next').tap();
  await control(page, 'next').tap();
  await expect(control(page, 'play')).toBeVisible();
  const covered = () =>
    page.evaluate(() => {
      const words = [...document.querySelectorAll('[data-side] span')].map((side) => {
        const range = document.createRange();
        range.selectNodeContents(side);
        return range.getBoundingClientRect();
      });
      const buttons = [...document.querySelectorAll('.stage button')].map((one) =>
        one.getBoundingClientRect(),
      );
      const overlap = (a: DOMRect, b: DOMRect) =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      return {
        words: words.length,
        hits: words.filter((word) => buttons.some((b) => overlap(word, b))).length,
      };
    });
  await expect.poll(covered).toEqual({ words: 2, hits: 0 });
});

test('the glossary turns all its pages in Spanish, where rows differ in height', async ({ page, kiosk }) => {
  await openOnPanel(page, kiosk, 15.6);
  await page.locator('.begin').tap();
  await control(page, 'language').tap();
  await page.locator('[data-locale=es]').tap();
  await control(page, 'glossary').tap();
  while (await control(page, 'down').isEnabled()) await control(page, 'down').tap();
  await expect(page.locator('li [data-term]').last()).toBeVisible();
  await expect(control(page, 'up')).toBeEnabled();
});

test('every function can be reached by keys', { tag: '@lying' }, async ({ page }) => {
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Where in the body?');

  await tabTo(page, '[data-control=language]');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-locale=es]');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');

  await tabTo(page, 'li [data-tour=neck]');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 de 9')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('3 de 9')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('2 de 9')).toBeVisible();
  await tabTo(page, '[data-control=next]');
  await page.keyboard.press('Enter');

  for (const target of ['explore', 'terms', 'listen', 'home', 'comfort', 'help', 'finish', 'back']) {
    await tabTo(page, `[data-control=${target}]`);
  }
  await tabTo(page, '[data-control=play]');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-control=slow]');
  await page.keyboard.press(' ');
  await expect(control(page, 'slow')).toHaveAttribute('aria-pressed', 'true');
  await tabTo(page, '[data-control=play]');
  await page.keyboard.press('Enter');
  await expect(control(page, 'explore')).toBeVisible();

  await tabTo(page, '.body [data-term=torticollis]');
  await page.keyboard.press(' ');
  await expect(heading(page)).toHaveText('Tortícolis');
  await page.keyboard.press('Escape');
  await expect(page.getByText('3 de 9')).toBeVisible();

  await tabTo(page, '[data-control=finish]');
  await page.keyboard.press('Enter');
  await expect(page.locator('.begin')).toBeVisible();
});

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (
      await page
        .locator(selector)
        .first()
        .evaluate((element) => element === document.activeElement)
    )
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector}.`);
}

const stored = (page: Page) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
  }));
