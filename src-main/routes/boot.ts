import type { Boot, HostCapabilities, MeasuredDrawing, PageSettings } from '../contract/api.ts';
import type { Library } from '../content/library.ts';

/** Where the built page takes its boot object. */
export const BOOT_PLACE = /(<script type="application\/json" id="boot">)[^<]*(<\/script>)/;

/** Everything that the first screen needs, of one state of content and settings. */
export const bootOf = (
  library: Library,
  settings: PageSettings,
  host: HostCapabilities,
  firstPin: boolean,
  drawing: MeasuredDrawing | undefined,
): Boot => ({
  version: library.version,
  locales: settings.locales.flatMap((wanted) => library.locales.find(({ tag }) => tag === wanted) ?? []),
  settings,
  host,
  drawing,
  firstPin,
  home: library.home,
  tours: library.summaries,
  words: { ui: library.ui(settings.locale), tours: library.toursIndex(settings.locale) },
});

/** The page with its boot object and the language and direction of its first screen. */
export function pageWithBoot(index: string, boot: Boot): string {
  const { locale } = boot.settings;
  const dir = boot.locales.find(({ tag }) => tag === locale)?.dir ?? 'ltr';
  return index
    .replace(/<html([^>]*)>/i, (_, attributes: string) => {
      const others = attributes.replaceAll(/\s+(lang|dir)="[^"]*"/g, '');
      return `<html lang="${locale}" dir="${dir}"${others}>`;
    })
    .replace(BOOT_PLACE, (_, open: string, close: string) => open + jsonForHtml(boot) + close);
}

/** JSON that cannot end the element it stands in, nor begin another. */
export const jsonForHtml = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
