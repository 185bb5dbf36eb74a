import type { Namespace } from '../contract/api.ts';
import type { Review, TourWords } from '../contract/words.ts';

/** How far a tour has been reviewed, as one language shows it. */
export interface TourReview {
  readonly status: Review['status'];
  /** ISO date by which its texts are to be looked at again. */
  readonly next: string;
  /** Whether the language has words of its own for it, and does not only borrow. */
  readonly own: boolean;
}

/** Least reviewed first. */
const STATUSES: readonly Review['status'][] = [
  'awaiting-clinician-and-native',
  'awaiting-clinician',
  'reviewed',
];

/**
 * The review of a tour in one language. Words may be borrowed singly, and a review says nothing of another locale's words:
 * so the tour has been reviewed as far as the least reviewed of those who lend to it.
 * @param merged the tour's words as the language shows them
 * @param lent a locale's own words of the tour
 */
export function reviewOf(
  tag: string,
  merged: Namespace,
  lent: (tag: string) => TourWords | undefined,
): TourReview {
  const reviews = [tag, ...new Set(Object.values(merged.from))].flatMap(
    (lender) => lent(lender)?.review ?? [],
  );
  return {
    status:
      STATUSES.find((status) => reviews.some((review) => review.status === status)) ?? 'awaiting-clinician',
    next: reviews.map(({ next }) => next).toSorted()[0] ?? '',
    own: lent(tag) !== undefined,
  };
}
