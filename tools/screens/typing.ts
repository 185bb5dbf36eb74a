/** What a visitor types to find a word, in the letters of the language that the page speaks. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { GlossaryWords } from '../../src-main/contract/words.ts';
import { sortEntries, type Entry } from '../../src-renderer/glossary/entries.ts';
import { folded } from '../../src-renderer/find/fold.ts';
import { searchIn } from '../../src-renderer/find/search.ts';
import { root } from '../start/project.mjs';

/** The keys that are on the glass, as they are typed. */
const keysOn = (page: Page): Promise<string[]> =>
  page.locator('[data-key]').evaluateAll((keys: HTMLElement[]) => keys.map(({ dataset }) => dataset['key']!));

/** The glossary of the page's language; a language that is made for a test is found by the letters of English. */
async function entriesOf(page: Page): Promise<Entry[]> {
  const lang = (await page.locator('html').getAttribute('lang')) ?? 'en';
  const file = (tag: string): string => path.join(root, 'locales', tag, 'glossary.json');
  const tag = existsSync(file(lang)) ? lang : 'en';
  return sortEntries(
    GlossaryWords.parse(JSON.parse(readFileSync(file(tag), 'utf8'))),
    new Intl.Collator(tag),
  );
}

/** Four keys, or as many more as bring a term to the head of what is found: its own letters, or how it sounds. */
export async function lettersFor(page: Page, id: string): Promise<string[]> {
  const entries = await entriesOf(page);
  const find = searchIn(entries);
  const keys = await keysOn(page);
  const { term, say = '' } = entries.find((entry) => entry.id === id)!;
  for (const name of [term, say]) {
    const letters = [...folded(name)].filter((letter) => keys.includes(letter));
    const enough = letters.findIndex(
      (_, at) => at >= 3 && find(letters.slice(0, at + 1).join(''))[0]?.id === id,
    );
    if (enough > 0) return letters.slice(0, enough + 1);
  }
  throw new Error(`No keys lead to "${term}".`);
}

/** Keys that lead to nothing. */
export async function nonsense(page: Page): Promise<string[]> {
  const find = searchIn(await entriesOf(page));
  const keys = await keysOn(page);
  const tries = [
    [...'xqz'].filter((letter) => keys.includes(letter)),
    ...keys.map((key) => Array<string>(4).fill(key)),
  ];
  return tries.find((letters) => letters.length > 2 && find(letters.join('')).length === 0)!;
}
