import { describe, expect, it } from 'vitest';
import type { Diagram, Tour } from '../../../src-main/contract/api.ts';
import type { Page } from '../../../src-renderer/kiosk/page.svelte.ts';
import { consultWish, toursOf, type KeptPicture } from '../../../src-renderer/sheet/consult-wish.ts';

const tour = (id: string, ...steps: [diagram: string, pose: string][]): Tour =>
  ({ id, steps: steps.map(([diagram, pose]) => ({ diagram, pose })) }) as unknown as Tour;

const tours = [
  tour('brain', ['brain', 'rest']),
  tour('spread', ['neck', 'rest'], ['body', 'rest']),
  tour('neck', ['neck', 'rest'], ['neck', 'turn-right']),
];
const kept = (changes: Partial<KeptPicture> = {}): KeptPicture => ({
  diagram: 'neck',
  pose: 'turn-right',
  title: 'Turning',
  image: new Blob(),
  words: ['sternocleidomastoid, left'],
  orbit: 0,
  ...changes,
});
const page = {
  tours: tours.map(({ id }) => ({ id })),
  tour: (id: string) => Promise.resolve(tours.find((each) => each.id === id)),
  diagram: () =>
    Promise.resolve({
      parts: { 'scm.left': { term: 'sternocleidomastoid' }, hyoid: {} },
      poses: { 'turn-right': { working: ['scm.left', 'hyoid'] } },
    } as unknown as Diagram),
} as unknown as Page;

describe('what is taken home of a consultation', () => {
  it('is the pictures with the sides that the eye saw, and the words for what works', async () => {
    expect(await consultWish(page, 'Your neck', [kept()])).toMatchObject({
      title: { text: 'Your neck' },
      pictures: [
        {
          isOfStage: false,
          title: { text: 'Turning' },
          sides: { left: 'patient-right', right: 'patient-left' },
          names: [{ text: 'sternocleidomastoid, left' }],
        },
      ],
      tours: ['neck', 'spread'],
      terms: ['sternocleidomastoid'],
    });
  });

  it('is four pictures at most', async () => {
    const wish = await consultWish(
      page,
      'Your neck',
      Array.from({ length: 6 }, () => kept()),
    );
    expect(wish.pictures).toHaveLength(4);
  });

  it('has no sides where the picture has none', async () => {
    const { pictures } = await consultWish(page, 'Your neck', [kept({ orbit: undefined })]);
    expect(pictures[0]).not.toHaveProperty('sides');
  });

  it('leaves out tours that show something else', () => {
    expect(toursOf(tours, [{ diagram: 'brain', pose: 'rest' }])).toEqual(['brain']);
    expect(toursOf(tours, [{ diagram: 'leg', pose: 'rest' }])).toEqual([]);
  });
});
