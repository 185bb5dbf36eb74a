import { describe, expect, it } from 'vitest';
import { greyOf, toPaper } from '../../../src-renderer/sheet/paper-tones.ts';

const hex = (colour: string): [number, number, number] => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  return [red, green, blue];
};

describe('a picture on paper', () => {
  it('is white where the stage shows through', () => {
    expect(greyOf(0.1, 0.2, 0.2, 0)).toBe(1);
  });

  it('has the muscles that work darker than those at rest, which are darker than bone', () => {
    const [working, resting, bone] = ['#f98858', '#a65a41', '#d8cfb4'].map((colour) =>
      greyOf(...hex(colour), 1),
    );
    expect(working!).toBeLessThan(resting! - 0.15);
    expect(resting!).toBeLessThan(bone! - 0.15);
  });

  it('has no colour left', () => {
    const pixels = new Uint8ClampedArray([249, 136, 88, 255, 12, 33, 31, 128]);
    toPaper(pixels);
    expect(pixels[0]).toBe(pixels[2]);
    expect([pixels[3], pixels[7]]).toEqual([255, 255]);
  });
});
