import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { attempt, chanceOf, NOISE, type Severity } from '../touch/noise.ts';
import { Fingers, type Place } from './fingers.ts';
import { ways } from '../../tools/screens/ways.ts';
import { clippedWords } from './clipped.ts';
import { expect, openWith, test } from './kiosk.ts';
import { faultsOfTargets } from './rules.ts';
import { pressByProgram } from './touch-by-hand.ts';

/** As a kiosk comes: Steady Touch is on. */
test.use({ kioskArguments: ['--provisioned', path.join(tmpdir(), 'tonos-none.json')] });

const control = (page: Page, name: string): Locator => page.locator(`[data-control="${name}"]`);
const ring = (page: Page, kind: string): Locator => page.locator(`[data-ring=${kind}]`);

async function middleOf(target: Locator): Promise<Place> {
  // Waits until it is there, stands still and lies on top, and does nothing.
  await target.click({ trial: true });
  const { x, y, width, height } = (await target.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}
const mmOf = (page: Page): Promise<number> =>
  page.evaluate(() => Number.parseFloat(document.documentElement.style.getPropertyValue('--mm')));

/** Screens that have the kinds of targets that there are. */
for (const name of ['home', 'step', 'explore', 'glossary', 'end of a tour', 'help'] as const) {
  const tag = name === 'step' ? [] : ['@full'];
  test(
    `whoever asks for more patience has targets of 30 mm on ${name} (R-20)`,
    { tag },
    async ({ page, kiosk }) => {
      const inches = 21.5;
      await openWith(page, kiosk, { panelInches: inches, touch: 'steady' });
      await pressByProgram(page);
      await ways[name](page);
      await expect(page.locator('html')).toHaveAttribute('data-roomy');
      expect(await faultsOfTargets(page, { inches, least: 30 })).toEqual([]);
      expect(await clippedWords(page)).toEqual([]);
    },
  );
}

test('whoever asks for more patience has at most six choices beside what never changes (R-20)', async ({
  page,
  kiosk,
}) => {
  await openWith(page, kiosk, { panelInches: 21.5, touch: 'steady' });
  await pressByProgram(page);
  const offered = async (): Promise<number> => {
    const count = await page.evaluate(() => {
      const isConstant = (button: Element): boolean => button.closest('.controls, .foot, .out') !== null;
      // What a list has on its other pages is not there to be touched.
      const isThere = (button: Element): boolean => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('button') === button;
      };
      const buttons = [...document.querySelectorAll('main button:enabled')];
      return buttons.filter((button) => !isConstant(button) && isThere(button)).length;
    });
    expect(count).toBeLessThanOrEqual(6);
    return count;
  };
  await ways['home'](page);
  expect(await offered()).toBeGreaterThan(2);
  await control(page, 'other-way').tap();
  await offered();

  await control(page, 'glossary').tap();
  await page.locator('li [data-term]').first().waitFor();
  const [first] = await page.locator('li [data-term]').allInnerTexts();
  expect(await offered()).toBeGreaterThan(3);
  await control(page, 'by-letter').tap();
  await page.locator('[data-letters]').first().waitFor();
  await expect(page.locator('li [data-term]:visible')).toHaveCount(0);
  await offered();
  await page.locator('[data-letters]').nth(2).tap();
  await expect(page.locator('li [data-term]:visible')).not.toHaveCount(0);
  expect(await page.locator('li [data-term]').first().innerText()).not.toBe(first);

  await control(page, 'comfort').tap();
  expect(await offered()).toBeGreaterThan(3);
  for (const name of ['light', 'letters', 'motion', 'touch', 'sides']) {
    await page.locator(`[data-page=${name}]`).tap();
    await page.locator('[data-setting]').first().waitFor();
    expect(await offered()).toBeGreaterThan(1);
    await control(page, 'pages').tap();
    await expect(page.locator(`[data-page=${name}]`)).toBeFocused();
  }
});

