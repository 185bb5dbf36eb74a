import { describe, expect, it } from 'vitest';
import * as contract from '../../../src-main/contract/sheet.ts';
import type { Review } from '../../../src-main/contract/words.ts';
import type { Page } from '../../../src-renderer/kiosk/page.svelte.ts';
import * as limits from '../../../src-renderer/sheet/limits.ts';
import { makeSheet, reviewOf } from '../../../src-renderer/sheet/make-sheet.ts';
import { runOf, type SheetWish } from '../../../src-renderer/sheet/wish.ts';
import { PNG } from '../../fixtures/sheet.ts';

const review = (status: Review['status']): Review => ({ status, next: '2027-01-01' });
const tourOf = (title: string, ask: string[]) => ({
  title,
  remember: `Remember ${title}.`,
  ask,
  review: review('awaiting-clinician'),
});
const namespaces: Record<string, unknown> = {
  tours: { neck: { title: 'The neck' }, voice: { title: 'The voice' } },
  glossary: {
    dystonia: { term: 'Dystonia', short: 'Muscles twist', plain: 'A [[sign|movement]] disorder.' },
  },
  'tours/neck': tourOf('The neck', ['First?', 'Second?', 'Third?']),
  'tours/voice': tourOf('The voice', ['Whose?']),
};
const pageOf = (ticked: { tour: string; questions: number[] }[]) =>
  ({
    words: {
      locale: { tag: 'en' },
      need: () => Promise.resolve(),
      namespace: (name: string) => ({ words: namespaces[name] }),
      run: (name: string, path: string) =>
        path === 'voice.title' && name === 'tours' ? { lang: 'es', dir: 'ltr' } : {},
    },
    ticked: { tours: ticked },
    tour: (id: string) =>
      Promise.resolve({
        id,
        steps: [
          { terms: ['dystonia', 'unknown'], sources: ['A', 'Z'] },
          { terms: ['dystonia'], sources: ['A'] },
        ],
      }),
    sources: () => Promise.resolve({ A: 'Source A.' }),
  }) as unknown as Page;
const wish: SheetWish = {
  title: { text: 'The neck' },
  pictures: [{ image: '/still.webp', isOfStage: true, title: { text: 'At rest' } }],
  tours: ['neck'],
};
const picture = () => Promise.resolve(PNG);

describe('making a sheet', () => {
  it('takes what was ticked in every tour, and of the one that is open what it says', async () => {
    const ticked = [
      { tour: 'voice', questions: [0] },
      { tour: 'neck', questions: [0, 2] },
    ];
    const sheet = await makeSheet(pageOf(ticked), wish, picture);
    expect(sheet).toEqual({
      locale: 'en',
      title: { text: 'The neck' },
      pictures: [{ png: PNG, title: { text: 'At rest' }, names: [] }],
      sentences: [{ text: 'Remember The neck.' }],
      questions: [
        { of: { text: 'The voice', lang: 'es', dir: 'ltr' }, asks: [{ text: 'Whose?' }] },
        { of: { text: 'The neck' }, asks: [{ text: 'First?' }, { text: 'Third?' }] },
      ],
      words: [
        {
          term: { text: 'Dystonia' },
          short: { text: 'Muscles twist' },
          plain: { text: 'A movement disorder.' },
        },
      ],
      sources: ['Source A.'],
      review: { status: 'awaiting-clinician' },
    });
    expect(contract.Sheet.safeParse(sheet).success).toBe(true);
  });

  it('does without a picture that cannot be read', async () => {
    const sheet = await makeSheet(pageOf([]), wish, () => Promise.reject(new Error('torn')));
    expect(sheet.pictures).toEqual([]);
  });

  it('says of several texts the state of the one that was reviewed least', () => {
    const states = ['reviewed', 'awaiting-clinician-and-native', 'awaiting-clinician'] as const;
    expect(reviewOf(states.map(review)).status).toBe('awaiting-clinician-and-native');
  });

  it('never says that nothing was reviewed', () => {
    expect(reviewOf([]).status).toBe('awaiting-clinician');
  });
});

it('has the limits that the kiosk has', () => {
  const { MOST_PICTURES, MOST_PICTURE_BYTES, MOST_QUESTIONS } = contract;
  expect(limits).toMatchObject({ MOST_PICTURES, MOST_PICTURE_BYTES, MOST_QUESTIONS });
});

it('makes plain words of an authored text', () => {
  expect(runOf('In [[dystonia|dystonia]] …', { lang: 'en' })).toEqual({ text: 'In dystonia …', lang: 'en' });
});
