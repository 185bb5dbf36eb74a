import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { UiWords } from '../../../src-main/contract/words.ts';

const root = path.join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Keys as the page asks for them: without the suffix of a plural form. */
function keysOf(words: UiWords, prefix = ''): string[] {
  return Object.entries(words as Record<string, string | UiWords>).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [prefix + key.replace(/_(zero|one|two|few|many|other)$/, '')]
      : keysOf(value, `${prefix}${key}.`),
  );
}

/** The calm page and the test page of the printer are the kiosk’s. */
const OF_THE_KIOSK = ['src-main/routes/calm-page.ts', 'src-main/printing/view-words.ts'];
const sources = globSync(['src-renderer/**/*.{svelte,ts}', ...OF_THE_KIOSK], { cwd: root })
  .map(read)
  .join('\n')
  .replaceAll(/\/\*\*[^]*?\*\//g, '');

const english = new Set(keysOf(UiWords.parse(JSON.parse(read('locales/en/ui.json')))));
const groups = [...new Set([...english].map((key) => key.split('.')[0]))].join('|');

/** What the page asks for: whole keys, and the beginnings of those that it puts together. */
const asked = [
  /(?:(?:key|title)=\{?|\bt\(\s*|[?:] )["'`]([a-z]+(?:\.[\w-]+)*\.?)(?=["'`}$]|\{)/g,
  new RegExp(`["'\`]((?:${groups})\\.[\\w.-]*)(?=["'\`]|\\$?\\{)`, 'g'),
].flatMap((pattern) => [...sources.matchAll(pattern)].map((match) => match[1]!));
const whole = new Set(asked.filter((key) => !key.endsWith('.') && (key.includes('.') || key === 'product')));
const begun = [...new Set(asked.filter((key) => key.endsWith('.')))];

describe('the words of the page', () => {
  it('are all there in English', () => {
    expect(whole.size).toBeGreaterThan(40);
    expect([...whole].filter((key) => !english.has(key))).toEqual([]);
  });

  it('are all asked for', () => {
    const idle = [...english].filter(
      (key) => !whole.has(key) && !begun.some((start) => key.startsWith(start)),
    );
    expect(idle).toEqual([]);
  });
});
