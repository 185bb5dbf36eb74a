/** What holds for every language: the checks of `npm run translate -- check`, of which no error is shipped. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBundle, tagsIn } from '../../tools/translate/bundle.ts';
import { check } from '../../tools/translate/check.ts';
import { CARE_LINE } from '../../tools/translate/checks/safety.ts';
import { translatedIn, type Pair } from '../../tools/translate/pair.ts';

const root = path.join(import.meta.dirname, '../..');
const english = readBundle('en', [root]);
const tags = tagsIn([root]).filter((tag) => tag !== 'en');

describe.each(tags)('the words in %s', (tag) => {
  const pair: Pair = { tag, english, own: readBundle(tag, [root]) };

  it('have no error', () => {
    const errors = check(pair).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, path: place, what }) => `${file} ${place}: ${what}`)).toEqual([]);
  });

  it('say the emergency call and the care line in many places', () => {
    const call = english.files.get('ui.json')!.get('emergency.call')!;
    const texts = translatedIn(pair).map((one) => one.english);
    expect(texts.filter((text) => text.endsWith(call)).length).toBeGreaterThan(20);
    expect(texts.filter((text) => text.includes(CARE_LINE)).length).toBeGreaterThan(10);
  });
});
