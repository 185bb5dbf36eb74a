import { createCanvas, loadImage, type Image } from '@napi-rs/canvas';

/** Side of a cell, px: about one and a half letters wide, so that another engine's edges of letters do not count. */
const CELL = 24;
/** Darker than that, of 1, there is ink in a cell. */
const INK = 0.03;
/** Cells that differ by more are told apart by eye. */
const TOLD_APART = 0.12;

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row after row. */
  readonly data: Uint8ClampedArray;
}

export async function openPng(png: Buffer): Promise<Picture> {
  return pixelsOf(await loadImage(png), false);
}

/** The same picture as in a mirror. */
export async function openMirrored(png: Buffer): Promise<Picture> {
  return pixelsOf(await loadImage(png), true);
}

function pixelsOf(image: Image, mirrored: boolean): Picture {
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  if (mirrored) context.setTransform(-1, 0, 0, 1, width, 0);
  context.drawImage(image, 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** How dark a picture is, 0 to 1, cell by cell, row after row. */
function tonesOf({ width, height, data }: Picture): number[] {
  const [columns, rows] = [Math.floor(width / CELL), Math.floor(height / CELL)];
  const sums = new Array<number>(columns * rows).fill(0);
  for (let y = 0; y < rows * CELL; y++)
    for (let x = 0; x < columns * CELL; x++) {
      const at = 4 * (y * width + x);
      const light = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
      sums[Math.floor(y / CELL) * columns + Math.floor(x / CELL)]! += 1 - light / 255;
    }
  return sums.map((sum) => sum / CELL ** 2);
}

/** The share of cells, of those with ink on either picture, that are told apart by eye; 1 where the sizes differ. */
export function unlike(a: Picture, b: Picture): number {
  const [one, other] = [tonesOf(a), tonesOf(b)];
  if (one.length !== other.length) return 1;
  const pairs = one.map((tone, cell) => [tone, other[cell]!] as const);
  const inked = pairs.filter((pair) => Math.max(...pair) > INK);
  return (
    inked.filter(([left, right]) => Math.abs(left - right) > TOLD_APART).length / Math.max(inked.length, 1)
  );
}
