/** What stands on what, and how clearly: read from the token file itself, for the test and for the page of tokens. */

/** Red, green and blue as shares, 0 to 1. */
export type Colour = readonly [number, number, number];
export type Colours = Readonly<Record<string, Colour>>;

export const THEMES = ['dim', 'soft', 'light'] as const;
export const WHITE: Colour = [1, 1, 1];

const colourOf = (hex: string): Colour =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Colour;

/** The colours that the token file sets under a selector; of a theme with those that are the same in all. */
export function coloursIn(css: string, selector: string): Colours {
  const [block = ''] = css.slice(css.indexOf(`\n${selector} {`)).split('}');
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name, hex]) => [name!, colourOf(hex!)]));
}

export const coloursOf = (css: string, theme: string): Colours => ({
  ...coloursIn(css, ':root'),
  ...coloursIn(css, `[data-theme='${theme}']`),
});

const linear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;

/** Relative luminance as WCAG has it. */
export const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

export const blueLight = ([, , blue]: Colour): number => linear(blue);

/** Contrast as WCAG has it, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [bright = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dark + 0.05);
}

/** A colour under a tint that lies over the page and multiplies. */
export const under = (tint: Colour, colour: Colour): Colour =>
  colour.map((share, channel) => share * tint[channel]!) as unknown as Colour;

/** The least contrast of words and of graphics. */
export const LEAST = { words: 7, graphics: 3 } as const;

export interface Pair {
  readonly kind: keyof typeof LEAST;
  readonly of: string;
  readonly on: string;
}

const pairs = (kind: Pair['kind'], on: string, ...of: readonly string[]): Pair[] =>
  of.map((name) => ({ kind, of: name, on }));

/** What stands on the paper, in each theme. */
export const PAPER: readonly Pair[] = [
  ...pairs('words', 'paper', 'ink', 'ink-2'),
  ...pairs('words', 'chosen', 'ink', 'ink-2'),
  ...pairs('words', 'fill', 'on-fill'),
  ...pairs('words', 'mark', 'ink'),
  ...pairs('graphics', 'mark', 'act'),
  ...pairs('graphics', 'paper', 'rule', 'act', 'fill-edge'),
  ...pairs('graphics', 'chosen', 'rule', 'act', 'fill-edge'),
];

/** What stands on the stage, which is the same in every theme. */
export const STAGE: readonly Pair[] = [
  ...['stage', 'stage-lit', 'stage-deep', 'stage-tile'].flatMap((on) =>
    pairs('words', on, 'stage-ink', 'stage-ink-2'),
  ),
  ...pairs('words', 'stage-tile-pressed', 'stage-ink'),
  ...pairs('words', 'stage-chosen', 'stage-ink'),
  ...pairs('words', 'stage-mark', 'stage-ink'),
  ...pairs('graphics', 'stage-mark', 'working'),
  ...pairs('words', 'sand', 'on-sand'),
  ...pairs('graphics', 'working-hollow', 'working-ring'),
  ...['stage', 'stage-lit', 'stage-deep'].flatMap((on) => [
    ...pairs('words', on, 'working-ink'),
    ...pairs('graphics', on, 'stage-line', 'stage-rule', 'working', 'sand', 'focus'),
  ]),
  ...pairs('graphics', 'stage-tile', 'stage-rule', 'sand', 'focus'),
  ...pairs('graphics', 'focus-keyline', 'focus'),
  // Ink of consult.
  ...['stage', 'stage-lit', 'stage-deep', 'stage-tile'].flatMap((on) =>
    pairs('graphics', on, 'ink-gold', 'ink-blue', 'ink-linen'),
  ),
];
