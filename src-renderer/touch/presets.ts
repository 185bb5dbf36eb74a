/**
 * How patient the filter is. Times in ms. What each preset does for whom is told in docs/steady-touch.md.
 */
import type { TouchChoice } from '../../src-main/contract/settings.ts';

export interface Preset {
  /** All contacts of a wish together: shorter ones count for nothing. */
  readonly least: number;
  /** How long after a lift a contact still belongs to the same wish, which is granted when it is over. */
  readonly merge: number;
  /** How long after a wish was granted nothing else is. */
  readonly lockout: number;
  /**
   * A single contact that is shorter than `least` still counts if nothing has followed it for so long after its lift: then
   * it was no brush on the way to a touch. Absent: it never does.
   */
  readonly alone?: number;
  /** Where it is not clear which of two targets was meant, it is asked. */
  readonly asks: boolean;
}

/** Steady waits longer than a brushed glass and the touch after it are apart, so that both are one wish. */
export const PRESETS = {
  standard: { least: 40, merge: 150, lockout: 700, alone: 350, asks: false },
  steady: { least: 60, merge: 300, lockout: 1000, asks: false },
  careful: { least: 120, merge: 350, lockout: 1500, asks: true },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;

export const TOUCH_CHOICES = [
  'off',
  'standard',
  'steady',
  'careful',
] as const satisfies readonly TouchChoice[];

/** How long a finger has to hold, for those who brush the glass on their way, ms; 0: as the preset has it. */
export const HOLDS = [0, 300, 500, 1000] as const;
export type Hold = (typeof HOLDS)[number];

/** Of the middle length of five taps, the share that a touch has to last; and its bounds, ms. */
const CALIBRATED = { share: 0.4, least: 24, most: 200 } as const;

/**
 * How long a touch of somebody has to last who tapped a few times.
 * @param lengths how long each tap lasted, ms; at least one
 */
export function leastOf(lengths: readonly number[]): number {
  const sorted = lengths.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
  const { share, least, most } = CALIBRATED;
  return Math.min(most, Math.max(least, share * median));
}

/**
 * What a visitor has chosen, as the filter takes it; nothing: it is off.
 * @param least from `leastOf`, if they have tapped for it
 */
export function presetOf(choice: TouchChoice, hold: Hold, least: number | undefined): Preset | undefined {
  if (choice === 'off') return undefined;
  const preset: Preset = PRESETS[choice];
  if (hold === 0 && least === undefined) return preset;
  // Whoever has said how long a touch of theirs is means no shorter one.
  const { alone: _, ...rest } = preset;
  return { ...rest, least: Math.max(hold, least ?? preset.least) };
}
