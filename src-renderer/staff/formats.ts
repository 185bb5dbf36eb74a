import { withDigits } from '../i18n/locales.ts';
import type { Words } from '../i18n/words.svelte.ts';

type Numbers = Pick<Words, 'number' | 'locale'>;

/** `1:30` */
export const minutesAndSeconds = (words: Numbers, seconds: number): string =>
  new Intl.NumberFormat(withDigits(words.locale.tag)).format(Math.floor(seconds / 60)) +
  ':' +
  new Intl.NumberFormat(withDigits(words.locale.tag), { minimumIntegerDigits: 2 }).format(seconds % 60);

/** `3 min`, `3 min 30 s` */
export function duration(words: Pick<Words, 'number' | 't'>, seconds: number): string {
  const minutes = words.number(Math.floor(seconds / 60));
  return seconds % 60 === 0
    ? words.t('staff.times.minutes', { minutes })
    : words.t('staff.times.minutesAndSeconds', { minutes, seconds: words.number(seconds % 60) });
}

const SHORT = { timeStyle: 'short' } as const;

/** A time of day such as `03:30`, as the locale writes it. */
export const timeOfDay = ({ locale }: Numbers, time: string): string =>
  new Intl.DateTimeFormat(withDigits(locale.tag), { ...SHORT, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1, Number(time.slice(0, 2)), Number(time.slice(3))),
  );

/** The time of day of an instant, ms, on the clinic's clock. */
export const clockTime = ({ locale }: Numbers, instant: number): string =>
  new Intl.DateTimeFormat(withDigits(locale.tag), SHORT).format(instant);

export const millimetres = ({ locale }: Numbers, value: number): string =>
  new Intl.NumberFormat(withDigits(locale.tag), { style: 'unit', unit: 'millimeter' }).format(value);

/** An instant, on the clinic's clock. */
export const moment = ({ locale }: Numbers, iso: string): string =>
  new Intl.DateTimeFormat(withDigits(locale.tag), { dateStyle: 'medium', ...SHORT }).format(Date.parse(iso));

/** `2026-11` as the locale names the month. */
export const month = ({ locale }: Numbers, iso: string): string =>
  new Intl.DateTimeFormat(withDigits(locale.tag), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${iso}-01`),
  );

/** The name of a weekday, Monday is 0. */
export const weekday = ({ locale }: Numbers, index: number): string =>
  new Intl.DateTimeFormat(withDigits(locale.tag), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + index),
  );

/** Of a hundred. */
export const percent = ({ locale }: Numbers, value: number): string =>
  new Intl.NumberFormat(withDigits(locale.tag), { style: 'percent' }).format(value / 100);

/** Bytes in the unit in which they are easily read. */
export function bytes({ locale }: Numbers, value: number): string {
  const units = ['megabyte', 'gigabyte', 'terabyte'] as const;
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(value || 1) / 3) - 2));
  return new Intl.NumberFormat(withDigits(locale.tag), {
    style: 'unit',
    unit: units[step]!,
    maximumFractionDigits: 1,
  }).format(value / 10 ** (6 + 3 * step));
}

/** How long ago an instant was, in its largest unit. */
export function since({ locale }: Numbers, from: string, now: string): string {
  const minutes = (Date.parse(now) - Date.parse(from)) / 60_000;
  const [unit, size] =
    minutes >= 2880
      ? (['day', 1440] as const)
      : minutes >= 120
        ? (['hour', 60] as const)
        : (['minute', 1] as const);
  return new Intl.NumberFormat(withDigits(locale.tag), { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.max(0, Math.floor(minutes / size)),
  );
}
