import type { Library } from '../content/library.ts';
import type { PageSettings } from '../contract/api.ts';
import type { Settings } from '../contract/settings.ts';
import { fault, type Fault, type Place } from '../faults.ts';
import { SETTINGS_FILE } from './read-settings.ts';

/** The settings as the page gets them: locales that are not installed are passed over. */
export function effectiveSettings(
  settings: Settings,
  { locales, root }: Library,
  { settingsDir, locale }: { readonly settingsDir: string | undefined; readonly locale: string | undefined },
): { settings: PageSettings; faults: readonly Fault[] } {
  const at: Place = { folder: settingsDir ?? '', file: SETTINGS_FILE };
  const isInstalled = (wanted: string): boolean => locales.some(({ tag }) => tag === wanted);
  const unknown = (tag: string, where: Place): Fault =>
    fault('settings-locale-unknown', where, { tag, instead: root });

  const wanted = [
    ...(locale === undefined ? [] : [{ tag: locale, at: { folder: '', file: '--locale' } }]),
    { tag: settings.locale, at: { ...at, path: 'locale' } },
  ];
  const faults = wanted
    .filter(({ tag }) => !isInstalled(tag))
    .map(({ tag, at: where }) => unknown(tag, where));
  for (const [index, tag] of (settings.locales ?? []).entries()) {
    if (!isInstalled(tag)) faults.push(unknown(tag, { ...at, path: `locales[${index}]` }));
  }
  const first = wanted.find(({ tag }) => isInstalled(tag))?.tag ?? root;
  const { idleSeconds, panelInches, clinicName } = settings;
  const offered = settings.locales ?? locales.map(({ tag }) => tag);
  return {
    settings: {
      locale: first,
      locales: withFirst(first, offered).filter(isInstalled),
      idleSeconds,
      panelInches,
      clinicName,
    },
    faults,
  };
}

/** The languages offered, in the clinic’s order; the one that visits begin in is always among them. */
const withFirst = (first: string, offered: readonly string[]): string[] => [
  ...new Set(offered.includes(first) ? offered : [first, ...offered]),
];
