/** Turns a large rendering into the final picture: scaled down, edges faded, encoded as WebP. */
import { PICTURE_SIZE } from './diagram.ts';

/** Where the picture fades to nothing, as shares of the height: [gone, full] at the top, [full, gone] below. */
export interface Fade {
  top?: [number, number];
  bottom: [number, number];
}

export function finishPicture(source: CanvasImageSource, fade: Fade): HTMLCanvasElement {
  const [width, height] = PICTURE_SIZE;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  const gradient = context.createLinearGradient(0, 0, 0, height);
  const stops = 10;
  const addRamp = (from: number, to: number, rising: boolean): void => {
    for (let i = 0; i <= stops; i++) {
      const t = i / stops;
      const soft = t * t * (3 - 2 * t);
      gradient.addColorStop(from + (to - from) * t, `rgba(0,0,0,${rising ? soft : 1 - soft})`);
    }
  };
  if (fade.top) addRamp(fade.top[0], fade.top[1], true);
  addRamp(fade.bottom[0], fade.bottom[1], false);
  context.globalCompositeOperation = 'destination-in';
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  return canvas;
}

/** WebP as base64 text, ready to leave the page. */
export async function encodeWebp(canvas: HTMLCanvasElement, quality: number): Promise<string> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', quality));
  if (!blob) throw new Error('the browser could not encode a WebP picture');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let k = 0; k < bytes.length; k += 8192) text += String.fromCharCode(...bytes.subarray(k, k + 8192));
  return btoa(text);
}
