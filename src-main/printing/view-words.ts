import type { Library } from '../content/library.ts';
import type { Run, Sheet } from '../contract/sheet.ts';

/** Groups of `ui.json` that stand on the sheet. */
const GROUPS = ['product', 'sheet', 'review', 'side'];

type Words = Pick<Library, 'ui' | 'locales'>;

/** The texts of the sheet itself in a language, by their dotted keys. */
export function viewWords({ ui, locales }: Words, tag: string): Record<string, Run> {
  const { words, from } = ui(tag);
  const runs: Record<string, Run> = {};
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
      return;
    }
    const lang = from[path];
    const dir = lang && (locales.find((locale) => locale.tag === lang)?.dir ?? 'ltr');
    runs[path] = { text: String(value), ...(lang && { lang }), ...(dir && { dir }) };
  };
  for (const group of GROUPS) if (words[group] !== undefined) walk(words[group], group);
  return runs;
}

/** What staff print to see whether the printer is set up. */
export function testSheet(library: Words, tag: string): Sheet {
  const words = viewWords(library, tag);
  const said = (key: string): Run => words[`sheet.test.${key}`] ?? { text: key };
  return {
    locale: tag,
    title: said('title'),
    pictures: [],
    sentences: [said('body')],
    questions: [],
    words: [],
    sources: [],
    review: { status: 'awaiting-clinician' },
  };
}
