import { MOST_PICTURE_BYTES } from './limits.ts';
import { toPaper } from './paper-tones.ts';

/** At most so broad, px: 84 mm at more than 300 dots an inch. */
const MOST_WIDTH = 1200;
/** What does not fit is made smaller by this much, and again. */
const SMALLER = 0.8;

/**
 * A picture as PNG in base64, on white.
 * @param isOfStage whether it is lit for the dark stage; one that was drawn for paper is left as it is
 * @throws where it cannot be read
 */
export async function paperPicture(source: Blob | string, isOfStage: boolean): Promise<string> {
  const blob = typeof source === 'string' ? await (await fetch(source)).blob() : source;
  const image = await createImageBitmap(blob);
  try {
    for (let width = Math.min(MOST_WIDTH, image.width); ; width = Math.round(width * SMALLER)) {
      const png = await pngOf(image, width, isOfStage);
      if (png.size <= MOST_PICTURE_BYTES) return base64Of(png);
    }
  } finally {
    image.close();
  }
}

function pngOf(image: ImageBitmap, width: number, isOfStage: boolean): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, Math.round((image.height * width) / image.width));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas for a picture.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  if (isOfStage) {
    const all = context.getImageData(0, 0, canvas.width, canvas.height);
    toPaper(all.data);
    context.putImageData(all, 0, 0);
  } else {
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const CHUNK = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
