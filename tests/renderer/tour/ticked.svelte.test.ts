import { describe, expect, it } from 'vitest';
import { TickedQuestions } from '../../../src-renderer/tour/ticked.svelte.ts';

describe('the questions that are ticked', () => {
  it('keep the order of their tour, and tours that in which they were come to', () => {
    const ticked = new TickedQuestions();
    ticked.toggle('neck', 4);
    ticked.toggle('eyelids', 0);
    ticked.toggle('neck', 1);
    expect(ticked.tours).toEqual([
      { tour: 'neck', questions: [1, 4] },
      { tour: 'eyelids', questions: [0] },
    ]);
    expect([ticked.count, ticked.has('neck', 4), ticked.has('eyelids', 4)]).toEqual([3, true, false]);
  });

  it('lose the tick when they are touched again, and a tour of none is not listed', () => {
    const ticked = new TickedQuestions();
    ticked.toggle('neck', 4);
    ticked.toggle('neck', 4);
    expect([ticked.tours, ticked.count]).toEqual([[], 0]);
  });

  it('are gone when the visit is', () => {
    const ticked = new TickedQuestions();
    ticked.toggle('neck', 4);
    ticked.reset();
    expect([ticked.tours, ticked.has('neck', 4)]).toEqual([[], false]);
  });
});
