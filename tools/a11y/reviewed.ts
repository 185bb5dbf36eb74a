/**
 * The reviewed baseline: what a checker cannot tell, somebody has looked at, and found right. `reviewed.json` holds it; whatever
 * is not in it fails the run.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { grouped, type Finding, type Group } from './finding.ts';

const Entry = z.strictObject({
  by: z.enum(['axe', 'ibm']),
  rule: z.string().min(1),
  /** Which of the rule's questions; absent: all of them. */
  reason: z.string().optional(),
  /** Elements as `nameOf` names them; a tag alone stands for all elements of that tag. */
  on: z.array(z.string().min(1)).min(1),
  /** Why it is right, in one line. */
  because: z.string().min(20),
});

export type Reviewed = z.infer<typeof Entry>;

export const REVIEWED_FILE = path.join(import.meta.dirname, 'reviewed.json');

/** @throws when an entry is not as it should be */
export const readReviewed = (file = REVIEWED_FILE): readonly Reviewed[] =>
  z.array(Entry).parse(JSON.parse(readFileSync(file, 'utf8')));

export interface Verdict {
  readonly violations: readonly Group[];
  /** Nobody has looked at these. */
  readonly unreviewed: readonly Group[];
  /** How many findings each entry of the baseline answers, in its order. */
  readonly answered: readonly number[];
}

/** Puts what was found against the baseline. A violation is none the less one for standing in it. */
export function judge(findings: readonly Finding[], reviewed: readonly Reviewed[]): Verdict {
  const groups = grouped(findings);
  const toReview = groups.filter(({ kind }) => kind === 'review');
  const answers = (entry: Reviewed) => (group: Group) => covers(entry, group);
  return {
    violations: groups.filter(({ kind }) => kind === 'violation'),
    unreviewed: toReview.filter((group) => !reviewed.some((entry) => covers(entry, group))),
    answered: reviewed.map((entry) =>
      toReview.filter(answers(entry)).reduce((sum, { count }) => sum + count, 0),
    ),
  };
}

const covers = (entry: Reviewed, { by, rule, reason, on }: Group): boolean =>
  entry.by === by &&
  entry.rule === rule &&
  (entry.reason ?? reason) === reason &&
  (entry.on.includes(on) || entry.on.includes(on.split('.')[0]!));
