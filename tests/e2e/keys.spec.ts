/** By keys alone: a keypad without Tab, one switch, a jack (R-06, R-15, R-17, R-18, R-34 … R-36). */
import type { Page } from '@playwright/test';
import en from '../../locales/en/locale.json' with { type: 'json' };
import { ways } from '../../tools/screens/ways.ts';
import { expect, openWith, test, whenMade } from './kiosk.ts';
import { endSentence, giveVoices, said } from './speech-double.ts';
import { enterPanel } from './staff.ts';

const control = (page: Page, name: string) => page.locator(`[data-control="${name}"]`).first();

/** Presses a key that only keypads have. */
async function pressFar(page: Page, code: 'F13' | 'F15' | 'F16' | 'F17' | 'F18' | 'Help'): Promise<void> {
  const keys = await page.context().newCDPSession(page);
  // As Windows numbers them: F1 is 112.
  const number = code === 'Help' ? 47 : 111 + Number(code.slice(1));
  const key = { code, key: code, windowsVirtualKeyCode: number };
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await keys.detach();
}

/** Presses a key of the keypad until something has the focus; never more often than the page has stops. */
async function walkTo(page: Page, selector: string, key = 'ArrowDown'): Promise<void> {
  const target = page.locator(selector).first();
  await target.waitFor();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await isThere()); presses++) {
    expect(presses, `presses on the way to ${selector}`).toBeLessThan(80);
    await page.keyboard.press(key);
  }
}

test('a keypad of four keys leads through a whole visit', { tag: '@lying' }, async ({ page }) => {
  await page.keyboard.press('ArrowDown');
  await walkTo(page, 'li [data-tour=neck]');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 9')).toBeVisible();
  await walkTo(page, '[data-control=next]');
  // A ring shows where it is.
  const ring = await control(page, 'next').evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(ring).toBe('solid');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 9')).toBeVisible();
  // A term of the text, its sheet, and back to where it was.
  await walkTo(page, '.telling [data-term]');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-control=list]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 of 9')).toBeVisible();
  // Upwards from the first thing comes the last.
  await walkTo(page, '[data-control=comfort]', 'ArrowUp');
  await page.keyboard.press('Enter');
  await walkTo(page, '[data-setting=theme] [data-option=dim]');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dim');
  await page.keyboard.press('Escape');
  await expect(page.locator('.comfort')).toBeHidden();
  await page.keyboard.press('Home');
  await expect(page.locator('li [data-tour=neck]')).toBeVisible();
  await walkTo(page, '[data-control=finish]');
  await page.keyboard.press('Enter');
  await expect(page.locator('.begin')).toBeVisible();
});

