import { describe, expect, it } from 'vitest';
import { KEY_ACTIONS } from '../../../src-main/contract/settings.ts';
import { AIDS, askFor, isAid, isOn, type Aid } from '../../../src-renderer/comfort/aids.ts';
import { AS_AT_FIRST, type Wishes } from '../../../src-renderer/comfort/comfort.svelte.ts';

const after = (aid: Aid, times: number, wishes: Wishes = AS_AT_FIRST): Wishes =>
  times === 0 ? wishes : after(aid, times - 1, { ...wishes, ...askFor(aid, wishes) });

describe('an aid', () => {
  it.each(AIDS)('%s is on when it is asked for once, and as at first in the end', (aid) => {
    expect(isOn(aid, AS_AT_FIRST)).toBe(false);
    expect(isOn(aid, after(aid, 1))).toBe(true);
    expect(after(aid, aid === 'larger' ? 3 : 2)).toEqual(AS_AT_FIRST);
  });

  it('makes letters large at once, then as large as they come (R-03)', () => {
    expect([1, 2, 3].map((times) => after('larger', times).text)).toEqual([150, 200, 100]);
    expect(after('larger', 1, { ...AS_AT_FIRST, text: 125 }).text).toBe(150);
  });

  it('darkens whatever the visitor has chosen', () => {
    expect(after('dim', 1, { ...AS_AT_FIRST, theme: 'light' }).theme).toBe('dim');
  });

  it('is a key that staff may teach the kiosk', () => {
    expect(KEY_ACTIONS.filter(isAid)).toEqual(AIDS);
  });
});
