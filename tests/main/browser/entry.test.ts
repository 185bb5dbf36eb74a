import { describe, expect, it } from 'vitest';
import { Entry, sameSecret } from '../../../src-main/browser/entry.ts';

const keyOf = (entry: Entry): string => entry.path.replace('/enter/', '');
const cookieOf = (entry: Entry): string => entry.cookie(1).split(';')[0]!;

describe('the comparison of secrets', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['abc', 'abcd', false],
    ['', 'a', false],
    ['ü', 'u', false],
  ])('%s and %s', (left, right, same) => expect(sameSecret(left, right)).toBe(same));
});

describe('the entry', () => {
  it('takes a key once', () => {
    const entry = new Entry({ reusable: false });
    expect([entry.redeem(keyOf(entry)), entry.redeem(keyOf(entry))]).toEqual(['welcome', 'used']);
  });

  it('takes the printed key again', () => {
    const entry = new Entry({ reusable: true });
    expect([entry.redeem(keyOf(entry)), entry.redeem(keyOf(entry))]).toEqual(['welcome', 'welcome']);
  });

  it('does not use up the key on a wrong guess', () => {
    const entry = new Entry({ reusable: false });
    expect([entry.redeem('guess'), entry.redeem(keyOf(entry))]).toEqual(['unknown', 'welcome']);
  });

  it('hides its cookie from scripts and other sites', () => {
    expect(new Entry({ reusable: false }).cookie(4518)).toMatch(
      /^tonos-4518=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('finds its cookie among others', () => {
    const entry = new Entry({ reusable: false });
    expect(entry.knows(`a=b; ${cookieOf(entry)}; c=d`, 1)).toBe(true);
  });

  it.each([null, '', 'tonos-1=', 'tonos-1=x', 'tonos-1', 'tonos-2=SECRET', 'xtonos-1=SECRET'])(
    'does not know %s',
    (header) => {
      const entry = new Entry({ reusable: false });
      const secret = cookieOf(entry).split('=')[1]!;
      expect(entry.knows(header?.replace('SECRET', secret) ?? null, 1)).toBe(false);
    },
  );

  it('knows no key or cookie from before the locks were changed', () => {
    const entry = new Entry({ reusable: false });
    const [key, cookie] = [keyOf(entry), cookieOf(entry)];
    entry.renew();
    expect([entry.redeem(key), entry.knows(cookie, 1)]).toEqual(['unknown', false]);
  });
});
