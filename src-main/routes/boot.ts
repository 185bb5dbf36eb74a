import type { Boot, HostCapabilities, MeasuredDrawing, PageSettings } from '../contract/api.ts';
import type { Library } from '../content/library.ts';
import { uiText } from '../content/ui-text.ts';
import { isOffered } from '../contract/offers.ts';
import { jsonForHtml, textForHtml } from './html.ts';

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
  words: {
    ui: library.ui(settings.locale),
    tours: library.toursIndex(settings.locale),
    language: library.language(settings.locale),
  },
});

/** Where it takes the words that stand there before its script does: the invitation, and the title of home. */
const PLACES = { invitation: /<summary class="begin"[^>]*>/, title: /<h1 class="title">/ } as const;

/** The page with its boot object, the language and direction of its first screen, and the first words of it. */
export function pageWithBoot(index: string, boot: Boot): string {
  const { settings, locales, tours, words } = boot;
  const locale = locales.find(({ tag }) => tag === settings.locale);
  const title = tours.some(({ id }) => isOffered(settings, words.tours.words, id)) ? 'title' : 'welcome';
  return index
    .replace(/<html([^>]*)>/i, (_, attributes: string) => {
      const others = attributes.replaceAll(/\s+(lang|dir)="[^"]*"/g, '');
      return `<html lang="${settings.locale}" dir="${locale?.dir ?? 'ltr'}"${others}>`;
    })
    .replace(BOOT_PLACE, (_, open: string, close: string) => open + jsonForHtml(boot) + close)
    .replace(PLACES.invitation, withText({ lang: settings.locale, text: locale?.invitation ?? '' }))
    .replace(PLACES.title, withText(uiText(words.ui, `home.${title}`, settings.locale)));
}

/** Writes a text after the tag that opens its element, and its language into that. */
const withText =
  (run = { lang: '', text: '' }) =>
  (tag: string): string =>
    tag.replace('>', () => ` lang="${run.lang}">${textForHtml(run.text)}`);
