/**
 * A picture of the stage for paper: grey on white, so that a cheap laser printer shows it as it is. Pictures of the stage are lit for the
 * dark; on white, what they leave dark is lifted, and a muscle that works, which glows there, is the darkest here.
 */

/** What is at rest begins at this grey, of 1. */
const LIFT = 0.3;
/** Makes what is dark on the stage lighter, and leaves what is light. */
const GAMMA = 0.55;
/** Red less blue, of 1: muscles at rest reach the first, those that work the second. */
const WORKS = [0.43, 0.6] as const;
/** Greys of a muscle that works: of its shadows, and how much of its light is kept. */
const DARK = 0.04;
const DARK_LIGHT = 0.5;

/** @param pixels RGBA, not premultiplied; changed in place to greys on white */
export function toPaper(pixels: Uint8ClampedArray): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const grey = greyOf(
      pixels[at]! / 255,
      pixels[at + 1]! / 255,
      pixels[at + 2]! / 255,
      pixels[at + 3]! / 255,
    );
    pixels[at] = pixels[at + 1] = pixels[at + 2] = Math.round(255 * grey);
    pixels[at + 3] = 255;
  }
}

/** The grey on paper of a colour on the stage, 0 to 1. */
export function greyOf(red: number, green: number, blue: number, alpha: number): number {
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const rest = LIFT + (1 - LIFT) * light ** GAMMA;
  const works = Math.min(1, Math.max(0, (red - blue - WORKS[0]) / (WORKS[1] - WORKS[0])));
  const grey = rest * (1 - works) + (DARK + DARK_LIGHT * light) * works;
  return grey * alpha + 1 - alpha;
}
