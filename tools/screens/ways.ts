/**
 * The ways to the screens, by touch as a visitor goes, in every language. A way begins in the waiting room or on the home
 * screen, and ends when what the screen is for is there.
 */
import type { Locator, Page } from 'playwright-core';
import neck from '../../assets/tours/neck.json' with { type: 'json' };
import { lettersFor, lettersForPart, nonsense } from './typing.ts';

export type Way = (page: Page) => Promise<void>;

export const control = (page: Page, name: string): Locator =>
  page.locator(`[data-control="${name}"]`).first();

const there = (page: Page, selector: string): Promise<void> => page.locator(selector).first().waitFor();
const dialog = (page: Page): Promise<void> => page.getByRole('dialog').waitFor();
/** The words stand on the picture. */
const named = (page: Page): Promise<void> => there(page, '.callout:not(.waiting)');

/** Opens a page of Comfort. */
export async function toComfort(page: Page, name: string): Promise<void> {
  await control(page, 'comfort').tap();
  await page.locator(`[data-page=${name}]`).tap();
  await there(page, '[data-setting]');
}

/** Searches the glossary with the keys on the glass. */
async function search(page: Page, choose: (page: Page) => Promise<readonly string[]>): Promise<void> {
  await home(page);
  await control(page, 'glossary').tap();
  await control(page, 'find').tap();
  await there(page, '[data-key]');
  for (const letter of await choose(page)) await page.locator(`[data-key="${letter}"]`).tap();
}

/** Out of whatever lies over the page, and home, from where every other way can be gone. */
export async function goHome(page: Page): Promise<void> {
  for (let sheets = 0; sheets < 3 && (await page.locator('dialog[open]').count()) > 0; sheets++)
    await page.keyboard.press('Escape');
  await control(page, 'home').tap();
  await there(page, 'li [data-tour]');
}

async function home(page: Page): Promise<void> {
  const begin = page.locator('.begin');
  await begin.or(page.locator('li [data-tour]').first()).first().waitFor();
  if (await begin.isVisible()) await begin.tap();
  await there(page, 'li [data-tour]');
}

async function toStep(page: Page, steps: number, tour = 'neck'): Promise<void> {
  await home(page);
  await page.locator(`li [data-tour=${tour}]`).tap();
  await there(page, '.crumb');
  for (let step = 0; step < steps; step++) await control(page, 'next').tap();
}

async function toExplore(page: Page): Promise<void> {
  await toStep(page, 2);
  await control(page, 'explore').tap();
  await there(page, '[data-row]');
}

async function toConsult(page: Page): Promise<void> {
  await home(page);
  await control(page, 'consult').tap();
  await page.locator('[data-tab=form]').waitFor();
}

async function draw(page: Page): Promise<void> {
  await page.locator('[data-tab=draw]').tap();
  const box = (await page.locator('.ink').boundingBox())!;
  const touch = await page.context().newCDPSession(page);
  const [x, y, r] = [box.x + box.width * 0.56, box.y + box.height * 0.55, box.height * 0.07];
  const at = (turn: number) => [
    { x: x + r * Math.cos(turn * 6.6), y: y + r * 1.2 * Math.sin(turn * 6.6), radiusX: 8, radiusY: 8 },
  ];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= 40; step++)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 40) });
  // The finger rests before it is lifted: after a flick the browser takes the next touch for the end of a scroll.
  for (let rest = 0; rest < 12; rest++)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(1 + rest / 1e4) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await control(page, 'undo').and(page.locator(':not([aria-disabled])')).waitFor();
}

/** Pages that know of a printer for good. */
const told = new WeakSet<Page>();

/**
 * A kiosk that is opened by hand has no printer: the page is told of one, which has no paper. It begins anew for that, without what the
 * visitor has wished for.
 * @param forGood the ways need not tell it again: what is wished for after this stays
 */
export async function withPrinter(page: Page, forGood = false): Promise<void> {
  if (told.has(page)) return;
  if (forGood) told.add(page);
  await page.locator('#app > *').first().waitFor();
  const boot = await page.locator('#boot').textContent();
  const { settings } = JSON.parse(boot ?? '') as { settings: object };
  await page.route('**/events', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `event: settings\ndata: ${JSON.stringify({ ...settings, prints: true })}\n\n`,
    }),
  );
  await page.route('**/sheet', (route) => route.fulfill({ json: { trouble: 'paper' } }));
  await page.reload();
}

