/**
 * How patient the filter is. Times in ms. What each preset does for whom is told in docs/steady-touch.md.
 */
export interface Preset {
  /** All contacts of a wish together: shorter ones count for nothing. */
  readonly least: number;
  /** How long after a lift a contact still belongs to the same wish, which is granted when it is over. */
  readonly merge: number;
  /** How long after a wish was granted nothing else is. */
  readonly lockout: number;
  /** Where it is not clear which of two targets was meant, it is asked. */
  readonly asks: boolean;
}

/** Steady waits longer than a brushed glass and the touch after it are apart, so that both are one wish. */
export const PRESETS = {
  standard: { least: 40, merge: 150, lockout: 700, asks: false },
  steady: { least: 60, merge: 300, lockout: 1000, asks: false },
  careful: { least: 120, merge: 350, lockout: 1500, asks: true },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;

/** Of the middle length of five taps, the share that a touch has to last; and its bounds, ms. */
const CALIBRATED = { share: 0.4, least: 24, most: 200 } as const;

/**
 * A preset for one visitor, after a few taps.
 * @param lengths how long each of them lasted, ms
 */
export function calibrated(preset: Preset, lengths: readonly number[]): Preset {
  if (lengths.length === 0) return preset;
  const sorted = lengths.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
  const { share, least, most } = CALIBRATED;
  return { ...preset, least: Math.min(most, Math.max(least, share * median)) };
}
