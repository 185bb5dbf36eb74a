import type { PageSettings, ToursWords } from './api.ts';

/** Whether a tour is offered: the clinic may hide those that no clinician has passed. */
export const isOffered = (
  { unreviewed }: Pick<PageSettings, 'unreviewed'>,
  words: ToursWords | undefined,
  tour: string,
): boolean => unreviewed !== 'hide' || words?.[tour]?.reviewed === true;