export const ways = {
  attract: (page) => there(page, '.attract'),
  home,
  'first step': async (page) => {
    await toStep(page, 0);
    await named(page);
  },
  step: async (page) => {
    await toStep(page, 2);
    await named(page);
  },
  'a myth': (page) => toStep(page, 6, 'inside-the-brain'),
  'when to get help': (page) => toStep(page, 0, 'when-to-get-help'),
  'read it aloud': async (page) => {
    await toStep(page, 2);
    await control(page, 'listen').tap();
    await dialog(page);
  },
  review: async (page) => {
    await toStep(page, 0);
    await control(page, 'review').tap();
    await dialog(page);
  },
  questions: async (page) => {
    await toStep(page, neck.steps.length);
    await control(page, 'question').waitFor();
  },
  'end of a tour': async (page) => {
    await ways['questions'](page);
    await control(page, 'next').tap();
    await control(page, 'onward').waitFor();
  },
  'my questions': async (page) => {
    await ways['questions'](page);
    const questions = page.locator('[data-control=question]');
    await questions.nth(0).tap();
    await questions.nth(2).tap();
    await control(page, 'my-questions').tap();
    await dialog(page);
  },
  'my questions, to be printed': async (page) => {
    await withPrinter(page);
    await ways['my questions'](page);
    await control(page, 'print').waitFor();
  },
  'my questions, no paper': async (page) => {
    await ways['my questions, to be printed'](page);
    await control(page, 'print').tap();
    await there(page, '[data-print=paper]');
  },
  explore: toExplore,
  'explore, a part': async (page) => {
    await toExplore(page);
    await page.locator('[data-row="sternocleidomastoid.left"]').tap();
    await control(page, 'close-part').waitFor();
  },
  'explore, layers': async (page) => {
    await toExplore(page);
    await control(page, 'layers').tap();
    await there(page, '[data-layer=muscle]');
  },
  glossary: async (page) => {
    await home(page);
    await control(page, 'glossary').tap();
    await there(page, 'li [data-term]');
  },
  'glossary search': async (page) => {
    await search(page, (on) => lettersFor(on, 'sternocleidomastoid'));
    await there(page, 'li [data-term=sternocleidomastoid]');
  },
  'glossary search, nothing found': async (page) => {
    await search(page, nonsense);
    await control(page, 'by-letter').waitFor();
  },
  term: async (page) => {
    await ways['glossary search'](page);
    await page.locator('li [data-term=sternocleidomastoid]').tap();
    await control(page, 'list').waitFor();
    await named(page);
  },
  'term of no part': async (page) => {
    await search(page, (on) => lettersFor(on, 'geste-antagoniste'));
    await page.locator('li [data-term=geste-antagoniste]').tap();
    await control(page, 'list').waitFor();
  },
  'words of a step': async (page) => {
    await toStep(page, 2);
    await control(page, 'terms').tap();
    await there(page, 'li [data-term]');
  },
  consult: async (page) => {
    await toConsult(page);
    // Where there is no room for the strip, it has a tab.
    const pictures = page.locator('[data-tab=pictures]');
    if (await pictures.isVisible()) await pictures.tap();
    const neck = page.locator('[data-diagram=neck]');
    // Where words are long, the strip is turned.
    const later = control(page, 'later');
    await neck.or(later).first().waitFor();
    while (!(await neck.isVisible()) && (await later.isVisible())) await later.tap();
    await neck.tap();
    await page.locator('[data-tab=form]').tap();
    // Who was here before in this visit may have compared two.
    const compare = control(page, 'compare');
    await compare.waitFor();
    if ((await compare.getAttribute('aria-pressed')) === 'true') await compare.tap();
    await page.locator('[data-form=turn-right]').tap();
    await named(page);
  },
  'consult, a part': async (page) => {
    await ways['consult'](page);
    await page.locator('[data-tab=parts]').tap();
    await page.locator('[data-row="sternocleidomastoid.left"]').tap();
    await control(page, 'close-part').waitFor();
  },
  'consult, view': async (page) => {
    await ways['consult'](page);
    await page.locator('[data-tab=view]').tap();
    await there(page, '[data-layer=muscle]');
  },
  'consult, compare': async (page) => {
    await ways['consult'](page);
    await control(page, 'compare').tap();
    await page.locator('[data-form=tilt-right]').tap();
    await there(page, '[data-form=tilt-right][aria-pressed=true]');
    // Two pictures, each drawn.
    await page.locator('.live.there').nth(1).waitFor();
  },
  'consult, ink': async (page) => {
    await ways['consult'](page);
    await draw(page);
  },
  'consult, find': async (page) => {
    await toConsult(page);
    await page.locator('[data-tab=parts]').tap();
    await control(page, 'find-part').tap();
    await there(page, '[data-key]');
    for (const letter of await lettersForPart(page, 'jaw', 'masseter'))
      await page.locator(`[data-key="${letter}"]`).tap();
    await there(page, '[data-found="jaw:masseter"]');
  },
  languages: async (page) => {
    await home(page);
    await control(page, 'language').tap();
    await dialog(page);
  },
  help: async (page) => {
    await home(page);
    await control(page, 'help').tap();
    await dialog(page);
  },
  'comfort, light': (page) => overStep(page, 'light'),
  'comfort, letters': (page) => overStep(page, 'letters'),
  'comfort, motion': (page) => overStep(page, 'motion'),
  'comfort, touch': (page) => overStep(page, 'touch'),
  'comfort, sides': (page) => overStep(page, 'sides'),
  'still there': async (page) => {
    await page.clock.install();
    await toStep(page, 0);
    await page.clock.runFor(185_000);
    await dialog(page);
  },
} as const satisfies Record<string, Way>;

export type ScreenName = keyof typeof ways;

/** There is a printer from there on: the page begins anew, without what the visitor has wished for. */
export const PRINTING: readonly ScreenName[] = ['my questions, to be printed', 'my questions, no paper'];
/** Screens that need a page of their own: nobody has come yet, or a fake clock runs from there on, or there is a printer. */
export const APART: readonly ScreenName[] = ['attract', 'still there', ...PRINTING];

async function overStep(page: Page, name: string): Promise<void> {
  await toStep(page, 2);
  await toComfort(page, name);
}
