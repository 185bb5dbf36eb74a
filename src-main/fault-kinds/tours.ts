import { error, warning, type FaultKind } from './kind.ts';

/** Faults of tours. */
export const tourFaults = {
  'step-unknown': error(
    (d: { id: string }) => `has words for the step "${d.id}", which the tour does not have`,
    'Remove the words or correct the id.',
  ),
  'step-twice': error(
    (d: { id: string }) => `is a second step with the id "${d.id}"`,
    'Give every step its own id.',
  ),
  'mark-not-shown': warning(
    (d: { id: string }) => `marks the part "${d.id}", which "show" does not name, so that nothing is marked`,
    'Add the part to "show" too.',
  ),
  'source-unknown': error(
    (d: { key: string }) => `names the source "${d.key}", which assets/sources.json does not have`,
    'Add the source or correct the key.',
  ),
  'listed-twice': error(
    (d: { id: string }) => `names "${d.id}" a second time in one list; the second is left out`,
    'Name it once.',
  ),
  'place-taken': error(
    (d: { id: string; tour: string; first: string }) =>
      `names the place "${d.id}" for the tour "${d.tour}", and it leads to the tour "${d.first}" already`,
    'Give one of the two another place, or none.',
  ),
  'tour-unknown': error(
    (d: { id: string }) => `names the tour "${d.id}", which does not exist`,
    'Correct the id.',
  ),
  'tour-left-out': error(
    (d: { why: string }) => `is left out: ${d.why}`,
    'Correct the faults named with it.',
  ),
} as const satisfies Record<string, FaultKind<never>>;
