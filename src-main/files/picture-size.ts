import { webpSize, type Size } from './webp-size.ts';

/** A picture's format, by its bytes and not by its name. */
export interface PictureHeader {
  readonly format: 'png' | 'jpeg' | 'webp';
  /** Width and height, px. */
  readonly size: Size;
}

/** What a picture says of itself; `undefined` when the bytes are no PNG, JPEG or WebP, or not all of one. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const png = pngSize(bytes);
  if (png) return { format: 'png', size: png };
  const jpeg = jpegSize(bytes);
  if (jpeg) return { format: 'jpeg', size: jpeg };
  const webp = webpSize(bytes);
  return webp && { format: 'webp', size: webp };
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/** See https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(bytes: Uint8Array): Size | undefined {
  if (!PNG.every((byte, index) => bytes[index] === byte)) return undefined;
  const isWhole = PNG_END.every((byte, index) => bytes[bytes.length - PNG_END.length + index] === byte);
  if (bytes.length < 45 || !isWhole) return undefined;
  const view = viewOf(bytes);
  return positive([view.getUint32(16), view.getUint32(20)]);
}

/** Walks the segments up to the frame's header. See ITU-T T.81, B.1.1 */
function jpegSize(bytes: Uint8Array): Size | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  // Cameras append what they like after the end.
  if (!Buffer.from(bytes).includes('ffd9', 2, 'hex')) return undefined;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // DHT, JPG and DAC have numbers among those of the frames.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return positive([view.getUint16(at + 7), view.getUint16(at + 5)]);
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const positive = (size: Size): Size | undefined => (size.every((side) => side > 0) ? size : undefined);
