import type { Page } from '@playwright/test';
import { expect, test, whenMade } from './kiosk.ts';
import { comeWord, endSentence, giveVoices, marked, said } from './speech-double.ts';

const control = (page: Page, name: string) => page.locator(`main [data-control="${name}"]`);
const bar = (page: Page, name: string) => page.locator(`[data-listen=${name}]`);

/** The first press of a visit, and its answer: the room may hear it. */
async function listenAloud(page: Page, from = page.locator('main')): Promise<void> {
  await from.locator('[data-control=listen]').tap();
  await page.locator('[data-control=aloud]').tap();
}

/** A step of the neck tour, on a machine with these voices. */
async function openStep(page: Page, ...voices: string[]): Promise<void> {
  await giveVoices(page, voices);
  await page.reload();
  await whenMade(page);
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await control(page, 'next').tap();
  await control(page, 'next').tap();
  await expect(page.getByText('3 of 9')).toBeVisible();
}

test(
  'one press reads the step; it pauses, goes on, is said again, slower',
  { tag: '@lying' },
  async ({ page }) => {
    await openStep(page, 'en-US');
    // Nothing sounds by itself.
    expect(await said(page)).toEqual([]);
    const html = await page.locator('.telling').innerHTML();
    await listenAloud(page);
    expect(await said(page)).toMatchObject([
      { text: 'Turning to one side', rate: 1, volume: 0.6, voice: 'en-US' },
    ]);
    await endSentence(page);
    expect(await marked(page)).toEqual({
      sentence: 'In torticollis, your head turns to one side.',
      word: '',
    });
    await comeWord(page, 3, 11);
    expect((await marked(page)).word).toBe('torticollis');

    await bar(page, 'toggle').tap();
    expect((await marked(page)).sentence).toContain('In torticollis');
    await expect(bar(page, 'toggle')).toHaveText('Continue');
    await bar(page, 'toggle').tap();
    await expect.poll(async () => (await said(page)).at(-1)?.text).toContain('In torticollis');
    const before = (await said(page)).length;
    await bar(page, 'slower').tap();
    await expect.poll(async () => (await said(page)).length).toBe(before + 1);
    await bar(page, 'repeat').tap();
    await expect.poll(async () => (await said(page)).length).toBe(before + 2);
    expect((await said(page)).at(-1)).toMatchObject({ rate: 0.8 });
    expect((await said(page)).at(-1)!.text).toContain('In torticollis');

    // A touch beside the buttons ends nothing.
    await page.locator('.body').tap({ position: { x: 5, y: 10 } });
    await expect(bar(page, 'stop')).toBeVisible();
    // The words are where they were, and the page has not gone on by itself.
    expect(await page.locator('.telling').innerHTML()).toBe(html);
    for (const button of await page.locator('[data-listen]').all()) {
      const { width, height } = (await button.boundingBox())!;
      expect(Math.min(width, height) / 4.03).toBeGreaterThanOrEqual(20);
    }
    await bar(page, 'stop').tap();
    await expect(bar(page, 'stop')).toBeHidden();
    expect(await marked(page)).toEqual({ sentence: '', word: '' });
  },
);

test(
  'nothing is said to the room before it may be, once a visit (R-43)',
  { tag: '@lying' },
  async ({ page }) => {
    await openStep(page, 'en-US');
    const question = page.getByRole('dialog', { name: 'Read it aloud?' });
    await control(page, 'listen').tap();
    await question.locator('[data-control=not-aloud]').tap();
    await expect(question).toBeHidden();
    await expect(control(page, 'listen')).toBeFocused();
    expect(await said(page)).toEqual([]);
    // A sheet is read as the sheet it is, and the question that lay over it is not.
    await control(page, 'help').tap();
    await listenAloud(page, page.getByRole('dialog', { name: 'Help' }));
    await expect.poll(async () => (await said(page)).map(({ text }) => text)).toEqual(['Help']);
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
    await control(page, 'listen').tap();
    await expect(bar(page, 'stop')).toBeVisible();
    // Whoever comes next is asked.
    await control(page, 'finish').tap();
    await page.locator('.begin').tap();
    await control(page, 'listen').tap();
    await expect(question).toBeVisible();
  },
);

