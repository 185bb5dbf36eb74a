import type { Run, SheetView } from '../../src-main/contract/sheet.ts';

/** A text of the sheet itself, with what it leaves open put in. */
export function textOf(
  { words }: Pick<SheetView, 'words'>,
  key: string,
  values: Readonly<Record<string, string>> = {},
): Run {
  const run = words[key] ?? { text: key };
  return {
    ...run,
    text: run.text.replaceAll(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) => values[name] ?? ''),
  };
}

/** A calendar date, `YYYY-MM-DD`, as the locale writes it. */
export const dateOf = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(iso));

export const numberOf = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale).format(value);
