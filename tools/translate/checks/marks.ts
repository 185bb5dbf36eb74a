/** What is filled in and what can be touched: it has to come through a translation whole. */
import { runsOf } from '../../../src-main/contract/rich-text.ts';
import { finding, translatedIn, type Finding, type Pair } from '../pair.ts';
import { formOf } from '../plurals.ts';

const placeholdersOf = (text: string): string[] =>
  (text.match(/\{\{[^{}]*\}\}|\$t\([^()]*\)/g) ?? []).map((one) => one.replaceAll(/\s+/g, ' ')).sort();

/** A form for one number, or none, may say it in words. */
const SAID_IN_WORDS = new Set(['zero', 'one', 'two']);

/** The same `{{…}}` as in English. */
export const placeholders = (pair: Pair): Finding[] =>
  translatedIn(pair).flatMap((one) => {
    const [has, should] = [placeholdersOf(one.text), placeholdersOf(one.english)];
    const isCounted = SAID_IN_WORDS.has(formOf(one.path) ?? '');
    const needed = isCounted ? should.filter((name) => !/^\{\{\s*count\b/.test(name)) : should;
    const same = has.join() === should.join() || (isCounted && has.join() === needed.join());
    return same ? [] : [finding('error', one, `has ${listed(has)}, and English ${listed(should)}`)];
  });

/** The same words of the glossary are linked as in English. */
export const links = (pair: Pair): Finding[] =>
  translatedIn(pair).flatMap((one) => {
    const terms = (text: string): string[] =>
      [...new Set(runsOf(text).flatMap(({ term }) => term ?? []))].sort();
    const [has, should] = [terms(one.text), terms(one.english)];
    const broken = /\[\[|\]\]/.test(
      runsOf(one.text)
        .filter(({ term }) => term === undefined)
        .map(({ words }) => words)
        .join(''),
    );
    return [
      ...(broken ? [finding('error', one, 'has [[ or ]] that is not a well-formed [[term-id|words]]')] : []),
      ...(has.join() === should.join()
        ? []
        : [finding('error', one, `links ${listed(has)}, and English ${listed(should)}`)]),
    ];
  });

const listed = (names: readonly string[]): string => names.join(', ') || 'none';
