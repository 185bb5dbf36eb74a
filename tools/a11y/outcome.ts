/** What a run comes to: each requirement with what speaks against it, and whether the run fails. */
import type { Fault, Finding, Place } from './finding.ts';
import { sortFaults, type Known, type Sorted } from './known.ts';
import type { Requirement } from './requirements.ts';
import { judge, type Reviewed, type Verdict } from './reviewed.ts';

/** What a walk has seen. */
export interface Walked {
  /** Screens that were looked at, each in its panel, language, size and theme. */
  readonly places: readonly Place[];
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
}

export interface Row {
  readonly requirement: Requirement;
  /** Checks that do not hold. Of a requirement that is met there must be none. */
  readonly against: readonly string[];
}

export interface Outcome {
  readonly rows: readonly Row[];
  readonly places: number;
  /** Those that were walked. */
  readonly panels: readonly string[];
  readonly verdict: Verdict;
  readonly faults: Sorted;
  /** Evidence that is named and not there. */
  readonly missing: readonly string[];
  readonly fails: boolean;
}

export function outcomeOf(
  requirements: readonly Requirement[],
  missing: readonly string[],
  { places, findings, faults }: Walked,
  { reviewed, known }: { readonly reviewed: readonly Reviewed[]; readonly known: readonly Known[] },
): Outcome {
  const verdict = judge(findings, reviewed);
  const sorted = sortFaults(faults, known);
  const failed = new Set<string>([
    ...[...verdict.violations, ...verdict.unreviewed].map(({ by }) => by),
    ...sorted.news.map(({ check }) => check),
  ]);
  const rows = requirements.map((requirement) => ({
    requirement,
    against: (requirement.evidence ?? []).flatMap((one) =>
      'check' in one && failed.has(one.check) ? [one.check] : [],
    ),
  }));
  return {
    ...{ rows, verdict, missing, faults: sorted, places: places.length },
    panels: [...new Set(places.map(({ panel }) => panel))],
    fails: failed.size > 0 || missing.length > 0,
  };
}
