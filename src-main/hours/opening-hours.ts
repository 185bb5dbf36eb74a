import { WEEKDAYS, type Settings } from '../contract/settings.ts';

/** Whether the clinic is open at a moment of its own time. */
export function isOpen(hours: Settings['openingHours'], moment: Date): boolean {
  if (!hours) return true;
  // JavaScript's weeks begin on Sunday.
  const day = WEEKDAYS[(moment.getDay() + 6) % 7]!;
  const now = `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
  return (hours[day] ?? []).some(({ from, to }) => from <= now && now < to);
}

/** The last time that a clock showed this time of day, at or before a moment. */
export function lastTime(timeOfDay: string, moment: Date): Date {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  const on = (daysBefore: number): Date =>
    new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() - daysBefore, hours, minutes);
  return on(0) <= moment ? on(0) : on(1);
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
