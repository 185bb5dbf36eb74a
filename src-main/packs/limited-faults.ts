import path from 'node:path';
import { fault, type Fault } from '../faults.ts';

/** Of one drive or folder so much is told: a drive full of what is not for the kiosk must not fill the log. */
const MOST_PACKS = 5;
const MOST_FAULTS = 50;

/**
 * The faults of packs that are told, at most so many of each source; the others are counted.
 * @param faults by the folders of the packs, the weightiest first
 */
export function limitedFaults(
  faults: ReadonlyMap<string, readonly Fault[]>,
  sources: readonly string[],
): Fault[] {
  // One that has been pulled out is no source any more.
  const sourceOf = (folder: string): string => (sources.includes(folder) ? folder : path.dirname(folder));
  const bySource = Map.groupBy(faults, ([folder]) => sourceOf(folder));
  return [...bySource].flatMap(([source, packs]) => {
    const told = packs
      .slice(0, MOST_PACKS)
      .flatMap(([, found]) => found)
      .slice(0, MOST_FAULTS);
    const more = packs.flatMap(([, found]) => found).length - told.length;
    return more > 0 ? [...told, fault('pack-faults-more', { folder: source, file: '' }, { more })] : told;
  });
}