test('targets grow when Comfort closes, and not under the finger that asks for it', async ({ page }) => {
  await pressByProgram(page);
  await ways['comfort, touch'](page);
  const more = page.locator('[data-setting=touch] [data-step=more]');
  const before = await more.boundingBox();
  await more.tap();
  await expect(page.locator('[data-setting=touch] [aria-live]')).toHaveText('Steady');
  expect(await more.boundingBox()).toEqual(before);
  await expect(page.locator('html')).not.toHaveAttribute('data-roomy');
  await control(page, 'done').tap();
  await expect(page.locator('html')).toHaveAttribute('data-roomy');
});

/** As long as every preset wants, ms. */
const UNHURRIED = 250;

/**
 * Lets no timer of the page come between the events of `call`, however long it takes to tell them: what the filter makes of
 * them depends on the times that they bear, not on how busy the machine is.
 */
async function atOnce(page: Page, call: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const own = window.setTimeout.bind(window);
    const held: (() => void)[] = [];
    window.setTimeout = ((run: () => void, ms?: number) => {
      let id = 0;
      held.push(() => (id = own(run, ms)));
      return id;
    }) as typeof window.setTimeout;
    Object.assign(window, {
      release: () => {
        window.setTimeout = own;
        held.forEach((start) => start());
      },
    });
  });
  await call();
  await page.evaluate(() => (window as unknown as { release: () => void }).release());
}

/** Touches as an unhurried visitor does: when what was touched before is over. */
async function touch(fingers: Fingers, target: Locator): Promise<void> {
  const at = await middleOf(target);
  fingers.rest(2_000);
  await fingers.tap(at, UNHURRIED);
}

async function home(page: Page, fingers: Fingers): Promise<void> {
  await touch(fingers, page.locator('.begin'));
  await expect(page.locator('li [data-tour]').first()).toBeVisible();
}
async function openTour(page: Page, fingers: Fingers): Promise<void> {
  await home(page, fingers);
  await touch(fingers, page.locator('li [data-tour=neck]'));
  await expect(page.getByText('1 of 9')).toBeVisible();
}
async function openComfort(page: Page, fingers: Fingers): Promise<void> {
  await home(page, fingers);
  await touch(fingers, control(page, 'comfort'));
  await touch(fingers, page.locator('[data-page=touch]'));
}
/** On one of two neighbours first, then as long on the other as it takes to be unsure. */
async function between(page: Page, fingers: Fingers, one: Locator, other: Locator): Promise<void> {
  const [from, to] = [await middleOf(one), await middleOf(other)];
  const way = Array.from({ length: 50 }, (_, step) => (step < 4 ? from : to));
  fingers.rest(2_000);
  await atOnce(page, () => fingers.tap(from, 400, way));
}

