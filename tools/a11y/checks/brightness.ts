import type { Page } from 'playwright-core';
import type { Place } from '../finding.ts';

/** Mean relative luminance of a screen at the most, by theme, to a hundredth. */
const MOST: Readonly<Record<string, number>> = { dim: 0.12, soft: 0.45, light: 0.8 };

/** A screen that is brighter than its theme may be. */
export async function tooBright(page: Page, { theme }: Place): Promise<string[]> {
  const jpeg = await page.screenshot({ type: 'jpeg', quality: 60 });
  const found = await luminanceOf(page, jpeg.toString('base64'));
  const most = MOST[theme]!;
  return Math.round(found * 100) <= most * 100
    ? []
    : [`its mean luminance is ${found.toFixed(3)}, at most ${most}`];
}

/** Mean relative luminance of a picture as WCAG defines it, 0 to 1. */
function luminanceOf(page: Page, jpeg: string): Promise<number> {
  return page.evaluate(async (jpeg) => {
    const bytes = Uint8Array.from(atob(jpeg), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const drawing = canvas.getContext('2d')!;
    drawing.drawImage(picture, 0, 0);
    const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    const linear = Float64Array.from({ length: 256 }, (_, value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    let sum = 0;
    for (let at = 0; at < data.length; at += 4)
      sum += 0.2126 * linear[data[at]!]! + 0.7152 * linear[data[at + 1]!]! + 0.0722 * linear[data[at + 2]!]!;
    return sum / (data.length / 4);
  }, jpeg);
}
