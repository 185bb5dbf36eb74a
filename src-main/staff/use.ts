import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { MonthOfUse, Use } from '../contract/staff.ts';
import type { Fault } from '../faults.ts';
import type { Log } from '../log/log.ts';
import { openCounts, type CountsFile } from './counts-file.ts';

const MOST_MONTHS = 24;

const Count = z.int().min(0);

const Month = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  visits: Count,
  tours: z.record(z.string().max(80), z.strictObject({ opened: Count, finished: Count })),
});

/** `use.json` of the kiosk's own folder. */
const UseFile = z.strictObject({ version: z.literal(1), months: z.array(Month).max(MOST_MONTHS) });

export interface UseOptions {
  /** The kiosk's own folder. */
  readonly folder: string;
  /** Whether there is a tour of this id. */
  readonly isTour: (id: string) => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

export async function openUse(options: UseOptions): Promise<UseCounts> {
  const fresh: z.infer<typeof UseFile> = { version: 1, months: [] };
  return new UseCounts(options, await openCounts({ ...options, file: 'use.json', schema: UseFile, fresh }));
}

/** How much the kiosk is used: numbers by month, and nothing finer, so that no count is one person's. */
export class UseCounts {
  readonly #options: UseOptions;
  readonly #counts: CountsFile<z.infer<typeof UseFile>>;

  constructor(options: UseOptions, counts: CountsFile<z.infer<typeof UseFile>>) {
    this.#options = options;
    this.#counts = counts;
  }

  /** Newest first. */
  get months(): readonly MonthOfUse[] {
    return this.#counts.value.months;
  }

  get faults(): readonly Fault[] {
    return this.#counts.faults;
  }

  /** Counts one. A tour that does not exist is not counted. */
  count(use: Use): void {
    if (use.what !== 'visit' && !this.#options.isTour(use.tour)) return;
    const month = monthOf(this.#options.clock.date());
    const before = this.months.find((other) => other.month === month) ?? { month, visits: 0, tours: {} };
    const months = [counted(before, use), ...this.months.filter((other) => other.month !== month)]
      .sort((a, b) => (a.month < b.month ? 1 : -1))
      .slice(0, MOST_MONTHS);
    this.#counts.set({ version: 1, months });
  }

  close(): Promise<void> {
    return this.#counts.close();
  }
}

function counted(month: MonthOfUse, use: Use): z.infer<typeof Month> {
  if (use.what === 'visit') return { ...month, visits: month.visits + 1 };
  const { opened, finished } = month.tours[use.tour] ?? { opened: 0, finished: 0 };
  const tour =
    use.what === 'tour-opened' ? { opened: opened + 1, finished } : { opened, finished: finished + 1 };
  return { ...month, tours: { ...month.tours, [use.tour]: tour } };
}

const monthOf = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}`;
