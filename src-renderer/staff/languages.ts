/** Editing the list of languages offered, as pure steps. */
import type { StaffFile } from '../../src-main/contract/settings.ts';

/** The languages offered, in their order: the one that visits begin in comes first. */
export function offeredOf({ locale, locales }: StaffFile, installed: readonly string[]): string[] {
  const named = (locales ?? installed).filter((tag) => installed.includes(tag));
  return locale === undefined || !installed.includes(locale)
    ? named
    : [locale, ...named.filter((tag) => tag !== locale)];
}

export const toggled = (offered: readonly string[], tag: string): string[] =>
  offered.includes(tag) ? offered.filter((other) => other !== tag) : [...offered, tag];

/** Moves a language one place; at an end it stays. */
export function moved(offered: readonly string[], tag: string, by: 1 | -1): string[] {
  const from = offered.indexOf(tag);
  const to = from + by;
  if (from < 0 || to < 0 || to >= offered.length) return [...offered];
  return offered.with(from, offered[to]!).with(to, tag);
}
