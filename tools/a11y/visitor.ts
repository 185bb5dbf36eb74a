/** Somebody who goes to the screens by touch, one after another, and has every checker look at them. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Kiosk } from '../../tests/e2e/serve-kiosk.ts';
import { panelOf } from '../screens/panels.ts';
import { APART, goHome, PRINTING, ways, withPrinter, type ScreenName } from '../screens/ways.ts';
import { wish } from '../screens/wish.ts';
import { askAxe } from './axe.ts';
import { lookAt, type Seen } from './checks.ts';
import type { Fault, Finding, Place } from './finding.ts';
import { askIbm } from './ibm.ts';
import { TEXT_SIZES } from './options.ts';

/** A screen that is not there by then does not come, ms. */
const PATIENCE = 120_000;

/** Where a visitor stands, whatever the screen. */
type Stand = Pick<Place, 'panel' | 'locale' | 'text'>;
/** What a walk has seen so far. */
export type Growing = { places: Place[]; findings: Finding[]; faults: Fault[] };

/** One visit after another, all with the same wishes. Screens follow each other in a visit as far as they can. */
export class Visitor {
  readonly #browser: Browser;
  readonly #kiosk: Kiosk;
  readonly #stand: Stand;
  readonly #themes: readonly string[];
  readonly #walked: Growing;
  readonly #seen: Seen = new Map();
  #context: BrowserContext | undefined;
  #page: Page | undefined;

  constructor(browser: Browser, kiosk: Kiosk, stand: Stand, themes: readonly string[], walked: Growing) {
    this.#browser = browser;
    this.#kiosk = kiosk;
    this.#stand = stand;
    this.#themes = themes;
    this.#walked = walked;
  }

  /** Goes to a screen by touch and has every checker look at it. What cannot be come to is a fault, too. */
  async goTo(screen: ScreenName, say: (line: string) => void): Promise<void> {
    // Nobody has wished for larger letters yet.
    if (screen === 'attract' && this.#stand.text > 100) return;
    const first: Place = { ...this.#stand, theme: this.#themes[0]!, screen };
    const started = performance.now();
    const told = this.#walked.faults.length;
    try {
      await this.#reach(screen);
    } catch (error) {
      const [what = ''] = (error as Error).message.split('\n');
      this.#walked.faults.push({ check: 'ways', what: `could not be come to: ${what}`, place: first });
      await this.leave();
    }
    const { panel, locale, text } = this.#stand;
    say(`${panel} ${locale} ${text} % ${screen} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    // A whole run takes long: whoever waits need not wait for its end.
    for (const { check, what, place } of this.#walked.faults.slice(told))
      if (place.panel === panel && place.locale === locale) say(`  ${check}, ${place.theme}: ${what}`);
  }

  async leave(): Promise<void> {
    await this.#context?.close();
    this.#context = this.#page = undefined;
  }

  async #reach(screen: ScreenName): Promise<void> {
    if (APART.includes(screen)) await this.leave();
    const page = this.#page ?? (await this.#enter(screen));
    await ways[screen](page);
    // Of the waiting room nobody has chosen a theme.
    const themes = screen === 'attract' ? ['dim'] : this.#themes;
    for (const [index, theme] of themes.entries()) {
      const place: Place = { ...this.#stand, theme, screen };
      await wear(page, theme);
      const isFirst = index === 0;
      this.#walked.findings.push(...(await askAxe(page, place, isFirst)), ...(await askIbm(page, place)));
      this.#walked.faults.push(...(await lookAt(page, place, this.#seen, isFirst)));
      this.#walked.places.push(place);
    }
    if (APART.includes(screen)) await this.leave();
    else {
      await wear(page, 'soft');
      await goHome(page);
    }
  }

  async #enter(screen: ScreenName): Promise<Page> {
    const { panel, locale, text } = this.#stand;
    this.#context = await this.#browser.newContext({
      viewport: panelOf(panel),
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    this.#context.setDefaultTimeout(PATIENCE);
    await this.#context.addInitScript(drawCoarsely);
    const isOutside = ({ protocol, origin }: URL) =>
      /^(https?|wss?):$/.test(protocol) && origin !== this.#kiosk.origin;
    await this.#context.route(isOutside, async (route) => {
      const place: Place = { ...this.#stand, theme: this.#themes[0]!, screen };
      this.#walked.faults.push({ check: 'network', what: `asks for ${route.request().url()}`, place });
      await route.abort();
    });
    this.#page = await this.#context.newPage();
    // The clock of the way must be there before the visit is.
    if (screen === 'still there') await this.#page.clock.install();
    await this.#page.goto(this.#kiosk.address);
    if (PRINTING.includes(screen)) await withPrinter(this.#page, true);
    const larger = (TEXT_SIZES as readonly number[]).indexOf(text);
    if (screen !== 'attract') await wish(this.#page, { locale, theme: 'soft', larger });
    return this.#page;
  }
}

/** What is drawn live has few pixels: checkers look at what is written, and at what is touched, over it. Runs in the page. */
const drawCoarsely = (): void => {
  Object.defineProperty(window, 'devicePixelRatio', { get: () => 0.2 });
};

/** A theme is one attribute of the document and moves nothing (`src-renderer/comfort/wear.ts`): no way is gone anew for it, and no change of brightness is waited for. */
const wear = (page: Page, theme: string): Promise<void> =>
  page.evaluate(async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }, theme);
