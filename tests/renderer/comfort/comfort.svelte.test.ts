import { describe, expect, it } from 'vitest';
import { AS_AT_FIRST, Comfort } from '../../../src-renderer/comfort/comfort.svelte.ts';
import { settingPages } from '../../../src-renderer/comfort/settings.ts';
import { wear } from '../../../src-renderer/comfort/wear.ts';
import { pageDouble } from '../page-double.ts';

describe('the comfort of a visit', () => {
  it('begins soft, calm, upright, at the size of the house (R-08, R-25)', () => {
    const comfort = new Comfort();
    expect(comfort.wishes).toEqual({
      theme: 'soft',
      warm: false,
      text: 100,
      spacing: false,
      calm: true,
      low: false,
      hand: undefined,
      tilt: 0,
      touch: undefined,
      hold: 0,
      least: undefined,
    });
    expect([comfort.changed, comfort.calm]).toEqual([false, true]);
  });

  it('has text of 100 to 200 %, and a tilt of at most 30° in steps of 5° (R-03, R-31)', () => {
    const comfort = new Comfort();
    const sizes = [-1, 1, 1, 1, 1, 1].map((by) => {
      comfort.resize(by as 1 | -1);
      return comfort.wishes.text;
    });
    expect(sizes).toEqual([100, 125, 150, 200, 200, 200]);
    expect([comfort.smallest, comfort.largest]).toEqual([false, true]);
    for (let step = 0; step < 9; step++) comfort.turn(1);
    expect(comfort.wishes.tilt).toBe(30);
    comfort.turn(-1);
    expect(comfort.wishes.tilt).toBe(25);
    for (let step = 0; step < 20; step++) comfort.turn(-1);
    expect(comfort.wishes.tilt).toBe(-30);
  });

  it('lets a touch be held longer and shorter, never beyond the ends', () => {
    const comfort = new Comfort();
    const holds = ([1, 1, 1, 1, -1, -1, -1, -1] as const).map((by) => {
      comfort.lengthen(by);
      return comfort.wishes.hold;
    });
    expect(holds).toEqual([300, 500, 1000, 1000, 500, 300, 0, 0]);
  });

  it('is all reset at once', () => {
    const comfort = new Comfort();
    comfort.wish({ theme: 'light', warm: true, hand: 'left' });
    expect(comfort.changed).toBe(true);
    comfort.reset();
    expect(comfort.wishes).toEqual(AS_AT_FIRST);
    expect(comfort.changed).toBe(false);
  });

  it('has the paper where a line of the language ends, until a hand is chosen (R-33)', () => {
    const comfort = new Comfort();
    expect([comfort.paperSide('ltr'), comfort.paperSide('rtl')]).toEqual(['right', 'left']);
    comfort.wish({ hand: 'left' });
    expect([comfort.paperSide('ltr'), comfort.paperSide('rtl')]).toEqual(['left', 'left']);
  });

  it('ends with the visit, whichever way that ends (R-43)', () => {
    const { page, clock } = pageDouble();
    const dress = (): void => {
      page.visit.send({ type: 'begin' });
      page.comfort.wish({ theme: 'light', text: 200 });
      page.sheet = 'comfort';
      page.choosing = true;
    };
    const wiped = [AS_AT_FIRST, undefined, false];
    dress();
    page.visit.send({ type: 'finish' });
    expect([page.comfort.wishes, page.sheet, page.choosing]).toEqual(wiped);
    dress();
    clock.pass(240_000);
    expect([page.comfort.wishes, page.sheet, page.choosing]).toEqual(wiped);
  });

  it('stays while the visit goes on, but its sheet closes when the screen is left', () => {
    const { page } = pageDouble();
    page.visit.send({ type: 'tour', tour: 'neck' });
    page.comfort.wish({ theme: 'dim' });
    page.sheet = 'comfort';
    page.visit.send({ type: 'next', steps: 8 });
    expect(page.sheet).toBe('comfort');
    page.visit.send({ type: 'home' });
    expect(page.sheet).toBeUndefined();
    expect(page.comfort.wishes.theme).toBe('dim');
  });
});

describe('what a document wears', () => {
  const rootOf = (orientation: string, panel: string): HTMLElement => {
    const root = document.createElement('div');
    Object.assign(root.dataset, { orientation, panel });
    return root;
  };

  it('is its wishes as attributes, and nothing of wishes that are gone', () => {
    const root = rootOf('landscape', 'regular');
    const plain = root.cloneNode() as HTMLElement;
    wear(AS_AT_FIRST, 'ltr', plain);
    wear({ ...AS_AT_FIRST, theme: 'dim', warm: true, text: 150, hand: 'left', tilt: -10 }, 'ltr', root);
    expect(root.dataset).toMatchObject({ theme: 'dim', warm: '', text: '150', stage: 'narrow', swapped: '' });
    expect(root.style.getPropertyValue('--tilt')).toBe('-10deg');
    wear(AS_AT_FIRST, 'ltr', root);
    expect({ ...root.dataset }).toEqual({ ...plain.dataset });
  });

  it('lies low only where a part of the panel may be out of reach (R-32)', () => {
    const low = { ...AS_AT_FIRST, low: true };
    const isLow = (isBeyond: boolean): boolean => {
      const root = rootOf('portrait', 'regular');
      root.toggleAttribute('data-beyond-reach', isBeyond);
      wear(low, 'ltr', root);
      return root.hasAttribute('data-low');
    };
    expect([isLow(true), isLow(false)]).toEqual([true, false]);
  });
});

it('Comfort has at most three settings on a page, and none that do nothing', () => {
  const all = settingPages({ low: true, language: true, voice: true, six: true }).map(
    ({ settings }) => settings,
  );
  expect(Math.max(...all.map(({ length }) => length))).toBe(3);
  const small = settingPages({ low: true, language: true, voice: true, six: false });
  expect(small.map(({ name }) => name)).not.toContain('voice');
  expect(small.flatMap(({ settings }) => settings).toSorted()).toEqual(all.flat().toSorted());
  expect(Math.max(...small.map(({ settings }) => settings.length))).toBe(3);
  const few = settingPages({ low: false, language: false, voice: false, six: true }).flatMap(
    ({ settings }) => settings,
  );
  expect(few).not.toContain('low');
  expect(few).not.toContain('language');
  expect(few).not.toContain('listen');
});