test('help comes over a sheet, and Home leads out of both', { tag: '@lying' }, async ({ page }) => {
  await page.locator('.begin').tap();
  await control(page, 'language').tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  await pressFar(page, 'Help');
  await expect(page.getByRole('heading', { name: 'Help' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('li [data-tour]').first()).toBeVisible();
});

test('keys are held and shut out as the settings say', { tag: '@lying' }, async ({ page, kiosk }) => {
  await page.clock.install();
  await openWith(page, kiosk, { keyHoldMs: 300, keyLockoutMs: 1000 });
  const hold = async (key: string, ms: number): Promise<void> => {
    await page.keyboard.down(key);
    await page.clock.runFor(ms);
    await page.keyboard.up(key);
  };
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await expect(page.getByText('1 of 9')).toBeVisible();
  // From here on no time passes but what is told: a slow machine holds no key for longer.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await hold('ArrowRight', 200);
  await expect(page.getByText('1 of 9')).toBeVisible();
  await hold('ArrowRight', 400);
  await expect(page.getByText('2 of 9')).toBeVisible();
  await hold('ArrowRight', 400);
  await expect(page.getByText('2 of 9')).toBeVisible();
  await page.clock.runFor(1000);
  await hold('ArrowRight', 400);
  await expect(page.getByText('3 of 9')).toBeVisible();
});

test('one switch begins a visit and leads through it', { tag: '@lying' }, async ({ page, kiosk }) => {
  await page.clock.install();
  await openWith(page, kiosk, { keys: { switch: ['F13'] }, scanSeconds: 2 });
  const scanned = page.locator('[data-scanned]');
  /** Whether the switch would choose this now, or only what it lies in. */
  const offered = (selector: string) =>
    page.evaluate((wanted) => {
      const target = document.querySelector(wanted);
      const around = target?.closest('[data-scanned]');
      return around ? (around === target ? 'it' : 'around it') : undefined;
    }, selector);
  /** Waits until the switch would choose this, or what it lies in; presses it, until it is chosen. */
  const choose = async (selector: string): Promise<void> => {
    await page.locator(selector).first().waitFor();
    for (let turns = 0; turns < 60; turns++) {
      const now = await offered(selector);
      if (now) await pressFar(page, 'F13');
      if (now === 'it') return;
      if (!now) await page.clock.fastForward(2000);
    }
    throw new Error(`The switch was never offered ${selector}.`);
  };
  await pressFar(page, 'F13');
  await expect(page.locator('li [data-tour=neck]')).toBeVisible();
  await page.clock.fastForward(300);
  await expect(scanned).toHaveCount(1);
  await choose('li [data-tour=neck]');
  await expect(page.getByText('1 of 9')).toBeVisible();
  await choose('[data-control=next]');
  await expect(page.getByText('2 of 9')).toBeVisible();
  // Nobody answers: it rests after three rounds.
  for (let turns = 0; turns < 60 && (await scanned.count()) > 0; turns++) await page.clock.fastForward(2000);
  await expect(scanned).toHaveCount(0);
});

test('headphones are plugged in: what keys come to is spoken', { tag: '@lying' }, async ({ page, kiosk }) => {
  await giveVoices(page, ['en-US']);
  await openWith(page, kiosk, { keys: { jackIn: ['F15'], jackOut: ['F16'], listen: ['F17'] } });
  /** How much of what was said has been listened for. */
  let listened = 0;
  /** Waits until this has been said since what was last waited for: what follows may have cut it off before anybody looks. */
  const heard = async (text: string | RegExp): Promise<void> => {
    await expect
      .poll(async () => {
        const since = (await said(page)).slice(listened).map((one) => one.text);
        const at = since.findIndex((one) => (typeof text === 'string' ? one === text : text.test(one)));
        if (at < 0) {
          await endSentence(page);
          return since;
        }
        listened += at + 1;
        return true;
      })
      .toBe(true);
  };
  // In one step from the waiting room.
  await pressFar(page, 'F15');
  await heard('Speech is on.');
  await expect(page.locator('li [data-tour=neck]')).toBeVisible();
  await walkTo(page, 'li [data-tour=neck]');
  await heard(/neck/i);
  await heard('button');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 9')).toBeVisible();
  // Texts are walked to as well, and are what is walked to first.
  await walkTo(page, '.telling p');
  await heard(/\w{3}/);
  await pressFar(page, 'F16');
  const before = (await said(page)).length;
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect((await said(page)).length).toBe(before);
  // The Listen key begins it again; pressed once more, it reads the whole page.
  await pressFar(page, 'F17');
  await heard('Speech is on.');
  await pressFar(page, 'F17');
  await expect(page.locator('[data-listen=stop]')).toBeVisible();
  // With the jack out, it waits, and can go on.
  await pressFar(page, 'F16');
  await expect(page.locator('[data-listen=toggle]')).toHaveText('Continue');
});

/** What an aid puts on the document. */
const AIDS = {
  larger: { of: 'data-text', is: '150' },
  dim: { of: 'data-theme', is: 'dim' },
  steady: { of: 'data-roomy', is: '' },
  low: { of: 'data-low', is: '' },
} as const;
const homeOf = (page: Page) => page.locator('li [data-tour=neck]');

test('one key starts each aid in the waiting room, and takes it back', async ({ page, kiosk }, {
  project,
}) => {
  const keys = { larger: ['F13'], dim: ['F15'], steady: ['F16'], low: ['F17'] };
  await openWith(page, kiosk, { keys });
  const html = page.locator('html');
  for (const [aid, { of, is }] of Object.entries(AIDS)) {
    // Everything low is for panels that stand.
    if (aid === 'low' && project.name !== 'portrait') continue;
    const [key] = keys[aid as keyof typeof keys] as ['F13' | 'F15' | 'F16' | 'F17'];
    await pressFar(page, key);
    await expect(homeOf(page)).toBeVisible();
    await expect(html, aid).toHaveAttribute(of, is);
    // Letters have a largest size before they are as at first.
    if (aid === 'larger') await pressFar(page, key);
    await pressFar(page, key);
    await expect(html, aid).not.toHaveAttribute(of, is);
    await page.locator('[data-control=finish]').tap();
    await expect(page.locator('.attract')).toBeVisible();
  }
});

test('one touch of the waiting room starts each aid, and Finish ends it', async ({ page }, { project }) => {
  const html = page.locator('html');
  const there = await page
    .locator('.attract [data-control]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-control')));
  const aids = Object.keys(AIDS).filter((aid) => aid !== 'low' || project.name === 'portrait');
  expect(there).toEqual(['language', 'listen', ...aids]);
  for (const aid of aids) {
    const { of, is } = AIDS[aid as keyof typeof AIDS];
    await page.locator(`.attract [data-control=${aid}]`).tap();
    await expect(homeOf(page)).toBeVisible();
    await expect(html, aid).toHaveAttribute(of, is);
    // A tap without any length is none to Steady.
    await page.locator('[data-control=finish]').press('Enter');
    await expect(page.locator('.attract')).toBeVisible();
    // The waiting room itself is dim.
    if (aid !== 'dim') await expect(html, aid).not.toHaveAttribute(of, is);
  }
});

