/** What a visitor types to find a word, in the letters of the language that the page speaks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Diagram } from '../../src-main/contract/api.ts';
import { DiagramsWords, GlossaryWords } from '../../src-main/contract/words.ts';
import { partsToFind } from '../../src-renderer/consult/parts.ts';
import { sortEntries, type Entry } from '../../src-renderer/glossary/entries.ts';
import { folded } from '../../src-renderer/find/fold.ts';
import { searchIn } from '../../src-renderer/find/search.ts';
import { root } from '../start/project.mjs';

/** The keys that are on the glass, as they are typed. */
const keysOn = (page: Page): Promise<string[]> =>
  page.locator('[data-key]').evaluateAll((keys: HTMLElement[]) => keys.map(({ dataset }) => dataset['key']!));

/** The page’s language; one that is made for a test is found by the letters of English. */
async function tagOf(page: Page): Promise<string> {
  const lang = (await page.locator('html').getAttribute('lang')) ?? 'en';
  return existsSync(path.join(root, 'locales', lang)) ? lang : 'en';
}

/** The glossary of the page’s language. */
async function entriesOf(page: Page): Promise<Entry[]> {
  const tag = await tagOf(page);
  const file = path.join(root, 'locales', tag, 'glossary.json');
  return sortEntries(GlossaryWords.parse(JSON.parse(readFileSync(file, 'utf8'))), new Intl.Collator(tag));
}

/** Four keys, or as many more as bring what is called so to the head of what is found. */
function lettersOf(
  names: readonly string[],
  keys: readonly string[],
  isFirst: (typed: string) => boolean,
): string[] {
  for (const name of names) {
    const letters = [...folded(name)].filter((letter) => keys.includes(letter));
    const enough = letters.findIndex((_, at) => at >= 3 && isFirst(letters.slice(0, at + 1).join('')));
    if (enough > 0) return letters.slice(0, enough + 1);
  }
  throw new Error(`No keys lead to "${names[0]}".`);
}

/** What is typed to find a term in the glossary: its own letters, or how it sounds. */
export async function lettersFor(page: Page, id: string): Promise<string[]> {
  const entries = await entriesOf(page);
  const find = searchIn(entries);
  const { term, say = '' } = entries.find((entry) => entry.id === id)!;
  return lettersOf([term, say], await keysOn(page), (typed) => find(typed)[0]?.id === id);
}

/** What is typed to find a part in the pictures: its name, how its word sounds, or its technical name. */
export async function lettersForPart(page: Page, diagram: string, part: string): Promise<string[]> {
  const tag = await tagOf(page);
  const read = (...file: string[]): unknown => JSON.parse(readFileSync(path.join(root, ...file), 'utf8'));
  const all = readdirSync(path.join(root, 'assets', 'diagrams')).map(
    (id) => [id, read('assets', 'diagrams', id, 'diagram.json') as Pick<Diagram, 'parts'>] as const,
  );
  const glossary = GlossaryWords.parse(read('locales', tag, 'glossary.json'));
  const words = DiagramsWords.parse(read('locales', tag, 'diagrams.json'));
  const entries = partsToFind(new Map(all), words, glossary, new Intl.Collator(tag));
  const find = searchIn(entries);
  const {
    id,
    term,
    find: sounds = [],
    technical = '',
  } = entries.find((entry) => entry.diagram === diagram && entry.part === part)!;
  const names = [term, ...sounds, ...technical.split(' ').slice(1)];
  // Another picture may have a part of the same name; there is room for two rows at least.
  const isThere = (typed: string): boolean =>
    find(typed)
      .slice(0, 2)
      .some((entry) => entry.id === id);
  return lettersOf(names, await keysOn(page), isThere);
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
