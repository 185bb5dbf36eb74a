import type { CDPSession, Locator, Page } from '@playwright/test';

const clients = new WeakMap<Page, CDPSession>();

/**
 * Lets a test touch a page that Playwright did not open itself: there it knows of no touch, and refuses `tap()`. The touches
 * are those of the debugging protocol, the same that Playwright sends.
 */
export async function touchByHand(page: Page): Promise<void> {
  clients.set(page, await page.context().newCDPSession(page));
  page.touchscreen.tap = (x, y) => touch(page, x, y);
  const prototype = Object.getPrototypeOf(page.locator('html')) as Locator;
  // As it was: another test of this worker may have put its own in its place.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const own = prototype.tap;
  prototype.tap = async function tap(this: Locator, options) {
    if (!clients.has(this.page())) return own.call(this, options);
    // Waits until it is there, stands still and lies on top, and does nothing.
    await this.click({ trial: true });
    const box = await this.boundingBox();
    if (!box) throw new Error('It cannot be seen, so that it cannot be touched.');
    await touch(this.page(), box.x + box.width / 2, box.y + box.height / 2);
  };
}

async function touch(page: Page, x: number, y: number): Promise<void> {
  const client = clients.get(page);
  await client?.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await client?.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/**
 * Lets every tap of a test on this page be a click of assistive technology, which no filter of touches has a part in: for tests that
 * only want to come to a screen.
 */
export function pressByProgram(page: Page): Promise<void> {
  byProgram.add(page);
  const prototype = Object.getPrototypeOf(page.locator('html')) as Locator;
  // As it was: another test of this worker may have put its own in its place.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const own = prototype.tap;
  prototype.tap = async function tap(this: Locator, options) {
    if (!byProgram.has(this.page())) return own.call(this, options);
    await this.click({ trial: true });
    await this.evaluate((element) => (element as HTMLElement).click());
  };
  return Promise.resolve();
}

const byProgram = new WeakSet<Page>();