test('one touch of the waiting room asks whether home may be read aloud', async ({ page }) => {
  await giveVoices(page, ['en-US']);
  await page.reload();
  await page.locator('.attract [data-control=listen]').tap();
  await page.locator('[data-control=aloud]').tap();
  await expect.poll(async () => (await said(page)).map(({ text }) => text).join(' ')).toContain('Where in');
});

/** A voice is given no signs that are unseen, such as soft hyphens. */
const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/\p{Cf}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
/** Words that a voice is given as they sound. */
const otherwise = new Set(wordsOf(Object.keys(en.speech).join(' ')));

/** The screens that stand for the others: each has what the others are made of. */
for (const name of ['home', 'step', 'glossary', 'term', 'comfort, light', 'help', 'end of a tour'] as const) {
  // One is enough for a quick run.
  const tag = name === 'step' ? ['@lying'] : ['@lying', '@full'];
  test(
    `in the speech mode all words are spoken that ${name} shows (R-15)`,
    { tag },
    async ({ page, kiosk }) => {
      await giveVoices(page, ['en-US', 'es-ES'], { talk: true });
      await openWith(page, kiosk, { keys: { jackIn: ['F15'] } });
      await ways[name](page);
      await pressFar(page, 'F15');
      const focused = () =>
        page.evaluate(() => {
          const of = document.activeElement!;
          const key = (window.places ??= new Map()).get(of) ?? window.places.size;
          window.places.set(of, key);
          return key;
        });
      const quiet = async (): Promise<void> => {
        let before = -1;
        await expect
          .poll(
            async () => {
              const { length } = await said(page);
              const isQuiet = length === before;
              before = length;
              return isQuiet;
            },
            { intervals: [250] },
          )
          .toBe(true);
      };
      const places = new Set<number>();
      for (let place = await focused(); !places.has(place); place = await focused()) {
        places.add(place);
        await quiet();
        await page.keyboard.press('ArrowDown');
      }
      await quiet();
      const spoken = (await said(page)).map(({ text }) => text).join(' ');
      const shown = await page.evaluate(() => {
        const top = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
        const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
        const words: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const around = node.parentElement!;
          const isHidden =
            around.closest('[aria-hidden=true], .visually-hidden, :disabled, script, svg') !== null;
          if (!isHidden && around.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            words.push(...node.textContent!.split(/\s+/).filter(Boolean));
        }
        return words;
      });
      expect(shown.length).toBeGreaterThan(10);
      const heard = wordsOf(spoken);
      expect(
        wordsOf(shown.join(' ')).filter((word) => !heard.includes(word) && !otherwise.has(word)),
      ).toEqual([]);
    },
  );
}

declare global {
  interface Window {
    /** Numbers of the elements that have had the focus. */
    places?: Map<Element, number>;
  }
}

test('the voice is made louder by a key, for this visit', { tag: '@lying' }, async ({ page }) => {
  await giveVoices(page, ['en-US']);
  await page.reload();
  await whenMade(page);
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await page.keyboard.press('AudioVolumeUp');
  await control(page, 'listen').tap();
  await control(page, 'aloud').tap();
  await expect.poll(async () => (await said(page)).at(-1)?.volume).toBe(0.7);
  await control(page, 'finish').tap();
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  const before = (await said(page)).length;
  await control(page, 'listen').tap();
  await control(page, 'aloud').tap();
  await expect.poll(async () => (await said(page)).length).toBeGreaterThan(before);
  expect((await said(page)).at(-1)?.volume).toBe(0.6);
});

test('staff teach the kiosk a key by pressing it', { tag: '@lying' }, async ({ page }) => {
  await enterPanel(page, 'input');
  const row = page.locator('[data-action=switch]');
  await expect(row.locator('kbd')).toHaveCount(0);
  await row.locator('[data-control=learn]').tap();
  await pressFar(page, 'F18');
  await expect(row.locator('kbd')).toHaveText('F18');
  await expect(page.locator('[data-control=usual-keys]')).toBeEnabled();
  await page.locator('[data-control=usual-keys]').tap();
  await expect(row.locator('kbd')).toHaveCount(0);
});
