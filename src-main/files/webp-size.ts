/** Width and height, px. */
export type Size = readonly [number, number];

/**
 * The size of a WebP picture, read from its header; `undefined` when the bytes are no WebP, or not all of one.
 * See https://developers.google.com/speed/webp/docs/riff_container
 */
export function webpSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const letters = (from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4));
  if (bytes.length < 30 || letters(0) !== 'RIFF' || letters(8) !== 'WEBP') return undefined;
  // Eight bytes of the file are not counted.
  if (view.getUint32(4, true) + 8 > bytes.length) return undefined;
  switch (letters(12)) {
    case 'VP8X':
      // Two numbers of 24 bits.
      return [(view.getUint32(24, true) & 0xffffff) + 1, (view.getUint32(26, true) >>> 8) + 1];
    case 'VP8 ': {
      const isKeyFrame = view.getUint16(23, true) === 0x019d && bytes[25] === 0x2a;
      return isKeyFrame ? [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff] : undefined;
    }
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return bytes[20] === 0x2f ? [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1] : undefined;
    }
    default:
      return undefined;
  }
}
