/** What is said in an emergency, and of medicine: the same sentence wherever it stands, as in English. */
import { plainText } from '../../../src-main/contract/rich-text.ts';
import { finding, translatedIn, type Finding, type Pair } from '../pair.ts';

/** Stands, in English, in every text on medicine (`docs/authoring.md`). */
export const CARE_LINE = 'Do not change or stop medicine without your care team.';

/** Where English has the emergency call, the language has its own, `emergency.call` of `ui.json`, word for word. */
export function emergencyCall(pair: Pair): Finding[] {
  const call = (bundle: Pair['own']): string | undefined =>
    bundle.files.get('ui.json')?.get('emergency.call');
  const [own, english] = [call(pair.own), call(pair.english)];
  if (!own || !english) return [];
  return translatedIn(pair).flatMap((one) => {
    const { text } = one;
    if (one.english.endsWith(english) && !text.endsWith(own))
      return [finding('error', one, `does not end with the emergency call of ui.json: “${own}”`)];
    if (one.english.includes(english) && !text.includes(own))
      return [finding('error', one, `lacks the emergency call of ui.json: “${own}”`)];
    return [];
  });
}

/** The care line is one sentence, the one that most of these texts have. */
export function careLine(pair: Pair): Finding[] {
  const texts = translatedIn(pair).filter(({ english }) => english.includes(CARE_LINE));
  const line = mostOf(texts.flatMap(({ text }) => [...new Set(sentencesOf(text, pair.tag))]));
  if (line === undefined) return [];
  return texts
    .filter(({ text }) => !plainText(text).includes(line))
    .map((one) => finding('error', one, `lacks the care line that the other texts have: “${line}”`));
}

/** What is the same `urgent` in English is the same in the language: as most of them have it. */
export function sameWarnings(pair: Pair): Finding[] {
  const urgent = translatedIn(pair).filter(({ path }) => path.endsWith('.urgent'));
  return [...Map.groupBy(urgent, ({ english }) => english).values()].flatMap((all) => {
    const usual = mostOf(all.map(({ text }) => text))!;
    return all
      .filter(({ text }) => text !== usual)
      .map((one) => finding('error', one, `says otherwise than where English says the same: “${usual}”`));
  });
}

/** The most frequent of them; of equals the first. */
function mostOf(texts: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(texts, (text) => text)];
  return groups.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

export const sentencesOf = (text: string, tag: string): string[] =>
  [...new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(plainText(text))]
    .map(({ segment }) => segment.trim())
    .filter((segment) => segment !== '');
