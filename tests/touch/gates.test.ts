/** The filter is right often enough, on touches made up for it; three seeds that never change. */
import { describe, expect, it } from 'vitest';
import { PRESETS, type PresetName } from '../../src-renderer/touch/presets.ts';
import { NOISE, type Severity } from './noise.ts';
import { nativeTap, pooled, steady, tally, type Tally } from './simulate.ts';

const SEEDS = [20261101, 20261102, 20261103];
const ATTEMPTS = 3000;
/** Targets and gaps of the kiosk, mm. */
const FIELD = { size: 25, gap: 8 };

const percent = (of: 'right' | 'wrong' | 'twice', one: Tally): number => (100 * one[of]) / one.attempts;
const run = (preset: PresetName, severity: Severity): Tally =>
  pooled(SEEDS.map((seed) => tally(steady(PRESETS[preset]), NOISE[severity], FIELD, seed, ATTEMPTS)));

describe.each<[PresetName, Severity, { right: number; wrong?: number }]>([
  ['standard', 'none', { right: 98 }],
  ['standard', 'mild', { right: 96 }],
  ['standard', 'moderate', { right: 93 }],
  ['steady', 'moderate', { right: 97 }],
  ['steady', 'severe', { right: 89, wrong: 9 }],
])('%s, for a hand with %s', (preset, severity, gate) => {
  const found = run(preset, severity);

  it(`is right at the first touch in ${gate.right} of 100`, () => {
    expect(percent('right', found)).toBeGreaterThanOrEqual(gate.right);
  });

  const { wrong } = gate;
  if (wrong !== undefined) {
    it(`is wrong in ${wrong} of 100 at most`, () => {
      expect(percent('wrong', found)).toBeLessThanOrEqual(wrong);
    });
  }

  it('hardly ever does the same twice', () => {
    expect(percent('twice', found)).toBeLessThanOrEqual(0.2);
  });
});

it('costs a steady hand nothing: Standard is never a point below the browser’s own tap', () => {
  const native = pooled(SEEDS.map((seed) => tally(nativeTap, NOISE.none, FIELD, seed, ATTEMPTS)));
  expect(percent('right', run('standard', 'none'))).toBeGreaterThanOrEqual(percent('right', native) - 1);
});
