import type { Page } from 'playwright-core';
import type { Place } from '../finding.ts';
import { panelOf } from '../../screens/panels.ts';

const MM_PER_INCH = 25.4;
/** A millimetre may be off by this share. */
const ERROR = 0.02;
/** Height of capitals at the least, mm. */
const LEAST_CAPITAL = 4.8;
/** Height of a capital in em: Atkinson Hyperlegible Next. */
const CAPITAL = 0.668;

/** Whether a millimetre of the styles is one on the glass. */
export async function untrueMillimetres(page: Page, { panel }: Place): Promise<string[]> {
  const { inches, width, height } = panelOf(panel);
  const px = Math.hypot(width, height) / (inches * MM_PER_INCH);
  const said = await page.evaluate(() => parseFloat(document.documentElement.style.getPropertyValue('--mm')));
  return Math.abs(said / px - 1) <= ERROR
    ? []
    : [`a millimetre is ${said} px and should be ${px.toFixed(2)}`];
}

/** Whether the page tells its language and direction. */
export async function untoldLanguage(page: Page, { locale }: Place): Promise<string[]> {
  const [lang, dir] = await page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return [lang, dir];
  });
  const { textInfo } = new Intl.Locale(locale) as unknown as { textInfo: { direction: string } };
  return [
    ...(lang === locale ? [] : [`the page says that it is in "${lang}"`]),
    ...(dir === textInfo.direction ? [] : [`the page says that it runs "${dir}"`]),
  ];
}

/** Words whose capitals are lower than 4.8 mm. */
export async function smallLetters(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ least, capital }) => {
      const mm = parseFloat(document.documentElement.style.getPropertyValue('--mm'));
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = new Set<string>();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement!;
        const text = node.textContent!.trim();
        if (
          !text ||
          element.closest('.visually-hidden') ||
          !element.checkVisibility({ visibilityProperty: true })
        )
          continue;
        const height = (parseFloat(getComputedStyle(element).fontSize) * capital) / mm;
        if (height < least - 0.05)
          found.add(`“${text.slice(0, 40)}” has capitals of ${height.toFixed(2)} mm`);
      }
      return [...found];
    },
    { least: LEAST_CAPITAL, capital: CAPITAL },
  );
}
