/** Panels by their names, such as `21.5l` and `32p`. */

/** Pixels of the panels along their longer and their shorter side. */
const PIXELS = [1920, 1080] as const;

export interface Panel {
  /** Diagonal. */
  readonly inches: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * @param text the diagonal in inches, and l or p, as it lies or stands
 * @throws Error for any other text
 */
export function panelOf(text: string): Panel {
  const found = /^(\d+(?:\.\d+)?)([lp])$/.exec(text);
  if (!found) throw new Error(`No panel is "${text}".`);
  const [width, height] = found[2] === 'l' ? PIXELS : [PIXELS[1], PIXELS[0]];
  return { inches: Number(found[1]), width, height };
}
