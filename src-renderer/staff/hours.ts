/** Editing opening hours and times of day, as pure steps. */
import type { StaffFile, Weekday } from '../../src-main/contract/settings.ts';

export type OpeningHours = NonNullable<StaffFile['openingHours']>;
export type Span = NonNullable<OpeningHours[Weekday]>[number];

/** Monday first; the contract's own order. */
export const WEEKDAYS = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] as const satisfies readonly Weekday[];

/** Times are set in steps of a quarter of an hour. */
const STEP = 15;
const DAY = 24 * 60;
const LAST = DAY - STEP;

/** What a day opens with until it is set: a usual working day. */
const USUAL: Span = { from: '08:00', to: '18:00' };

export const usualWeek: OpeningHours = Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [USUAL]]));

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The next quarter of an hour, round the clock. */
export const stepTime = (time: string, steps: number): string =>
  timeOf((((quarter(time, steps) + steps * STEP) % DAY) + DAY) % DAY);

/** A time between quarters goes to the next one in its direction, not past it. */
function quarter(time: string, steps: number): number {
  const minutes = minutesOf(time);
  return (steps > 0 ? Math.floor(minutes / STEP) : Math.ceil(minutes / STEP)) * STEP;
}

export const isOpen = (hours: OpeningHours, day: Weekday): boolean => (hours[day]?.length ?? 0) > 0;

/** Opens or closes a day; it opens as the day before it does, or as usual. */
export function toggleDay(hours: OpeningHours, day: Weekday): OpeningHours {
  const { [day]: closed, ...others } = hours;
  if (closed?.length) return others;
  const before = hours[WEEKDAYS[WEEKDAYS.indexOf(day) - 1] ?? 'mon'];
  return { ...others, [day]: before?.length ? before : [USUAL] };
}

/**
 * Moves an opening or closing time. It stays within its day, between the times before and after it; at the end of its
 * room it stays where it is.
 */
export function moveTime(
  hours: OpeningHours,
  day: Weekday,
  index: number,
  edge: keyof Span,
  steps: number,
): OpeningHours {
  const spans = hours[day] ?? [];
  const span = spans[index];
  if (!span) return hours;
  const least = edge === 'from' ? minutesOf(spans[index - 1]?.to ?? '00:00') : minutesOf(span.from) + 1;
  const most =
    edge === 'to' ? minutesOf(spans[index + 1]?.from ?? timeOf(LAST + STEP - 1)) : minutesOf(span.to) - 1;
  let to = quarter(span[edge], steps) + steps * STEP;
  // The day has no 24:00; its last minute stands for it.
  if (edge === 'to' && to === DAY) to = DAY - 1;
  if (to < least || to > most) return hours;
  return {
    ...hours,
    [day]: spans.map((other, at) => (at === index ? { ...span, [edge]: timeOf(to) } : other)),
  };
}

/** Gives Tuesday to Friday the hours of Monday. */
export const copyMonday = (hours: OpeningHours): OpeningHours => {
  const { mon, sat, sun } = hours;
  return {
    ...(mon && Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, mon]))),
    ...(sat && { sat }),
    ...(sun && { sun }),
  };
};
