import { parseArgs } from 'node:util';
import { ways, type ScreenName } from '../screens/ways.ts';
import { panelOf } from '../screens/panels.ts';

/** As `src-renderer/comfort/comfort.svelte.ts` has them; the page's own code runs only in a page. */
export const THEMES = ['dim', 'soft', 'light'] as const;
export const TEXT_SIZES = [100, 125, 150, 200] as const;

const SCREENS = Object.keys(ways) as ScreenName[];

export interface Options {
  readonly screens: readonly ScreenName[];
  readonly panels: readonly string[];
  readonly themes: readonly string[];
  /** Sizes of text, percent. */
  readonly texts: readonly number[];
  readonly locales: readonly string[];
  /** Folder of the report. */
  readonly out: string;
  /** Nothing is walked: only whether the evidence that the table names is there. */
  readonly evidence: boolean;
  readonly help: boolean;
}

export const help = `npm run a11y -- [options]
  --only step          a screen; may be given several times, as may the next four (default: all)
  --panel 32p          a panel: its diagonal in inches, and l or p, as it lies or stands (default: 21.5l)
  --theme dim          dim, soft or light (default: all)
  --text 200           size of text, percent: ${TEXT_SIZES.join(', ')} (default: all)
  --locale es          a language of the kiosk; en-XA and ar-XB are the pseudo-locales (default: all of these)
  --quick              all screens, in soft, at 100 %, in English
  --evidence           walks nothing: only whether the evidence is there, and docs/accessibility.md
  --out folder         where the report goes (default: results)
  --help               this text`;

/**
 * @param installed tags of the languages that there are, pseudo-locales among them
 * @throws Error that says what is wrong
 */
export function readOptions(args: readonly string[], installed: readonly string[]): Options {
  const several = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: several,
      panel: several,
      theme: several,
      text: several,
      locale: several,
      out: { type: 'string', default: 'results' },
      quick: flag,
      evidence: flag,
      help: flag,
    },
  });
  const { only, panel = ['21.5l'], theme, text, locale, quick, out, evidence } = values;
  panel.forEach(panelOf);
  return {
    screens: chosen('screen', only, SCREENS),
    panels: panel,
    themes: chosen('theme', theme ?? (quick ? ['soft'] : undefined), THEMES),
    texts: chosen('size', text ?? (quick ? ['100'] : undefined), TEXT_SIZES.map(String)).map(Number),
    locales: chosen('language', locale ?? (quick ? ['en'] : undefined), installed),
    out,
    evidence,
    help: values.help,
  };
}

function chosen<Name extends string>(
  what: string,
  asked: readonly string[] | undefined,
  there: readonly Name[],
): readonly Name[] {
  const unknown = asked?.find((name) => !there.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`No ${what} is "${unknown}". There are: ${there.join('; ')}.`);
  return asked ? there.filter((name) => asked.includes(name)) : there;
}

/** Whether they leave nothing out, so that what a baseline answers to must be met. */
export const isWhole = (options: Options, installed: readonly string[]): boolean =>
  !options.evidence &&
  options.screens.length === SCREENS.length &&
  options.themes.length === THEMES.length &&
  options.texts.length === TEXT_SIZES.length &&
  options.locales.length === installed.length;
