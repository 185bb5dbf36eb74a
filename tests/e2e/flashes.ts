/**
 * Whether a screen flashes, on a recording of it: WCAG 2.3.1, by its own measures. A cell flashes when its relative luminance rises and
 * falls back within a second, or the other way round, by a tenth of full white or more, its darker end below 0.8.
 */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';

/** Long side of a recording, px: a letter that gives way to another is no flash, which only shows where strokes are told apart. */
const LONG_SIDE = 480;
/** Changes of luminance that count, of full white. */
const CHANGE = 0.1;
/** Both ends brighter than that, nobody counts them. */
const BRIGHT = 0.8;
/** Ten degrees of sight, as a share of a screen's breadth and height: 341 × 256 of 1024 × 768 px. */
const SIGHT = 1 / 3;
/** What may flash of that. */
export const AREA = 0.25;
const SECOND_MS = 1_000;
/** What moves for longer than this moves on by itself. */
const RESTLESS_MS = 6_000;

interface Size {
  /** px */
  readonly width: number;
  readonly height: number;
}

export interface Frame extends Size {
  /** When it was shown, ms. */
  readonly at: number;
  /** Relative luminance, 0 to 1, pixel by pixel of the recording. */
  readonly cells: Float32Array;
}

/** The largest share of any ten degrees of sight that flashes within any one second of a recording, 0 to 1. */
export function flashingShare(frames: readonly Frame[]): number {
  const [first] = frames;
  if (!first) return 0;
  const flashes = Array.from(first.cells, (_, cell) =>
    flashesOf(frames.map((frame) => ({ at: frame.at, light: frame.cells[cell]! }))),
  );
  const shares = [...new Set(flashes.flat())].map((end) => {
    const isNear = (at: number): boolean => at <= end && at > end - SECOND_MS;
    return largestShare(
      flashes.map((ends) => ends.some(isNear)),
      first,
    );
  });
  return Math.max(0, ...shares);
}

/** The largest share of any ten degrees of sight that is marked. */
function largestShare(marked: readonly boolean[], { width, height }: Size): number {
  const [breadth, depth] = [Math.floor(width * SIGHT), Math.floor(height * SIGHT)];
  // Sums from the top left corner on.
  const sums = new Float64Array((width + 1) * (height + 1));
  const at = (x: number, y: number): number => y * (width + 1) + x;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      sums[at(x + 1, y + 1)] =
        sums[at(x, y + 1)]! + sums[at(x + 1, y)]! - sums[at(x, y)]! + (marked[y * width + x] ? 1 : 0);
  let most = 0;
  for (let y = 0; y + depth <= height; y += 4)
    for (let x = 0; x + breadth <= width; x += 4)
      most = Math.max(
        most,
        sums[at(x + breadth, y + depth)]! -
          sums[at(x, y + depth)]! -
          sums[at(x + breadth, y)]! +
          sums[at(x, y)]!,
      );
  return most / (breadth * depth);
}

interface Light {
  readonly at: number;
  readonly light: number;
}

/** When each flash of one cell has ended, ms. */
function flashesOf(lights: readonly Light[]): number[] {
  const turns = turnsOf(lights);
  return turns.flatMap(({ at }, index) => {
    const before = turns[index - 2];
    return before && at - before.at <= SECOND_MS ? [at] : [];
  });
}

/** Where it is darkest and brightest in turn, each apart from the one before by a change that counts. */
function turnsOf(lights: readonly Light[]): Light[] {
  const counts = (a: Light, b: Light): boolean =>
    Math.abs(a.light - b.light) >= CHANGE && Math.min(a.light, b.light) < BRIGHT;
  const turns: Light[] = [];
  let low = lights[0]!;
  let high = low;
  /** It rises: 1; it falls: -1. */
  let way = 0;
  for (const now of lights) {
    if (now.light <= low.light) low = now;
    if (now.light >= high.light) high = now;
    if (way <= 0 && now.light > low.light && counts(low, now)) {
      turns.push(low);
      [way, high] = [1, now];
    } else if (way >= 0 && now.light < high.light && counts(high, now)) {
      turns.push(high);
      [way, low] = [-1, now];
    }
  }
  return way === 0 ? turns : [...turns, way > 0 ? high : low];
}

/**
 * Records what the page shows while something is done.
 * @param doing is given a way to wait until nothing has changed on the page for a second
 * @returns each frame that the browser drew, in their order, at most one for two drawn
 */
export async function record(
  page: Page,
  doing: (rested: () => Promise<void>) => Promise<void>,
): Promise<Frame[]> {
  const session = await page.context().newCDPSession(page);
  const shots: { at: number; data: string }[] = [];
  let last = performance.now();
  /** The page draws what it has to draw now: a machine that is busy rests only seemingly. */
  const drawn = (): Promise<unknown> =>
    page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  const rested = async (): Promise<void> => {
    const begun = (last = performance.now());
    while (performance.now() - last < SECOND_MS && performance.now() - begun < RESTLESS_MS) {
      await drawn();
      await pause(50);
    }
  };
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    last = performance.now();
    shots.push({ at: (metadata.timestamp ?? 0) * 1000, data });
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', {
    format: 'jpeg',
    quality: 80,
    maxWidth: LONG_SIDE,
    maxHeight: LONG_SIDE,
  });
  await doing(rested);
  await session.send('Page.stopScreencast');
  await session.detach();
  // On a busy machine they do not always arrive as they were shown.
  shots.sort((a, b) => a.at - b.at);
  return Promise.all(
    shots.map(async ({ at, data }) => ({ at, ...(await lightOf(Buffer.from(data, 'base64'))) })),
  );
}

async function lightOf(jpeg: Buffer): Promise<Omit<Frame, 'at'>> {
  const image = await loadImage(jpeg);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const cells = Float32Array.from({ length: width * height }, (_, cell) => luminance(data, cell * 4));
  return { width, height, cells };
}

/** As WCAG 2.2 defines it. */
function luminance(data: Uint8ClampedArray, at: number): number {
  const [red, green, blue] = [0, 1, 2].map((channel) => {
    const value = data[at + channel]! / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
