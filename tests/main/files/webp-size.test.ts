import { describe, expect, it } from 'vitest';
import { webpSize } from '../../../src-main/files/webp-size.ts';
import { webp } from '../../fixtures/content.ts';

/** A WebP of one chunk. */
function riff(kind: string, chunk: readonly number[]): Uint8Array {
  const body = Buffer.from(chunk);
  const head = Buffer.from('RIFF    WEBP' + kind + '    ');
  head.writeUInt32LE(12 + body.length, 4);
  head.writeUInt32LE(body.length, 16);
  return new Uint8Array(Buffer.concat([head, body]));
}

describe('the size of a WebP picture', () => {
  it.each<[string, Uint8Array, [number, number]]>([
    ['lossy', webp('', [640, 480]), [640, 480]],
    // https://developers.google.com/speed/webp/docs/webp_lossless_bitstream_specification: 14 bits each, less one.
    ['lossless', riff('VP8L', [0x2f, 0x7f, 0xc2, 0x77, 0x00, 0, 0, 0, 0, 0]), [640, 480]],
    ['extended', riff('VP8X', [0x30, 0, 0, 0, 0xff, 0x04, 0x00, 0x7f, 0x04, 0x00]), [1280, 1152]],
    ['extended, large', riff('VP8X', [0, 0, 0, 0, 0x00, 0x00, 0x01, 0xff, 0xff, 0xff]), [65537, 16777216]],
  ])('is read: %s', (_, bytes, size) => {
    expect(webpSize(bytes)).toEqual(size);
  });

  it('is read of a part of a larger buffer', () => {
    const picture = webp('', [640, 480]);
    expect(webpSize(Buffer.concat([Buffer.from('xxx'), picture]).subarray(3))).toEqual([640, 480]);
  });

  it('is not known of anything else, nor of half a picture', () => {
    const whole = webp();
    for (let length = 0; length < whole.length; length++)
      expect(webpSize(whole.subarray(0, length))).toBeUndefined();
    for (const other of [
      Buffer.from('GIF89a'.padEnd(64)),
      Buffer.from('RIFF\0\0\0\0WAVEfmt '.padEnd(64, '\0')),
      riff(
        'ANIM',
        Array.from({ length: 20 }, () => 0),
      ),
      riff(
        'VP8L',
        Array.from({ length: 20 }, () => 0),
      ),
      riff(
        'VP8 ',
        Array.from({ length: 20 }, () => 0),
      ),
    ]) {
      expect(webpSize(other)).toBeUndefined();
    }
  });
});
