import type { Use } from '../../src-main/contract/staff.ts';
import { isVisited, type Place, type VisitEvent } from '../session/visit.ts';

/** Counts what the clinic may know of its kiosk: visits, and tours opened and finished. They name nobody. */
export class UseCount {
  readonly #count: (use: Use) => void;
  /** Tours whose last step was read since they were opened; turning back and on again does not count twice. */
  readonly #finished = new Set<string>();

  constructor(count: (use: Use) => void) {
    this.#count = count;
  }

  readonly step = (before: Place, event: VisitEvent, after: Place): void => {
    if (before.at === 'attract' && isVisited(after)) this.#count({ what: 'visit' });
    if (after.at === 'attract') this.#finished.clear();
    if (after.at !== 'tour') return;
    const { tour } = after;
    if (event.type === 'tour') {
      this.#finished.delete(tour);
      this.#count({ what: 'tour-opened', tour });
    }
    if (event.type === 'next' && after.step === event.steps && !this.#finished.has(tour)) {
      this.#finished.add(tour);
      this.#count({ what: 'tour-finished', tour });
    }
  };
}
