import type { Browser } from '../../../src-main/browser/find-browser.ts';
import type { OpenPage } from '../browser.ts';
import { inTurn } from '../in-turn.ts';
import { startKiosk } from '../kiosk.ts';
import type { BenchOptions } from '../options.ts';
import type { Measured } from '../sheet.ts';
import { Sheet } from '../sheet.ts';
import { median, quantile } from '../statistics.ts';
import { touchWhenThere } from '../page/touch.ts';
import { inkFigures, type InkFigure } from './figures.ts';

/** Moves that are timed, before and after the stroke has grown long. */
const MOVES = 60;
/** Points of a long stroke. */
const LONG = 10_000;

/** Ink on a picture, beside the barest canvas that can be written on, in turn. */
export async function runInk(
  browser: Browser,
  options: Pick<BenchOptions, 'repeat' | 'quiet'>,
  say: (line: string) => void,
): Promise<Sheet<InkFigure>> {
  const sheet = new Sheet('Ink', inkFigures);
  const kiosk = await startKiosk();
  try {
    const columns = ['bare canvas', 'tonos'] as const;
    const switches = ['--enable-unsafe-swiftshader'];
    await inTurn({ name: 'ink', columns, browser, switches, ...options, say }, async (column, open) => {
      await (column === 'tonos' ? toInk(open, kiosk.address) : toBare(open));
      sheet.add(column, await write(open));
    });
  } finally {
    await kiosk.end();
  }
  return sheet;
}

async function toInk(open: OpenPage, address: string): Promise<void> {
  await open.page.goto(address, { waitUntil: 'load' });
  for (const selector of ['.begin', '[data-control=consult]', '[data-diagram=neck]', '[data-tab=draw]'])
    await touchWhenThere(open, selector);
  await open.page.locator('.ink.active').waitFor();
  await open.page.locator('.live.there').waitFor();
}

/** No page can do less: a line from each place to the next. */
async function toBare({ page }: OpenPage): Promise<void> {
  await page.setContent(
    '<style>*{margin:0;touch-action:none}</style><canvas class="ink" width="1920" height="1080"></canvas>',
  );
  await page.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    const context = canvas.getContext('2d')!;
    context.lineWidth = 6;
    context.lineCap = 'round';
    context.strokeStyle = '#f3d06e';
    let last: { x: number; y: number } | undefined;
    canvas.onpointerdown = ({ clientX: x, clientY: y }) => (last = { x, y });
    canvas.onpointermove = ({ clientX: x, clientY: y }) => {
      if (!last) return;
      context.beginPath();
      context.moveTo(last.x, last.y);
      context.lineTo(x, y);
      context.stroke();
      last = { x, y };
    };
  });
}

async function write({ page, cdp }: OpenPage): Promise<Measured<InkFigure>> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { inkTimes: times });
    const canvas = document.querySelector<HTMLCanvasElement>('.ink')!;
    const context = canvas.getContext('2d')!;
    canvas.addEventListener('pointermove', ({ clientX, clientY, timeStamp, isTrusted }) => {
      if (!isTrusted) return;
      const look = (): void => {
        const { left, top } = canvas.getBoundingClientRect();
        const [, , , alpha] = context.getImageData(clientX - left, clientY - top, 1, 1).data;
        if (alpha) times.push(performance.now() - timeStamp);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  });
  const { x, y, width, height } = (await page.locator('.ink').boundingBox())!;
  let n = 0;
  /** Round and round, outwards, so that no place is come to twice. */
  const next = () => {
    n += 1;
    const turn = n / 9;
    const r = Math.min(width, height) * (0.06 + 0.0016 * n);
    return [{ x: x + width / 2 + r * Math.cos(turn), y: y + height / 2 + r * 0.7 * Math.sin(turn) }];
  };
  const moves = async (): Promise<number[]> => {
    await page.evaluate(() => void ((window as unknown as { inkTimes: number[] }).inkTimes.length = 0));
    for (let move = 0; move < MOVES; move++) {
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: next() });
      await page.waitForTimeout(20);
    }
    await page.waitForTimeout(200);
    return page.evaluate(() => [...(window as unknown as { inkTimes: number[] }).inkTimes]);
  };
  await page.evaluate(() => {
    document
      .querySelector('.ink')!
      .addEventListener('pointerdown', (event) =>
        Object.assign(window, { inkFinger: (event as PointerEvent).pointerId }),
      );
  });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: next() });
  const first = await moves();
  await page.evaluate((points) => {
    const canvas = document.querySelector('.ink')!;
    const { inkFinger: pointerId } = window as unknown as { inkFinger: number };
    const { left, top, width } = canvas.getBoundingClientRect();
    for (let point = 0; point < points; point++) {
      const [clientX, clientY] = [left + width * 0.3 + (point % 97), top + 200 + (point % 61)];
      const way = { pointerId, pointerType: 'touch', clientX, clientY, width: 8, height: 8, bubbles: true };
      canvas.dispatchEvent(new PointerEvent('pointermove', way));
    }
  }, LONG);
  const late = await moves();
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  return {
    first: median(first),
    firstSlow: quantile(first, 0.98),
    late: median(late),
    lateSlow: quantile(late, 0.98),
  };
}
