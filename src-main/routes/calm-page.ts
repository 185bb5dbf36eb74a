import type { Library } from '../content/library.ts';
import { uiText } from '../content/ui-text.ts';
import { textForHtml } from './html.ts';

/** The words of a calm screen. */
export interface CalmWords {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly text: string;
}

/** For a visitor before a screen that cannot show the kiosk and does not know the clinic's language. */
export const CALM_ENGLISH: CalmWords = {
  lang: 'en',
  dir: 'ltr',
  text: 'This screen is resting. Please ask the clinic staff.',
};

/** The words of the calm screen in a language; where it has none, and where all is lost, English. */
export function calmWordsOf({ locales, ui }: Pick<Library, 'locales' | 'ui'>, tag: string): CalmWords {
  const found = uiText(ui(tag), 'rest.text', tag);
  if (!found) return CALM_ENGLISH;
  return { ...found, dir: locales.find((locale) => locale.tag === found.lang)?.dir ?? 'ltr' };
}

/** Of the stage: what stands before the page's own styles, so that the screen is never white. */
export const CALM_COLOUR = '#12211f';

/** A whole page that can be shown without anything else. Attributes only: the content security policy forbids inline styles. */
export const calmPage = ({ lang, dir, text }: CalmWords): string => `<!doctype html>
<html lang="${textForHtml(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="dark">
<title>Tonos</title>
</head>
<body bgcolor="${CALM_COLOUR}" text="#eae0cb">
<table width="100%" height="100%"><tr><td align="center" valign="middle"><font size="7">${textForHtml(text)}</font></td></tr></table>
</body>
</html>
`;