test.describe('a touch that is not steady', () => {
  test('that slides within a button presses it, and bounces press nothing more', async ({ page }) => {
    const fingers = await Fingers.on(page);
    await openTour(page, fingers);
    const at = await middleOf(control(page, 'next'));
    const mm = await mmOf(page);
    fingers.rest(2_000);
    // Further than a browser lets a tap move, and back; then it bounces, within the same wish and after it.
    await atOnce(page, async () => {
      await fingers.tap(at, 180, [{ x: at.x + 7 * mm, y: at.y }, { x: at.x - 7 * mm, y: at.y + 3 * mm }, at]);
      fingers.rest(60);
      await fingers.tap(at, 50);
      fingers.rest(400);
      await fingers.tap(at, 60);
    });
    await expect(page.getByText('2 of 9')).toBeVisible();
    await touch(fingers, control(page, 'next'));
    await expect(page.getByText('3 of 9')).toBeVisible();
  });

  test('beside a button presses it; drawn away it presses nothing', async ({ page }) => {
    const fingers = await Fingers.on(page);
    await openTour(page, fingers);
    const next = control(page, 'next');
    const at = await middleOf(next);
    const [box, mm] = [(await next.boundingBox())!, await mmOf(page)];
    fingers.rest(2_000);
    await fingers.tap({ x: at.x, y: box.y + box.height + 3 * mm });
    await expect(page.getByText('2 of 9')).toBeVisible();
    fingers.rest(2_000);
    const away = Array.from({ length: 60 }, (_, step) => ({
      x: at.x,
      y: at.y - Math.min(step, 20) * 3 * mm,
    }));
    await fingers.tap(at, 900, away);
    await touch(fingers, control(page, 'back'));
    await expect(page.getByText('1 of 9')).toBeVisible();
  });

  test('is answered by an outline before it is over', async ({ page }) => {
    const fingers = await Fingers.on(page);
    await openTour(page, fingers);
    const next = control(page, 'next');
    const at = await middleOf(next);
    fingers.rest(2_000);
    await fingers.replay([{ kind: 'down', id: 1, t: 0, ...at }], { x: 0, y: 0 }, 1);
    await expect(next).toHaveAttribute('data-aimed');
    await fingers.replay([{ kind: 'up', id: 1, t: 120, ...at }], { x: 0, y: 0 }, 1);
    await expect(page.getByText('2 of 9')).toBeVisible();
    await expect(page.locator('[data-aimed]')).toHaveCount(0);
  });

  test('on a text turns nothing and scrolls nothing', async ({ page }) => {
    const fingers = await Fingers.on(page);
    await home(page, fingers);
    const box = page.locator('.box').first();
    const at = await middleOf(page.locator('li [data-tour]').first());
    fingers.rest(2_000);
    const way = Array.from({ length: 30 }, (_, step) => ({ x: at.x, y: at.y - step * 8 }));
    await fingers.tap(at, 300, way);
    expect(await box.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  });
});

test('a part of the figure is touched through the filter', async ({ page }) => {
  const fingers = await Fingers.on(page);
  await home(page, fingers);
  // The neck is where its ring stands.
  const callout = page.locator('.callout[data-part=neck], button[data-part=neck]').first();
  await callout.waitFor();
  const place = await page.evaluate(() => {
    const surface = document.querySelector('.surface')!.getBoundingClientRect();
    return { x: surface.left + surface.width / 2, y: surface.top + surface.height / 2 };
  });
  expect(await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.className, place)).toContain(
    'surface',
  );
  await touch(fingers, callout);
  await expect(page.getByText('1 of 9')).toBeVisible();
});

