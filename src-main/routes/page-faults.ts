import type { Clock } from '../clock.ts';
import type { PageFault } from '../contract/staff.ts';
import type { Log } from '../log/log.ts';

/** A page that faults in a loop must not push the rest out of the log, neither at once nor in days. */
const MOST_A_MINUTE = 20;
const MOST_A_DAY = 200;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Logs the page's faults: each once, and again at most every hour with how often it came; so many a minute and a day. */
export function pageFaults(log: Log, clock: Clock): (fault: PageFault) => void {
  /** How often what was told within the hour has come again. */
  const again = new Map<string, number>();
  const minute = { told: 0, left: 0 };
  const day = { told: 0, left: 0 };

  const tell = (line: string, where?: string): boolean => {
    if (day.told === 0) clock.after(DAY, endDay);
    const isTold = day.told < MOST_A_DAY;
    if (isTold) {
      day.told++;
      log.error(line, { where });
    }
    return isTold;
  };
  const endDay = (): void => {
    if (day.left > 0) log.error(`The page had ${day.left} more faults within a day.`);
    day.told = day.left = 0;
  };
  const endMinute = (): void => {
    if (minute.left > 0 && !tell(`The page had ${minute.left} more faults within a minute.`))
      day.left += minute.left;
    minute.told = minute.left = 0;
  };
  const endHour = (what: string): void => {
    const times = again.get(what) ?? 0;
    again.delete(what);
    if (times === 0) return;
    if (tell(`The page had a fault again, ${times} times within an hour: ${what}`)) listen(what);
    else day.left += times;
  };
  const listen = (what: string): void => {
    again.set(what, 0);
    clock.after(HOUR, () => endHour(what));
  };

  return ({ what, where }) => {
    const times = again.get(what);
    if (times !== undefined) return void again.set(what, times + 1);
    if (minute.told === 0) clock.after(MINUTE, endMinute);
    if (minute.told >= MOST_A_MINUTE) return void minute.left++;
    minute.told++;
    if (tell(`The page had a fault: ${what}`, where)) listen(what);
    else day.left++;
  };
}
