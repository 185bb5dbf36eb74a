/**
 * What is known not to be right yet: `known.json` says what, where, and why it still is so. It fails no run, and stands in
 * `docs/accessibility.md`; everything else that a check finds does fail it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isCheck } from './check-names.ts';
import type { Fault } from './finding.ts';

const Entry = z.strictObject({
  check: z.string().refine(isCheck, 'must be a check'),
  /** A pattern of what it finds. */
  what: z.string().min(3),
  /** Absent: on all of them, as with the next two. */
  panels: z.array(z.string()).optional(),
  locales: z.array(z.string()).optional(),
  /** Sizes of text, percent. */
  texts: z.array(z.number()).optional(),
  /** What a visitor sees, and why it still is so, in one line. */
  because: z.string().min(20),
});

export type Known = z.infer<typeof Entry>;

export const KNOWN_FILE = path.join(import.meta.dirname, 'known.json');

/** @throws when an entry is not as it should be */
export const readKnown = (file = KNOWN_FILE): readonly Known[] =>
  z.array(Entry).parse(JSON.parse(readFileSync(file, 'utf8')));

/** Faults that say the same of different screens. */
export interface FaultGroup extends Fault {
  readonly count: number;
}

export interface Sorted {
  /** Nobody knew of these. */
  readonly news: readonly FaultGroup[];
  /** How many faults each entry is about, in its order. */
  readonly met: readonly number[];
}

export function sortFaults(faults: readonly Fault[], known: readonly Known[]): Sorted {
  const groups = new Map<string, FaultGroup>();
  for (const fault of faults.filter((one) => !known.some((entry) => isAbout(entry, one)))) {
    const key = `${fault.check} ${fault.what}`;
    groups.set(key, { ...(groups.get(key) ?? fault), count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return {
    news: [...groups.values()],
    met: known.map((entry) => faults.filter((fault) => isAbout(entry, fault)).length),
  };
}

const isAbout = ({ check, what, panels, locales, texts }: Known, fault: Fault): boolean =>
  fault.check === check &&
  new RegExp(what, 'u').test(fault.what) &&
  (panels?.includes(fault.place.panel) ?? true) &&
  (locales?.includes(fault.place.locale) ?? true) &&
  (texts?.includes(fault.place.text) ?? true);
