import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  blueLight,
  coloursIn,
  coloursOf,
  contrast,
  LEAST,
  luminance,
  PAPER,
  STAGE,
  THEMES,
  under,
  WHITE,
  type Pair,
} from '../../../tools/tokens/contrast.ts';

const css = readFileSync(path.join(import.meta.dirname, '../../../src-renderer/styles/tokens.css'), 'utf8');
const stage = coloursIn(css, ':root');
const WARM = stage['warm']!;

it('contrast is as WCAG has it', () => {
  expect(contrast(WHITE, [0, 0, 0])).toBeCloseTo(21, 5);
  const grey = 0x77 / 255;
  expect(contrast(WHITE, [grey, grey, grey])).toBeCloseTo(4.48, 2);
});

describe.each([
  ['as it is', WHITE],
  ['under the warm tint', WARM],
] as const)('contrast %s (R-02, R-27)', (_, tint) => {
  const nameOf = ({ kind, of, on }: Pair): string => `${kind}: ${of} on ${on}`;
  it.each([
    ...THEMES.flatMap((theme) => PAPER.map((pair) => [theme, nameOf(pair), pair] as const)),
    ...STAGE.map((pair) => ['soft', nameOf(pair), pair] as const),
  ])('%s, %s', (theme, _name, { kind, of, on }) => {
    const colours = coloursOf(css, theme);
    expect(contrast(under(tint, colours[of]!), under(tint, colours[on]!))).toBeGreaterThanOrEqual(
      LEAST[kind],
    );
  });

  it.each(THEMES)('%s, the ring of the focus, in one of its two colours', (theme) => {
    const colours = coloursOf(css, theme);
    for (const on of ['paper', 'chosen', 'fill']) {
      const ring = ['focus', 'focus-keyline'].map((of) =>
        contrast(under(tint, colours[of]!), under(tint, colours[on]!)),
      );
      expect(Math.max(...ring), on).toBeGreaterThanOrEqual(LEAST.graphics);
    }
  });
});

it.each(THEMES)(
  'every colour of the theme %s is in a pair, so that a new one is held to the rule',
  (theme) => {
    const held = new Set([...PAPER, ...STAGE].flatMap(({ of, on }) => [of, on]));
    const loose = Object.keys(coloursOf(css, theme)).filter((name) => !held.has(name));
    // It lies over all colours.
    expect(loose).toEqual(['warm']);
  },
);

it('the warm tint halves the blue light, and leaves the red (R-27)', () => {
  expect(blueLight(WARM)).toBeLessThanOrEqual(0.505);
  expect(WARM[0]).toBe(1);
});

it('no paper is white (R-25)', () => {
  for (const theme of THEMES) expect(luminance(coloursOf(css, theme)['paper']!)).toBeLessThan(0.85);
});
