import { beforeEach, describe, expect, it } from 'vitest';
import { Scan, type ScanGroup } from '../../../src-renderer/keys/scan.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

/** Stands in for an element: only which it is counts. */
const element = (name: string): HTMLElement => ({ id: name }) as HTMLElement;
const [next, back, home, help, row] = ['next', 'back', 'home', 'help', 'row'].map(element) as [
  HTMLElement,
  HTMLElement,
  HTMLElement,
  HTMLElement,
  HTMLElement,
];

const EVERY = 2000;
let clock: HeldClock;
let groups: readonly ScanGroup[];
let shown: string[];
let pressed: string[];
let scan: Scan;

beforeEach(() => {
  clock = new HeldClock();
  groups = [
    { element: next, stops: [next] },
    { element: row, stops: [back, home, help] },
  ];
  shown = [];
  pressed = [];
  scan = new Scan({
    clock,
    everyMs: () => EVERY,
    groups: () => groups,
    show: (offered) => shown.push(offered?.id ?? '–'),
    press: ({ id }) => pressed.push(id),
  });
  scan.press();
  shown = [];
  clock.pass(300);
});

describe('scanning with one switch (R-36)', () => {
  it('offers each choice for the time of the settings, and begins again', () => {
    clock.pass(EVERY - 1);
    expect(shown).toEqual(['next']);
    clock.pass(1);
    expect(shown).toEqual(['next', 'row']);
    clock.pass(EVERY);
    expect(shown).toEqual(['next', 'row', 'next']);
  });

  it('presses a choice that stands alone, and then begins with what is there', () => {
    scan.press();
    expect(pressed).toEqual(['next']);
    groups = [{ element: back, stops: [back] }];
    clock.pass(300);
    expect(shown.at(-1)).toBe('back');
  });

  it('enters what lies together, and leaves it when nothing was chosen', () => {
    clock.pass(EVERY);
    scan.press();
    expect(shown.at(-1)).toBe('back');
    clock.pass(EVERY);
    expect(shown.at(-1)).toBe('home');
    scan.press();
    expect(pressed).toEqual(['home']);
    clock.pass(300 + EVERY);
    scan.press();
    clock.pass(3 * EVERY);
    expect(shown.at(-1)).toBe('next');
    expect(pressed).toEqual(['home']);
  });

  it('rests after three rounds, and shows nothing then', () => {
    clock.pass(6 * EVERY);
    expect(shown.at(-1)).toBe('–');
    expect(clock.waiting).toBe(0);
    scan.press();
    clock.pass(300);
    expect(shown.at(-1)).toBe('next');
    expect(pressed).toEqual([]);
  });

  it('goes on where a choice has gone from under it', () => {
    clock.pass(EVERY);
    groups = [{ element: help, stops: [help] }];
    clock.pass(EVERY);
    expect(shown.at(-1)).toBe('help');
  });

  it('has nothing to offer on an empty screen, and rests', () => {
    groups = [];
    clock.pass(EVERY);
    expect(clock.waiting).toBe(0);
  });

  it('stops when it is told so', () => {
    scan.stop();
    clock.pass(60_000);
    expect(shown.at(-1)).toBe('–');
    expect(clock.waiting).toBe(0);
  });
});
