import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { clippedWords } from './clipped.ts';
import { expect, faded, openOnPanel, openWith, test } from './kiosk.ts';
import { faultsOfTargets } from './rules.ts';

const control = (page: Page, name: string) => page.locator(`[data-control="${name}"]`);
const setting = (page: Page, name: string) => page.locator(`[data-setting="${name}"]`);
const root = (page: Page) => page.locator('html');

/** A step of the neck tour, without and with a movement that can be shown. */
async function openStep(page: Page): Promise<void> {
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await control(page, 'next').tap();
  await control(page, 'next').tap();
  await expect(page.getByText('3 of 9')).toBeVisible();
}

async function openComfort(page: Page, at: 'light' | 'letters' | 'motion' | 'sides'): Promise<void> {
  await control(page, 'comfort').tap();
  await page.locator(`[data-page=${at}]`).tap();
}

/** Sizes and colours as the page has them now. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.querySelector('.body')!);
    return { size: parseFloat(style.fontSize), ink: style.color };
  });

const stored = (page: Page) =>
  page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);

test('what is wished for is seen at once, in the step where one is, and is gone with the visit', async ({
  page,
}) => {
  await openStep(page);
  const before = await shown(page);
  await openComfort(page, 'light');
  await setting(page, 'theme').locator('[data-option=dim]').tap();
  await expect(root(page)).toHaveAttribute('data-theme', 'dim');
  await setting(page, 'warm').getByRole('switch').tap();
  await expect(root(page)).toHaveAttribute('data-warm', '');
  await page.locator('[data-page=letters]').tap();
  for (const percent of ['125%', '150%', '200%']) {
    await setting(page, 'text').locator('[data-step=more]').tap();
    await expect(setting(page, 'text')).toContainText(percent);
  }
  await expect(setting(page, 'text').locator('[data-step=more]')).toHaveAttribute('aria-disabled', 'true');
  await control(page, 'done').tap();
  await expect(page.getByText('3 of 9')).toBeVisible();
  expect((await shown(page)).size).toBeCloseTo(before.size * 2, 1);
  await expect.poll(async () => (await shown(page)).ink).not.toBe(before.ink);

  expect(await stored(page)).toBe(0);
  await control(page, 'finish').tap();
  await page.locator('.begin').tap();
  await expect(root(page)).toHaveAttribute('data-theme', 'soft');
  await expect(root(page)).toHaveAttribute('data-text', '100');
  await expect(root(page)).not.toHaveAttribute('data-warm');
});

test('one touch puts everything back', { tag: '@lying' }, async ({ page }) => {
  await openStep(page);
  await openComfort(page, 'light');
  await expect(control(page, 'reset-comfort')).toBeDisabled();
  await setting(page, 'theme').locator('[data-option=light]').tap();
  await page.locator('[data-page=motion]').tap();
  await setting(page, 'calm').getByRole('switch').tap();
  await expect(root(page)).not.toHaveAttribute('data-calm');
  await control(page, 'reset-comfort').tap();
  await expect(root(page)).toHaveAttribute('data-theme', 'soft');
  await expect(root(page)).toHaveAttribute('data-calm', '');
});

test('on the smallest panel, too, the first setting of every page can be touched', async ({
  page,
  kiosk,
}) => {
  await openOnPanel(page, kiosk, 15.6);
  await openStep(page);
  await openComfort(page, 'light');
  await setting(page, 'theme').locator('[data-option=dim]').tap();
  await expect(root(page)).toHaveAttribute('data-theme', 'dim');
  await page.locator('[data-page=motion]').tap();
  await setting(page, 'calm').getByRole('switch').tap();
  await expect(root(page)).not.toHaveAttribute('data-calm');
  await page.locator('[data-page=sides]').tap();
  await setting(page, 'hand').locator('[data-option=left]').tap();
  await expect(root(page)).toHaveAttribute('data-swapped', '');
  await page.locator('[data-page=letters]').tap();
  await setting(page, 'text').locator('[data-step=more]').tap();
  await expect(root(page)).toHaveAttribute('data-text', '125');
});

test('somebody who walks away leaves no wish behind', { tag: '@lying' }, async ({ page }) => {
  await page.clock.install();
  await openStep(page);
  await openComfort(page, 'light');
  await setting(page, 'theme').locator('[data-option=light]').tap();
  await page.clock.runFor(181_000);
  await page.clock.runFor(61_000);
  await expect(page.locator('.begin')).toBeVisible();
  await page.locator('.begin').tap();
  await expect(root(page)).toHaveAttribute('data-theme', 'soft');
});

test(
  'the page tilts for a head that leans, its words are touched where they are seen, one touch straightens it',
  { tag: '@lying' },
  async ({ page }) => {
    await openStep(page);
    await openComfort(page, 'sides');
    for (let step = 0; step < 3; step++) await setting(page, 'tilt').locator('[data-step=more]').tap();
    await expect(setting(page, 'tilt')).toContainText('15');
    await control(page, 'done').tap();
    await expect(root(page)).toHaveAttribute('data-tilted', '');
    await page.locator('.body [data-term=torticollis]').tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Torticollis');
    await control(page, 'back').tap();

    await openComfort(page, 'sides');
    await control(page, 'straighten').tap();
    await expect(root(page)).not.toHaveAttribute('data-tilted');
  },
);

test('the paper lies on the side of the hand that reaches best', { tag: '@lying' }, async ({ page }) => {
  const { width, height } = page.viewportSize()!;
  test.skip(height > width, 'on a panel that stands, the paper lies below');
  await openStep(page);
  const paper = async () => (await page.locator('.panel').boundingBox())!.x;
  expect(await paper()).toBeGreaterThan(500);
  await openComfort(page, 'sides');
  await setting(page, 'hand').locator('[data-option=left]').tap();
  await control(page, 'done').tap();
  expect(await paper()).toBe(0);
  // The picture's sides are the patient's, whatever hand the visitor uses.
  const side = async (what: string) => (await page.locator(`[data-side=${what}]`).boundingBox())!.x;
  expect(await side('patient-right')).toBeLessThan(await side('patient-left'));
});

test(
  'on a tall panel everything comes within reach (R-32)',
  { tag: '@standing' },
  async ({ page, kiosk }) => {
    const mountHeight = 690;
    await openWith(page, kiosk, { panelInches: 32, mountHeight });
    await openStep(page);
    await openComfort(page, 'sides');
    await setting(page, 'low').getByRole('switch').tap();
    /** Buttons that lie outside of 700 to 1100 mm above the floor. */
    const beyond = (): Promise<string[]> =>
      page.evaluate((mountHeight) => {
        const mm = Number.parseFloat(document.documentElement.style.getPropertyValue('--mm'));
        const above = (y: number): number => mountHeight + (innerHeight - y) / mm;
        return [...document.querySelectorAll('button')]
          .filter((button) => {
            const { x, top, bottom, width } = button.getBoundingClientRect();
            // What a list has on its other pages is not there to be touched.
            const there = document.elementFromPoint(x + width / 2, (top + bottom) / 2);
            return button.contains(there) && (above(top) > 1100 || above(bottom) < 700);
          })
          .map((button) => button.textContent.trim());
      }, mountHeight);
    /** All of it is within reach, and nothing is cut off or lies over another. */
    const holds = async (): Promise<void> => {
      expect(await beyond()).toEqual([]);
      expect(await clippedWords(page)).toEqual([]);
      expect(await faultsOfTargets(page, { inches: 32, least: 20 })).toEqual([]);
    };
    await holds();
    await expect(setting(page, 'low')).toBeInViewport();
    await control(page, 'done').tap();
    await holds();
    await control(page, 'help').tap();
    await page.getByRole('dialog').waitFor();
    await holds();
    await page.keyboard.press('Escape');
    await control(page, 'home').tap();
    await page.locator('li [data-tour]').first().waitFor();
    await holds();
    await control(page, 'glossary').tap();
    await page.locator('li [data-term]').first().waitFor();
    await holds();
    await control(page, 'find').tap();
    await page.locator('[data-key]').first().waitFor();
    await holds();
  },
);