test('the next step, Finish, and help of one’s own stop it', { tag: '@lying' }, async ({ page }) => {
  await openStep(page, 'en-US');
  const isQuiet = async () => {
    await expect(bar(page, 'stop')).toBeHidden();
    expect(await marked(page)).toEqual({ sentence: '', word: '' });
  };
  await listenAloud(page);
  await control(page, 'next').tap();
  await expect(page.getByText('4 of 9')).toBeVisible();
  await isQuiet();
  const { length } = await said(page);
  await control(page, 'listen').tap();
  await control(page, 'help').tap();
  await isQuiet();
  // The sheet lies over the control: it has its own, and is read as a whole.
  const sheet = page.getByRole('dialog');
  await sheet.locator('[data-control=listen]').tap();
  await expect(sheet.locator('[data-listen=toggle]')).toBeVisible();
  expect((await said(page)).slice(length + 1).map(({ text }) => text)).toEqual(['Help']);
  await page.keyboard.press('Escape');
  // A sheet that has closed is still there for a moment, with its own control.
  await expect(page.locator('dialog')).toHaveCount(0);
  await isQuiet();
  await control(page, 'listen').tap();
  await control(page, 'finish').tap();
  await expect(page.locator('.begin')).toBeVisible();
  expect(await marked(page)).toEqual({ sentence: '', word: '' });
});

test('keys can do all of it, and find their place when it ends', { tag: '@lying' }, async ({ page }) => {
  await openStep(page, 'en-US');
  await control(page, 'listen').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-control=aloud]').focus();
  await page.keyboard.press('Enter');
  await expect(bar(page, 'stop')).toBeVisible();
  await bar(page, 'stop').focus();
  await page.keyboard.press('Enter');
  await expect(bar(page, 'stop')).toBeHidden();
  await expect(control(page, 'listen')).toBeFocused();
});

test(
  'nobody is asked whether they are there while they are read to (R-42)',
  { tag: '@lying' },
  async ({ page }) => {
    await page.clock.install();
    await openStep(page, 'en-US');
    await control(page, 'help').tap();
    await listenAloud(page, page.getByRole('dialog'));
    // Sentence after sentence, for longer than the idle time.
    for (let sentence = 0; sentence < 24; sentence++) {
      await page.clock.runFor(8_000);
      await endSentence(page);
    }
    const stillThere = page.locator('.still-there');
    await expect(bar(page, 'toggle').first()).toBeVisible();
    await expect(stillThere).toBeHidden();
    await page.locator('dialog [data-listen=toggle]').tap();
    await page.clock.runFor(179_000);
    await expect(stillThere).toBeHidden();
    await page.clock.runFor(2_000);
    await expect(stillThere).toBeVisible();
    // The answer is not one to the voice: the sentence stays marked.
    await page.locator('[data-control=stay]').tap();
    await expect(stillThere).toBeHidden();
    expect((await marked(page)).sentence).not.toBe('');
  },
);

test(
  'without a voice it says so in words, and Comfort has no page for it',
  { tag: '@lying' },
  async ({ page }) => {
    await page.clock.install();
    await openStep(page, 'es-ES');
    await control(page, 'listen').tap();
    await page.clock.runFor(3_100);
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText('This kiosk has no voice for English yet.');
    await sheet.getByRole('button').tap();
    await expect(sheet).toBeHidden();
    await control(page, 'comfort').tap();
    await expect(page.locator('[data-page=sides]')).toBeVisible();
    await expect(page.locator('[data-page=voice]')).toHaveCount(0);
    expect(await said(page)).toEqual([]);
  },
);
