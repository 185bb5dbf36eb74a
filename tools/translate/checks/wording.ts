/** What a text for patients does not say (`docs/authoring.md`, *A good tour*), by language, as data: `wording.json`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plainText } from '../../../src-main/contract/rich-text.ts';
import { finding, translatedIn, type Finding, type Pair } from '../pair.ts';

type Listed = readonly (readonly [pattern: string, why: string])[];

const wording = JSON.parse(readFileSync(path.join(import.meta.dirname, '../wording.json'), 'utf8')) as Record<
  string,
  Listed
>;

/** What visitors type and nobody reads may name brands; what only respells a word has none. */
const UNREAD = /^glossary\.json \S+\.(find|say)$/;

/** What is listed for all languages, for the language, and for this one of its kinds, such as `pt` and `pt-BR`. */
const listFor = (tag: string): { pattern: RegExp; why: string }[] =>
  ['*', new Intl.Locale(tag).language, tag]
    .filter((name, index, names) => names.indexOf(name) === index)
    .flatMap((name) => wording[name] ?? [])
    .map(([pattern, why]) => ({ pattern: new RegExp(pattern, 'iu'), why }));

export function forbidden(pair: Pair): Finding[] {
  const list = listFor(pair.tag);
  return translatedIn(pair)
    .filter(({ file, path }) => !UNREAD.test(`${file} ${path}`))
    .flatMap((one) =>
      list.flatMap(({ pattern, why }) => {
        const [found] = pattern.exec(plainText(one.text)) ?? [];
        return found === undefined ? [] : [finding('error', one, `has “${found.trim()}”: ${why}`)];
      }),
    );
}

/** Signs that voices read wrongly; only the numbers of an emergency stand in brackets. */
const UNSAID = /[/%&+<>=]|[(（]/u;

/** What is read aloud: the text of each step. */
export function unsaid(pair: Pair): Finding[] {
  const call = pair.own.files.get('ui.json')?.get('emergency.call');
  return translatedIn(pair)
    .filter(({ file, path }) => file.startsWith('tours/') && /\.(myth|body|urgent)$/.test(path))
    .flatMap((one) => {
      const [found] = UNSAID.exec(plainText(call ? one.text.replaceAll(call, '') : one.text)) ?? [];
      return found === undefined
        ? []
        : [finding('warning', one, `has “${found}”, which is not read aloud well`)];
    });
}
