import { describe, expect, it } from 'vitest';
import type { Boot } from '../../../src-main/contract/api.ts';
import { Page } from '../../../src-renderer/kiosk/page.svelte.ts';
import { VOICES_MS } from '../../../src-renderer/listen/listening.svelte.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { boot, pageDouble } from '../page-double.ts';

const tour = (id: string): Boot['tours'][number] => ({
  id,
  steps: 2,
  scene: { diagram: 'neck', pose: 'rest', camera: 'front', show: [], mark: [] },
});
const words = (reviewed: boolean) => ({ title: 't', summary: 's', attract: 'a', reviewed });
const twoTours: Boot = {
  ...boot,
  tours: [tour('neck'), tour('eyelids')],
  words: { ...boot.words, tours: { words: { neck: words(true), eyelids: words(false) }, from: {} } },
};

describe('tours that await review', () => {
  it('are offered while the clinic shows them, and nowhere when it hides them', () => {
    const page = new Page(twoTours, new HeldClock());
    expect(page.tours.map(({ id }) => id)).toEqual(['neck', 'eyelids']);
    page.settings = { ...page.settings, unreviewed: 'hide' };
    expect(page.tours.map(({ id }) => id)).toEqual(['neck']);
    expect([page.offers('neck'), page.offers('eyelids'), page.offers('nothing')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a page', () => {
  it('is used by visitors and staff, not by the attract loop or the first PIN', () => {
    const { page } = pageDouble();
    expect(page.used).toBe(false);
    page.visit.send({ type: 'begin' });
    expect(page.used).toBe(true);
    page.visit.send({ type: 'staff' });
    expect(page.used).toBe(true);
    expect(new Page({ ...boot, firstPin: true }, new HeldClock()).used).toBe(false);
  });

  it('asks for the first PIN before anything else', () => {
    const page = new Page({ ...boot, firstPin: true }, new HeldClock());
    expect(page.visit.place).toEqual({ at: 'first-pin' });
  });

  it('has no visitor to ask while staff are there', () => {
    const { page, clock } = pageDouble();
    page.visit.send({ type: 'begin' });
    clock.pass(VOICES_MS);
    page.visit.send({ type: 'staff' });
    expect(clock.waiting).toBe(0);
    page.visit.send({ type: 'back' });
    expect(clock.waiting).toBe(1);
  });
});
