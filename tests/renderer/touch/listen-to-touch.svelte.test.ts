import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenToTouch, type ListeningToTouch } from '../../../src-renderer/touch/listen-to-touch.ts';
import { PRESETS, type Preset } from '../../../src-renderer/touch/presets.ts';
import type { Wish } from '../../../src-renderer/touch/steady-touch.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

/** px of a millimetre */
const MM = 4;

let clock: HeldClock;
let preset: Preset | undefined;
let wishes: Wish<Element>[];
let pressed: string[];
let listening: ListeningToTouch;

beforeEach(() => {
  clock = new HeldClock();
  preset = PRESETS.standard;
  wishes = [];
  pressed = [];
  document.body.innerHTML = `
    <div data-touch id="picture" style="position:fixed;inset:0"></div>
    <button id="one" style="position:fixed;left:100px;top:100px;width:100px;height:100px">One</button>
    <button id="other" disabled style="position:fixed;left:240px;top:100px;width:100px;height:100px">Other</button>
    <div data-lock="same" data-keeps-focus><button id="key" style="position:fixed;left:380px;top:100px;width:80px;height:80px">K</button></div>`;
  for (const element of document.querySelectorAll<HTMLElement>('[id]'))
    element.addEventListener('click', ({ clientX, clientY }) =>
      pressed.push(`${element.id} ${clientX},${clientY}`),
    );
  listening = listenToTouch({
    window,
    clock,
    mm: () => MM,
    preset: () => preset,
    onwish: (wish) => wishes.push(wish),
  });
});
afterEach(() => {
  listening.stop();
  document.body.replaceChildren();
});

const tell = (type: string, x: number, y: number, pointerType = 'touch', target?: Element): PointerEvent => {
  const event = new PointerEvent(type, {
    ...{ bubbles: true, cancelable: true, composed: true, pointerId: 7, pointerType, clientX: x, clientY: y },
    ...(type === 'click' && { detail: 1 }),
  });
  (target ?? document.elementFromPoint(x, y)!).dispatchEvent(event);
  return event;
};
/** Events of a test bear the true time, which goes on while it runs: as long as it has to. */
const lasts = (ms: number): Promise<void> => {
  const until = performance.now() + ms;
  return new Promise((resolve) => {
    const look = (): void => void (performance.now() < until ? requestAnimationFrame(look) : resolve());
    look();
  });
};
async function tap(x: number, y: number, pointerType?: string): Promise<void> {
  tell('pointerdown', x, y, pointerType);
  await lasts(60);
  tell('pointerup', x, y, pointerType);
  tell('click', x, y, pointerType);
  clock.pass(200);
}

describe('a finger', () => {
  it('presses what it was on, once, and has the focus go there', async () => {
    await tap(150, 150);
    expect(pressed).toEqual(['one 150,150']);
    expect(document.activeElement?.id).toBe('one');
  });

  it('presses nothing before the wish is over, and is outlined until then', async () => {
    tell('pointerdown', 150, 150);
    clock.pass(70);
    expect(document.querySelector('[data-aimed]')?.id).toBe('one');
    await lasts(60);
    tell('pointerup', 150, 150);
    tell('click', 150, 150);
    expect(pressed).toEqual([]);
    clock.pass(200);
    expect(pressed).toHaveLength(1);
    expect(document.querySelector('[data-aimed]')).toBeNull();
  });

  it('leaves the focus with what is written when it presses a key', async () => {
    await tap(420, 140);
    expect(pressed).toEqual(['key 420,140']);
    expect(document.activeElement?.id).not.toBe('key');
  });

  it('beside a button on a picture means the button', async () => {
    await tap(205, 150);
    expect(pressed).toEqual(['one 205,150']);
  });

  it('on the picture tells it where, and draws no outline round it', async () => {
    tell('pointerdown', 600, 500);
    clock.pass(70);
    expect(document.querySelector('[data-aimed]')).toBeNull();
    await lasts(60);
    tell('pointerup', 600, 500);
    clock.pass(200);
    expect(pressed).toEqual(['picture 600,500']);
  });

  it('presses nothing that is shut off', async () => {
    await tap(290, 150);
    expect(pressed).toEqual([]);
    expect(wishes.map(({ kind }) => kind)).toEqual(['meant']);
  });

  it('counts for nothing once another screen has come', async () => {
    tell('pointerdown', 150, 150);
    await lasts(60);
    listening.discard();
    tell('pointerup', 150, 150);
    clock.pass(500);
    expect(pressed).toEqual([]);
  });

  it('is left to what takes fingers for itself', async () => {
    document.querySelector('#one')!.setAttribute('data-own-touch', '');
    await tap(150, 150);
    expect(wishes).toEqual([]);
    // Its own click went through.
    expect(pressed).toEqual(['one 150,150']);
  });
});

describe('nothing is changed of', () => {
  it('a mouse', async () => {
    await tap(150, 150, 'mouse');
    expect(pressed).toEqual(['one 150,150']);
    expect(wishes).toEqual([]);
  });

  it('a click of a key or of assistive technology (R-24)', () => {
    document.querySelector<HTMLElement>('#one')!.click();
    expect(pressed).toHaveLength(1);
  });

  it('a finger while the filter is off, also in the middle of a touch', async () => {
    preset = undefined;
    await tap(150, 150);
    expect(pressed).toEqual(['one 150,150']);

    preset = PRESETS.standard;
    tell('pointerdown', 150, 150);
    preset = undefined;
    tell('pointerup', 150, 150);
    tell('click', 150, 150);
    clock.pass(500);
    expect(wishes).toEqual([]);
    expect(pressed).toHaveLength(2);
  });
});
