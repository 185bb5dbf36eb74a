import type { Library } from '../content/library.ts';
import type { PageSettings } from '../contract/api.ts';
import type { Settings } from '../contract/settings.ts';
import { fault, type Fault } from '../faults.ts';

/**
 * What the page gets of the settings: locales that are not installed are passed over, and where unreviewed tours are hidden, those
 * that have no others to offer.
 */
export function effectiveSettings(
  settings: Settings,
  { locales, root, reviews }: Pick<Library, 'locales' | 'root' | 'reviews'>,
  asked: { readonly locale: string | undefined },
): { settings: Omit<PageSettings, 'asleep' | 'clinicLogo' | 'prints'>; faults: readonly Fault[] } {
  const at = { folder: '', file: 'settings.json' };
  const isInstalled = (wanted: string): boolean => locales.some(({ tag }) => tag === wanted);

  const wanted = [
    ...(asked.locale === undefined ? [] : [{ tag: asked.locale, at: { folder: '', file: '--locale' } }]),
    { tag: settings.locale, at: { ...at, path: 'locale' } },
  ];
  const listed = (settings.locales ?? []).map((tag, index) => ({
    tag,
    at: { ...at, path: `locales[${index}]` },
  }));
  const faults = [...wanted, ...listed]
    .filter(({ tag }) => !isInstalled(tag))
    .map(({ tag, at: where }) => fault('settings-locale-unknown', where, { tag, instead: root }));
  const first = wanted.find(({ tag }) => isInstalled(tag))?.tag ?? root;
  const hasTours = (tag: string): boolean =>
    settings.unreviewed === 'show' || [...reviews(tag).values()].some(({ status }) => status === 'reviewed');
  const offered = (settings.locales ?? locales.map(({ tag }) => tag)).filter(
    (tag) => isInstalled(tag) && hasTours(tag),
  );
  const { idleSeconds, panelInches, mountHeight, clinicName, unreviewed, consult, volume, drawing, touch } =
    settings;
  const { keys, keyHoldMs, keyLockoutMs, scanSeconds } = settings;
  return {
    settings: {
      locale: first,
      locales: withFirst(first, offered),
      idleSeconds,
      panelInches,
      mountHeight,
      clinicName,
      unreviewed,
      consult,
      volume,
      drawing,
      touch,
      keys,
      keyHoldMs,
      keyLockoutMs,
      scanSeconds,
    },
    faults,
  };
}

/** The languages offered, in the clinic’s order; the one that visits begin in is always among them. */
const withFirst = (first: string, offered: readonly string[]): string[] => [
  ...new Set(offered.includes(first) ? offered : [first, ...offered]),
];
