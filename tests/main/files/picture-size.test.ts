import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureHeader } from '../../../src-main/files/picture-size.ts';
import { jpeg, png, webpOf } from '../../fixtures/pictures.ts';

describe('what a picture says of itself', () => {
  it.each([
    ['png', png],
    ['jpeg', jpeg],
    ['webp', webpOf],
  ] as const)('%s', (format, make) => {
    expect(pictureHeader(make(640, 480))).toEqual({ format, size: [640, 480] });
    expect(pictureHeader(make(640, 480).subarray(0, -3))).toBeUndefined();
  });

  it('is its size although a camera has written on', () => {
    expect(pictureHeader(Buffer.concat([jpeg(), Buffer.alloc(20)]))?.size).toEqual([64, 32]);
  });

  it('is nothing for anything else, and nothing breaks it', () => {
    for (const text of ['', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'MZ'])
      expect(pictureHeader(Buffer.from(text))).toBeUndefined();
    const damage = fc.record({
      picture: fc.constantFrom(png(), jpeg(), webpOf()),
      at: fc.nat(200),
      byte: fc.nat(255),
      end: fc.nat(200),
    });
    fc.assert(
      fc.property(damage, ({ picture, at, byte, end }) => {
        const bytes = Buffer.from(picture);
        bytes[at % bytes.length] = byte;
        pictureHeader(bytes.subarray(0, end));
        pictureHeader(bytes);
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void pictureHeader(bytes)));
  });
});
