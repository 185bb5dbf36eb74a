import { finding, translatedIn, type Finding, type Pair } from '../pair.ts';
import { hardships } from '../readability.ts';

/** Tours that are harder to read than they should be. */
export function reading(pair: Pair): Finding[] {
  const read = translatedIn(pair).filter(
    ({ file, path }) => file.startsWith('tours/') && /\.(myth|body|urgent)$/.test(path),
  );
  return [...Map.groupBy(read, ({ file }) => file)].flatMap(([file, texts]) =>
    hardships(texts.map(({ text }) => text).join(' '), pair.tag).map((what) =>
      finding('warning', { file, path: '' }, `reads hard: ${what}`),
    ),
  );
}
