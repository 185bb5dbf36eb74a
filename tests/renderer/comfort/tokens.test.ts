import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.join(import.meta.dirname, '../../../src-renderer/styles/tokens.css'), 'utf8');

type Colour = readonly [number, number, number];
const parse = (hex: string): Colour =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Colour;
const tokensOf = (selector: string): Record<string, Colour> => {
  const block = css.slice(css.indexOf(`\n${selector} {`)).split('}')[0]!;
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name, hex]) => [name!, parse(hex!)]));
};
const light = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
const luminance = ([r, g, b]: Colour): number => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
function contrast(a: Colour, b: Colour): number {
  const [bright = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dark + 0.05);
}

const stage = tokensOf(':root');
const WHITE: Colour = [1, 1, 1];
const WARM = stage['warm']!;
const under = (tint: Colour, colour: Colour): Colour =>
  colour.map((share, channel) => share * tint[channel]!) as unknown as Colour;

/** Words need 7:1, graphics 3:1; each on what it stands on. */
const WORDS = [
  ['ink', 'paper'],
  ['ink-2', 'paper'],
  ['ink', 'chosen'],
  ['on-fill', 'fill'],
] as const;
const GRAPHICS = [
  ['rule', 'paper'],
  ['act', 'paper'],
  ['fill-edge', 'paper'],
] as const;
const STAGE_WORDS = [
  ['stage-ink', 'stage'],
  ['stage-ink-2', 'stage'],
  ['stage-ink', 'stage-lit'],
  ['stage-ink', 'stage-tile'],
  ['stage-ink', 'stage-chosen'],
  ['working-ink', 'stage'],
] as const;
const STAGE_GRAPHICS = [
  ['stage-line', 'stage'],
  ['stage-rule', 'stage'],
  ['working', 'stage'],
  ['focus', 'stage'],
] as const;

describe.each([
  ['as it is', WHITE],
  ['under the warm tint', WARM],
] as const)('contrast %s (R-02, R-27)', (_, tint) => {
  it.each(['dim', 'soft', 'light'])('holds in the theme %s', (theme) => {
    const tokens = tokensOf(`[data-theme='${theme}']`);
    const of = ([a, b]: readonly [string, string]): number =>
      contrast(under(tint, tokens[a]!), under(tint, tokens[b]!));
    for (const pair of WORDS) expect(of(pair), pair.join(' on ')).toBeGreaterThanOrEqual(7);
    for (const pair of GRAPHICS) expect(of(pair), pair.join(' on ')).toBeGreaterThanOrEqual(3);
  });

  it('holds on the stage', () => {
    const of = ([a, b]: readonly [string, string]): number =>
      contrast(under(tint, stage[a]!), under(tint, stage[b]!));
    for (const pair of STAGE_WORDS) expect(of(pair), pair.join(' on ')).toBeGreaterThanOrEqual(7);
    for (const pair of STAGE_GRAPHICS) expect(of(pair), pair.join(' on ')).toBeGreaterThanOrEqual(3);
  });
});

it('the warm tint halves the blue light, and leaves the red (R-27)', () => {
  expect(light(WARM[2])).toBeLessThanOrEqual(0.505);
  expect(WARM[0]).toBe(1);
});

it('no paper is white (R-25)', () => {
  for (const theme of ['dim', 'soft', 'light'])
    expect(luminance(tokensOf(`[data-theme='${theme}']`)['paper']!)).toBeLessThan(0.85);
});
