import type { Browser } from '../../../src-main/browser/find-browser.ts';
import { lessons } from '../../e2e/lessons.ts';
import type { OpenPage } from '../browser.ts';
import { inTurn } from '../in-turn.ts';
import { startKiosk } from '../kiosk.ts';
import type { BenchOptions } from '../options.ts';
import { touchWhenThere } from '../page/touch.ts';
import { Sheet } from '../sheet.ts';
import { median } from '../statistics.ts';
import { consultFigures, type ConsultFigure } from './figures.ts';

/** Points of a long stroke. */
const LONG = 10_000;
/** Times that the picture is moved. */
const MOVES = 12;
/** Between two of them, ms: about as long as a move takes. */
const PACE = 300;

/** How long a lesson lets one wait, and whether a picture full of ink moves as one without. */
export async function runConsult(
  browser: Browser,
  options: Pick<BenchOptions, 'repeat' | 'quiet'>,
  say: (line: string) => void,
): Promise<Sheet<ConsultFigure>> {
  const sheet = new Sheet('Consult', consultFigures);
  const kiosk = await startKiosk();
  try {
    const columns = ['tonos', 'no ink', '10,000 points'] as const;
    const switches = ['--enable-unsafe-swiftshader'];
    await inTurn({ name: 'consult', columns, browser, switches, ...options, say }, async (column, open) => {
      await open.page.goto(kiosk.address, { waitUntil: 'load' });
      for (const selector of ['.begin', '[data-control=consult]']) await touchWhenThere(open, selector);
      await open.page.locator('[data-diagram=neck]').waitFor();
      sheet.add(column, column === 'tonos' ? await teach(open) : await move(open, column !== 'no ink'));
    });
  } finally {
    await kiosk.end();
  }
  return sheet;
}

async function teach(open: OpenPage) {
  const waits: number[] = [];
  for (const { touches, shown, after = [] } of lessons) {
    const began = performance.now();
    for (const selector of touches) await touchWhenThere(open, selector);
    await open.page.waitForFunction(shown, undefined, { polling: 'raf' });
    waits.push(performance.now() - began);
    for (const selector of after) await touchWhenThere(open, selector);
  }
  return { longestWait: Math.max(...waits), usualWait: median(waits) };
}

async function move(open: OpenPage, withInk: boolean) {
  const { page } = open;
  for (const selector of ['[data-diagram=neck]', '[data-tab=draw]']) await touchWhenThere(open, selector);
  await page.locator('.live.there').waitFor();
  if (withInk) await write(open);
  await touchWhenThere(open, '[data-tab=view]');
  await page.locator('[data-control=moveRight]').waitFor();
  const frames = page.evaluate(countFrames, MOVES * PACE);
  for (let n = 0; n < MOVES; n++) {
    await touchWhenThere(open, n % 2 ? '[data-control=moveLeft]' : '[data-control=moveRight]');
    await page.waitForTimeout(PACE);
  }
  return frames;
}

/** One stroke of so many points: a finger comes down and lifts, what lies between is told to the page at once. */
async function write({ page, cdp }: OpenPage): Promise<void> {
  const { x, y, width, height } = (await page.locator('.ink').boundingBox())!;
  const middle = { x: x + width / 2, y: y + height / 2 };
  await page.evaluate(() =>
    document
      .querySelector<HTMLElement>('.ink')!
      .addEventListener('pointerdown', ({ pointerId }) => Object.assign(window, { inkFinger: pointerId })),
  );
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [middle] });
  await page.evaluate((points) => {
    const canvas = document.querySelector('.ink')!;
    const { inkFinger: pointerId } = window as unknown as { inkFinger: number };
    const { left, top, width, height } = canvas.getBoundingClientRect();
    for (let point = 1; point < points; point++) {
      const turn = point / 40;
      const reach = (0.3 * point) / points;
      const clientX = left + width * (0.5 + reach * Math.cos(turn));
      const clientY = top + height * (0.5 + reach * Math.sin(turn));
      const way = { pointerId, pointerType: 'touch', clientX, clientY, width: 8, height: 8, bubbles: true };
      canvas.dispatchEvent(new PointerEvent('pointermove', way));
    }
  }, LONG);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const inked = await page.locator('.ink').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, index) => index % 4 === 3 && value > 128).length;
  });
  if (inked < LONG) throw new Error(`Of a stroke of ${LONG} points only ${inked} pixels are on the picture.`);
}

/** On the page: frames within that time, ms. */
function countFrames(time: number): Promise<{ frames: number; longestFrame: number }> {
  return new Promise((resolve) => {
    const began = performance.now();
    const gaps: number[] = [];
    let last = began;
    const frame = (now: number): void => {
      gaps.push(now - last);
      last = now;
      if (now - began < time) requestAnimationFrame(frame);
      else resolve({ frames: (1000 * gaps.length) / (now - began), longestFrame: Math.max(...gaps) });
    };
    requestAnimationFrame(frame);
  });
}