test('keys and clicks of assistive technology are never filtered (R-24)', async ({ page }) => {
  const fingers = await Fingers.on(page);
  await openTour(page, fingers);
  const next = control(page, 'next');
  for (const step of [2, 3, 4]) {
    await next.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${step} of 9`)).toBeVisible();
  }
  await next.evaluate((button: HTMLButtonElement) => button.click());
  await expect(page.getByText('5 of 9')).toBeVisible();
  await next.click();
  await expect(page.getByText('6 of 9')).toBeVisible();
});

test('three touches that give nothing are told by a ring, and Steady is offered, once', async ({ page }) => {
  const fingers = await Fingers.on(page);
  await openTour(page, fingers);
  const title = await middleOf(page.locator('h1'));
  for (let miss = 0; miss < 2; miss++) {
    fingers.rest(2_000);
    await fingers.tap(title);
    await expect(ring(page, 'missed')).toBeAttached();
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  fingers.rest(2_000);
  await fingers.tap(title);
  await expect(page.getByRole('dialog')).toContainText('Would more patience help?');
  await touch(fingers, control(page, 'use-steady'));
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await touch(fingers, control(page, 'comfort'));
  await touch(fingers, page.locator('[data-page=touch]'));
  await expect(page.locator('[data-setting=touch]')).toContainText('Steady');
  // It ends with the visit.
  await touch(fingers, control(page, 'done'));
  await touch(fingers, control(page, 'finish'));
  await openComfort(page, fingers);
  await expect(page.locator('[data-setting=touch]')).toContainText('Standard');
});

test.describe('a visitor chooses', () => {
  test('none: the browser’s own taps count', async ({ page }) => {
    const fingers = await Fingers.on(page);
    await openComfort(page, fingers);
    await touch(fingers, page.locator('[data-setting=touch] [data-step=less]'));
    await expect(page.locator('html')).not.toHaveAttribute('data-steady');
    await control(page, 'done').tap();
    for (let turn = 0; turn < 3; turn++) {
      await control(page, 'help').tap();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });

  test('care: between two it is asked which was meant', async ({ page }) => {
    const fingers = await Fingers.on(page);
    await openComfort(page, fingers);
    for (const choice of ['Steady', 'Careful']) {
      await touch(fingers, page.locator('[data-setting=touch] [data-step=more]'));
      await expect(page.locator('[data-setting=touch]')).toContainText(choice);
    }
    await touch(fingers, control(page, 'done'));
    await expect(page.locator('html')).toHaveAttribute('data-roomy');
    const [first, second] = [page.locator('li [data-tour]').nth(0), page.locator('li [data-tour]').nth(1)];
    const name = (await second.innerText()).split('\n')[0]!;
    await between(page, fingers, first, second);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Which one did you mean?');
    await touch(fingers, dialog.locator('[data-which]').filter({ hasText: name }));
    await expect(page.locator('.crumb')).toContainText(name);
  });

  test('to hold: a short touch does nothing, a ring fills, and a long one presses', async ({ page }) => {
    const fingers = await Fingers.on(page);
    await openComfort(page, fingers);
    const setting = page.locator('[data-setting=hold]');
    const longer = setting.locator('[data-step=more]');
    await expect(setting).toContainText('Off');
    await touch(fingers, longer);
    await expect(setting).toContainText('0.3 sec');
    const at = await middleOf(longer);
    fingers.rest(2_000);
    await fingers.tap(at, 120);
    await expect(ring(page, 'missed')).toBeAttached();
    await expect(setting).toContainText('0.3 sec');
    fingers.rest(2_000);
    await fingers.replay([{ kind: 'down', id: 1, t: 0, ...at }], { x: 0, y: 0 }, 1);
    await expect(ring(page, 'holding')).toBeAttached();
    await fingers.replay([{ kind: 'up', id: 1, t: 400, ...at }], { x: 0, y: 0 }, 1);
    await expect(setting).toContainText('0.5 sec');
  });

  test('five taps: the screen learns how long a touch lasts', async ({ page }) => {
    const fingers = await Fingers.on(page);
    await openComfort(page, fingers);
    await touch(fingers, control(page, 'taps'));
    const pad = control(page, 'tap-here');
    const at = await middleOf(pad);
    for (let tap = 0; tap < 5; tap++) {
      fingers.rest(500);
      await fingers.tap(at, 450);
    }
    await touch(fingers, control(page, 'taps-done'));
    await expect(control(page, 'taps')).toHaveText('Measured: again');
    // 0.4 × 450 ms: what is shorter is no touch of this hand any more.
    const done = await middleOf(control(page, 'done'));
    fingers.rest(2_000);
    await fingers.tap(done, 120);
    await expect(ring(page, 'missed')).toBeAttached();
    fingers.rest(2_000);
    await fingers.tap(done, 300);
    await expect(control(page, 'done')).toHaveCount(0);
  });
});

test('whoever types quickly loses no letter', async ({ page }) => {
  const fingers = await Fingers.on(page);
  await home(page, fingers);
  await touch(fingers, control(page, 'glossary'));
  await touch(fingers, control(page, 'find'));
  const field = page.getByRole('textbox');
  await expect(field).toBeFocused();
  const places = new Map<string, Place>();
  for (const letter of 'toxin') places.set(letter, await middleOf(page.locator(`[data-key=${letter}]`)));
  fingers.rest(2_000);
  await atOnce(page, async () => {
    for (const letter of 'toxin') {
      await fingers.tap(places.get(letter)!, 100);
      fingers.rest(80);
    }
  });
  await expect(field).toHaveValue('toxin');
  await expect(field).toBeFocused();
});

test('the corner of staff opens, and what lies under it is not pressed', async ({ page }) => {
  const fingers = await Fingers.on(page);
  await home(page, fingers);
  await fingers.replay([{ kind: 'down', id: 1, t: 0, x: 15, y: 15 }], { x: 0, y: 0 }, 1);
  await expect(page.locator('h1')).not.toHaveText('Where in the body?');
  const title = await page.locator('h1').innerText();
  await fingers.replay([{ kind: 'up', id: 1, t: 3_200, x: 15, y: 15 }], { x: 0, y: 0 }, 1);
  await expect(page.locator('h1')).toHaveText(title);
});

/** Screens that hands touch, and what on them is meant. */
const SCREENS: readonly {
  readonly name: string;
  readonly open: (page: Page, fingers: Fingers) => Promise<void>;
  readonly targets: string;
  /** Whether a quick run touches it too. */
  readonly quick?: true;
}[] = [
  {
    name: 'home',
    quick: true,
    open: home,
    targets: 'li [data-tour], [data-control=comfort], [data-control=glossary]',
  },
  {
    name: 'a tour',
    open: openTour,
    targets: '[data-control=next], [data-control=back], [data-control=help]',
  },
  {
    name: 'the word list',
    open: async (page, fingers) => {
      await home(page, fingers);
      await touch(fingers, control(page, 'glossary'));
      await page.locator('li [data-term]').first().waitFor();
    },
    targets: 'li [data-term], [data-letters], [data-control=find]',
  },
  {
    name: 'the keyboard',
    open: async (page, fingers) => {
      await home(page, fingers);
      await touch(fingers, control(page, 'glossary'));
      await touch(fingers, control(page, 'find'));
      await page.locator('[data-key=e]').waitFor();
    },
    targets: '[data-key]',
  },
];

/** What is pressed is written down, and does nothing. */
const writeDown = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const pressed: Element[] = [];
    Object.assign(globalThis, { pressed });
    window.addEventListener(
      'click',
      (event) => {
        event.stopImmediatePropagation();
        pressed.push(event.target as Element);
      },
      { capture: true },
    );
  });

/** Those that are not cut off by the place they are in. */
async function inSight(targets: Locator): Promise<Locator[]> {
  const found: Locator[] = [];
  for (const target of await targets.all()) {
    const isSeen = await target.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return [top + 1, y, top + height - 1].every((at) => {
        const there = document.elementFromPoint(x, at);
        return there !== null && element.contains(there);
      });
    });
    if (isSeen) found.push(target);
  }
  return found;
}

/** How often, of so many touches at a screen, the first press was what was meant; and how often anything else was pressed. */
async function tally(
  page: Page,
  fingers: Fingers,
  { targets }: (typeof SCREENS)[number],
  severity: Severity,
  seed: number,
  attempts: number,
): Promise<{ right: number; wrong: number }> {
  const chance = chanceOf(seed);
  const mm = await mmOf(page);
  const meant = await inSight(page.locator(targets));
  let [right, wrong] = [0, 0];
  for (let n = 0; n < attempts; n++) {
    const target = meant[Math.floor(chance.next() * meant.length)]!;
    const box = (await target.boundingBox())!;
    const trace = attempt(NOISE[severity], chance);
    fingers.rest(2_500);
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await atOnce(page, () => fingers.replay(trace, middle, mm));
    const told = await target.evaluate(async (element) => {
      const { pressed } = globalThis as unknown as { pressed: Element[] };
      // A timer that ends later than any of the filter's.
      await new Promise((resolve) => setTimeout(resolve, 600));
      const found = pressed.splice(0).map((one) => element.contains(one) || one.contains(element));
      return { first: found[0], wrong: found.includes(false) };
    });
    if (told.first) right += 1;
    if (told.wrong) wrong += 1;
  }
  return { right, wrong };
}

test.describe('made-up hands on the page itself', () => {
  for (const screen of SCREENS) {
    test(
      `press what they mean on ${screen.name}`,
      { tag: screen.quick ? [] : ['@full'] },
      async ({ page }) => {
        const fingers = await Fingers.on(page);
        await screen.open(page, fingers);
        await writeDown(page);
        const { right, wrong } = await tally(page, fingers, screen, 'mild', 7, 20);
        // Of twenty, a brush that is long enough to be a wish of its own takes one or two.
        expect(right).toBeGreaterThanOrEqual(17);
        expect(wrong).toBeLessThanOrEqual(3);
      },
    );

    test(`of every severity, on ${screen.name}`, { tag: ['@lying', '@full'] }, async ({ page }) => {
      // Three hundred touches, each as long as a hand takes.
      test.setTimeout(1_200_000);
      const fingers = await Fingers.on(page);
      await screen.open(page, fingers);
      await writeDown(page);
      for (const [severity, least] of [
        ['none', 0.96],
        ['mild', 0.93],
        ['moderate', 0.85],
      ] as const) {
        const { right } = await tally(page, fingers, screen, severity, 11, 100);
        expect(right / 100, severity).toBeGreaterThanOrEqual(least);
      }
    });
  }
});
