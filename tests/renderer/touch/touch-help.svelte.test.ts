import { beforeEach, describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src-renderer/touch/presets.ts';
import type { Why, Wish } from '../../../src-renderer/touch/steady-touch.ts';
import { pageDouble, type PageDouble } from '../page-double.ts';

const at = { x: 100, y: 200 };
const nothing = (why: Why): Wish<Element> => ({ kind: 'nothing', why, at });

let double: PageDouble;
beforeEach(() => {
  double = pageDouble();
  double.page.visit.send({ type: 'begin' });
});
const miss = (why: Why = 'beside'): void => double.page.touching.wish(nothing(why));

describe('more patience', () => {
  it('is offered after three touches within a minute that gave nothing, once in a visit', () => {
    const { touching, visit } = double.page;
    miss('short');
    miss('divided');
    expect(touching.offering).toBe(false);
    miss();
    expect(touching.offering).toBe(true);
    touching.answered();
    for (let n = 0; n < 5; n++) miss();
    expect(touching.offering).toBe(false);

    visit.send({ type: 'finish' });
    visit.send({ type: 'begin' });
    for (let n = 0; n < 3; n++) miss();
    expect(touching.offering).toBe(true);
  });

  it('is not offered where touches fail now and then, were shut out, or were taken back', () => {
    const { touching } = double.page;
    for (let n = 0; n < 6; n++) {
      miss();
      double.clock.pass(31_000);
      double.page.visit.active();
    }
    for (let n = 0; n < 6; n++) {
      miss('locked');
      miss('left');
    }
    expect(touching.offering).toBe(false);
  });

  it('is not offered to those who have chosen', () => {
    double.page.comfort.wish({ touch: 'careful' });
    for (let n = 0; n < 4; n++) miss();
    expect(double.page.touching.offering).toBe(false);
  });
});

describe('what a visitor has chosen', () => {
  it('is what the filter does, and ends with the visit', () => {
    const { touching, comfort, visit } = double.page;
    expect(touching.preset).toEqual(PRESETS.standard);
    comfort.wish({ touch: 'steady', hold: 500 });
    expect(touching.preset).toEqual({ ...PRESETS.steady, least: 500 });
    comfort.wish({ touch: 'off' });
    expect(touching.preset).toBeUndefined();
    visit.send({ type: 'finish' });
    expect(touching.preset).toEqual(PRESETS.standard);
  });

  it('is what the clinic has chosen as long as they have not', () => {
    const { page } = double;
    page.settings = { ...page.settings, touch: 'careful' };
    expect(page.touching.preset).toEqual(PRESETS.careful);
  });
});

describe('the ring', () => {
  it('stands where a touch gave nothing, until the next finger comes', () => {
    const { touching } = double.page;
    miss();
    expect(touching.ring).toMatchObject({ kind: 'missed', at });
    touching.down({ x: 1, y: 1 });
    expect(touching.ring).toBeUndefined();
  });

  it('fills while a finger holds, for those who hold', () => {
    const { touching, comfort } = double.page;
    comfort.wish({ hold: 300 });
    touching.down(at);
    expect(touching.ring).toMatchObject({ kind: 'holding', at, ms: 300 });
    touching.wish({ kind: 'meant', target: document.body, at });
    expect(touching.ring).toBeUndefined();
  });

  it('goes with the screen on which a finger holds', () => {
    const { touching, comfort, visit } = double.page;
    comfort.wish({ hold: 300 });
    touching.down(at);
    visit.send({ type: 'glossary' });
    expect(touching.ring).toBeUndefined();
  });
});

it('between two, the one that is chosen is pressed, and nothing where neither is', () => {
  const { touching } = double.page;
  const pressed: string[] = [];
  const buttons = ['one', 'other'].map((name) => {
    const button = document.createElement('button');
    button.onclick = () => pressed.push(name);
    document.body.append(button);
    return { target: button, at };
  });
  const aims = [buttons[0]!, buttons[1]!] as const;
  touching.wish({ kind: 'unclear', aims });
  expect(touching.unclear).toBe(aims);
  // A touch between the two answers asks nothing anew.
  touching.wish({ kind: 'unclear', aims: [aims[1], aims[0]] });
  expect(touching.unclear).toBe(aims);
  expect(touching.ring).toMatchObject({ kind: 'missed', at });
  touching.choose(aims[1]);
  expect(pressed).toEqual(['other']);
  expect(touching.unclear).toBeUndefined();

  touching.wish({ kind: 'unclear', aims });
  touching.choose(undefined);
  expect(pressed).toEqual(['other']);
  buttons.forEach(({ target }) => target.remove());
});
