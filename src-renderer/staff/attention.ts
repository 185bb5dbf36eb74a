/** What of the kiosk needs the attention of staff or IT. */
import type { StaffPanel } from '../../src-main/contract/staff.ts';

/** With less free than this the disk is nearly full, bytes. */
export const DISK_LEAST = 2 ** 30;
/** A fault is news for this long, ms. */
export const NEWS_MS = 24 * 60 * 60_000;

export type Concern = 'faults' | 'disk' | 'last-fault' | 'host';

export function concernsOf({ content, health }: Pick<StaffPanel, 'content' | 'health'>): Set<Concern> {
  const { disk, lastFault, host, now } = health;
  const concerns: Record<Concern, boolean> = {
    faults: content.faults.some(({ severity }) => severity === 'error'),
    disk: disk !== undefined && disk.free < DISK_LEAST,
    'last-fault': lastFault !== undefined && Date.parse(now) - Date.parse(lastFault.at) < NEWS_MS,
    // A browser that somebody has opened is not brought back when it ends.
    host: host.kind === 'serve',
  };
  return new Set((Object.keys(concerns) as Concern[]).filter((name) => concerns[name]));
}
