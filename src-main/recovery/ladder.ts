/** What is done about a page that failed, gentlest first. `rest`: a calm screen that needs nothing. */
export type Measure = 'reload' | 'relaunch' | 'rest';

interface Rung {
  readonly measure: Measure;
  /** How long it is waited before, ms. */
  readonly pause: number;
}

/** One rung for each failure in a row; the last holds for all that follow. */
const ladder: readonly [Rung, ...Rung[]] = [
  { measure: 'reload', pause: 0 },
  { measure: 'reload', pause: 1_000 },
  { measure: 'relaunch', pause: 0 },
  { measure: 'relaunch', pause: 2_000 },
  // What five starts did not mend, the sixth will not: a screen that flickers all day is worse than one that rests.
  { measure: 'rest', pause: 0 },
];

const rungAfter = (failures: number): Rung => ladder[Math.min(failures, ladder.length) - 1] ?? ladder[0];

/** @param failures in a row, at least 1 */
export const measureAfter = (failures: number): Measure => rungAfter(failures).measure;

/** The pause before the measure, ms. */
export const pauseAfter = (failures: number): number => rungAfter(failures).pause;