test(
  'help says first what to do in an emergency, and the focus returns to where it was',
  { tag: '@lying' },
  async ({ page }) => {
    await openStep(page);
    await control(page, 'help').focus();
    await page.keyboard.press('Enter');
    const help = page.getByRole('dialog');
    await expect(help.getByRole('heading', { level: 3 }).first()).toHaveText('In an emergency');
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(control(page, 'help')).toBeFocused();
  },
);

test(
  'the waiting room is dim, and paper brightens slowly when somebody comes (R-25, R-26)',
  { tag: '@lying' },
  async ({ page }) => {
    await expect(root(page)).toHaveAttribute('data-theme', 'dim');
    // How long each fade of the paper lasts, ms, noted as it begins: it may be over before it is looked for.
    await page.evaluate(() => {
      const fades: number[] = [];
      Object.assign(window, { fades });
      document.addEventListener('transitionrun', ({ target, propertyName }) => {
        if (propertyName !== '--paper' || target !== document.documentElement) return;
        const { transitionProperty, transitionDuration } = getComputedStyle(document.documentElement);
        const index = transitionProperty.split(', ').indexOf(propertyName);
        fades.push(parseFloat(transitionDuration.split(', ')[index]!) * 1000);
      });
    });
    const fades = () => page.evaluate(() => (window as unknown as { fades: number[] }).fades);
    await page.locator('.begin').tap();
    await expect(root(page)).toHaveAttribute('data-theme', 'soft');
    await expect.poll(fades).toEqual([600]);
    await control(page, 'finish').tap();
    await expect(root(page)).toHaveAttribute('data-theme', 'dim');
    await expect.poll(fades).toEqual([600, 600]);
    await expect(page.locator('main.revisited')).toBeVisible();
  },
);

for (const theme of ['dim', 'soft', 'light']) {
  // The default is looked at in every other test.
  const tag = theme === 'soft' ? ['@full'] : ['@lying'];
  test(`in the theme ${theme} all words stand out as they should (R-02)`, { tag }, async ({ page }) => {
    await openStep(page);
    await openComfort(page, 'light');
    await setting(page, 'theme').locator(`[data-option=${theme}]`).tap();
    await expect(root(page)).toHaveAttribute('data-theme', theme);
    await faded(page);
    expect(await faint(page)).toEqual([]);
    await control(page, 'done').tap();
    expect(await faint(page)).toEqual([]);
    await control(page, 'home').tap();
    await control(page, 'glossary').tap();
    await page.locator('li [data-term]').first().tap();
    expect(await faint(page)).toEqual([]);
  });
}

/** Words whose contrast is under 7:1, large ones 4.5:1. */
async function faint(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withRules(['color-contrast', 'color-contrast-enhanced'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
